import { expect, test } from "vitest";
import { formatSyncLine, parseSyncLine } from "./sync-line";

test("a hello with a number beyond all numbers is none (found by random lines)", () => {
  const hello = { v: 1, now: 1, epoch: "e", scopes: ["commune" as const] };
  const line = formatSyncLine({ tag: "hello", hello });
  expect(parseSyncLine(line)).toEqual({ tag: "hello", hello });
  expect(parseSyncLine(line.replace('"v":1', '"v":1e4001'))).toBeUndefined();
  expect(parseSyncLine(line.replace('"now":1', '"now":1e4001'))).toBeUndefined();
});
