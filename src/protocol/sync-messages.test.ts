import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "../../test/support/any-text";
import { type EntryId, type Hash, newEntryId, type OrgId } from "../domain/ids";
import { createSeededRandom } from "../domain/random";
import { refusals } from "../domain/refusal";
import { cellScope, type Scope } from "../domain/scope";
import { maxPushBytes, maxPushEntries, maxWanted } from "./limits";
import { formatSyncLine, parseSyncLine, type SyncLine } from "./sync-line";
import { formatSyncRequest, parseSigned, parseSyncRequest, type SyncRequest } from "./sync-request";

const random = createSeededRandom(9);
const base64url = (length: number) =>
  fc
    .array(fc.constantFrom(..."ABCabc019-_"), { minLength: length, maxLength: length })
    .map((letters) => letters.join(""));
const hash = base64url(43).map((text) => text as Hash);
const signature = base64url(86);
const entryId = fc.nat().map((n): EntryId => newEntryId({ now: () => n }, random));
const scopes: Scope[] = [
  "commune",
  "office",
  cellScope("abcdefghjkmn" as OrgId),
  "committee:abcdefghjkmn" as Scope,
];
const scope = fc.constantFrom(...scopes);
const count = fc.nat();
/** JSON on one line, as payloads and texts are: JSON escapes every line break. */
const json = fc.json().map((text) => JSON.stringify(JSON.parse(text)));
const signed = fc.record({ signature, payload: json });
const cursor = fc.record({ n: count, full: count, digest: base64url(43) });

const syncLine: fc.Arbitrary<SyncLine> = fc.oneof(
  fc
    .record({ v: count, now: count, epoch: anyText(20), scopes: fc.array(scope) })
    .map((hello): SyncLine => ({ tag: "hello", hello })),
  fc
    .oneof(
      fc.record({ id: entryId, is: fc.constant("applied" as const) }),
      fc.record({ id: entryId, is: fc.constant("duplicate" as const) }),
      fc.record({
        id: fc.option(entryId),
        is: fc.constant("rejected" as const),
        code: fc.constantFrom(...refusals),
      }),
    )
    .map((verdict): SyncLine => ({ tag: "verdict", verdict })),
  signed.map((one): SyncLine => ({ tag: "early", signed: one })),
  fc.record({ tag: fc.constant("page" as const), scope, from: count, head: count }),
  fc.record({ tag: fc.constant("entry" as const), n: count, signed }),
  fc.record({ tag: fc.constantFrom("same" as const, "withheld" as const), n: count, id: entryId, signature }),
  fc.record({ tag: fc.constant("commit" as const), n: count, digest: base64url(43) }),
  fc.record({ tag: fc.constant("differs" as const), scope }),
  fc.record({ tag: fc.constant("text" as const), hash, text: json }),
  fc.record({ tag: fc.constant("gone" as const), hash }),
  fc.record({ tag: fc.constant("end" as const), more: fc.boolean() }),
);

describe("lines of an answer", () => {
  test("survive the road, one line each", () => {
    fc.assert(
      fc.property(syncLine, (line) => {
        const text = formatSyncLine(line);
        expect(text).not.toMatch(/[\n\r]/);
        expect(parseSyncLine(text)).toEqual(line);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    "",
    " ",
    "h",
    "h {}",
    'h {"v":1}',
    "v []",
    'v {"id":null,"is":"applied"}',
    'v {"id":null,"is":"rejected","code":"because"}',
    "p commune 1",
    "p commune 1 2 3",
    "p everyone 1 2",
    "p commune -1 2",
    "p commune 1e3 2",
    `e 1 ${"A".repeat(85)} {}`,
    `e x ${"A".repeat(86)} {}`,
    `e  ${"A".repeat(86)} {}`,
    `s 1 not-an-id ${"A".repeat(86)}`,
    "c 1",
    `c 1 ${"A".repeat(42)}`,
    `c 99999999999999999999 ${"A".repeat(43)}`,
    "d everyone",
    "t short {}",
    `t ${"A".repeat(43)}`,
    "g short",
    ". 2",
    ".",
    "x 1",
    "<!DOCTYPE html>",
    "{}",
  ])("%s is not of this protocol", (text) => {
    expect(parseSyncLine(text)).toBeUndefined();
  });

  test("cut anywhere, a line is another line or none, never an error", () => {
    fc.assert(
      fc.property(syncLine, fc.nat(), (line, at) => {
        const text = formatSyncLine(line);
        const cut = parseSyncLine(text.slice(0, at % text.length));
        expect(cut === undefined || cut.tag === line.tag).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("whatever comes, it never throws", () => {
    fc.assert(
      fc.property(fc.constantFrom(..."hvipeswcdtg.x"), anyText(), (tag, text) => {
        parseSyncLine(`${tag} ${text}`);
        parseSyncLine(text);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("a request", () => {
  const request: fc.Arbitrary<SyncRequest> = fc.record({
    hello: fc.record({
      v: count,
      epoch: fc.option(anyText(20)),
      cursors: fc.array(fc.tuple(scope, cursor)).map((pairs) => Object.fromEntries(pairs)),
      want: fc.array(hash, { maxLength: 5 }),
      texts: fc.boolean(),
    }),
    push: fc.array(signed, { maxLength: 5 }),
  });

  test("survives the road", () => {
    fc.assert(
      fc.property(request, (one) => {
        expect(parseSyncRequest(formatSyncRequest(one))).toEqual({ ok: true, value: one });
      }),
    );
  });

  const hello = { v: 1, epoch: null, cursors: {}, want: [], texts: true };
  const line = `${"A".repeat(86)} {}`;
  const lines = (...rest: string[]) => [JSON.stringify(hello), ...rest].join("\n");
  test.each([
    ["nothing", "", "malformed"],
    ["no JSON", "{", "malformed"],
    ["a hello without its parts", "{}", "malformed"],
    [
      "a cursor below nothing",
      JSON.stringify({ ...hello, cursors: { commune: { n: -1, full: 0, digest: "A".repeat(43) } } }),
      "malformed",
    ],
    [
      "a scope that is none",
      JSON.stringify({ ...hello, cursors: { everyone: { n: 0, full: 0, digest: "A".repeat(43) } } }),
      "malformed",
    ],
    [
      "too many wishes",
      JSON.stringify({ ...hello, want: Array.from({ length: maxWanted + 1 }, () => "A".repeat(43)) }),
      "malformed",
    ],
    ["a line that is no entry", lines("hm"), "malformed"],
    ["too many entries", lines(...Array.from({ length: maxPushEntries + 1 }, () => line)), "too-large"],
    ["too many bytes", lines(`${line}${"x".repeat(maxPushBytes * 2)}`), "too-large"],
  ])("%s", (_, text, code) => {
    expect(parseSyncRequest(text)).toEqual({ ok: false, error: code });
  });

  test("as many as are allowed, and an empty line at the end", () => {
    const parsed = parseSyncRequest(`${lines(...Array.from({ length: maxPushEntries - 1 }, () => line))}\n`);
    expect(parsed.ok && parsed.value.push.length).toBe(maxPushEntries - 1);
  });

  test("whatever comes, it never throws", () => {
    fc.assert(
      fc.property(anyText(), anyText(), (a, b) => {
        parseSyncRequest(`${a}\n${b}`);
        parseSyncRequest(`${JSON.stringify(hello)}\n${b}`);
        parseSigned(a);
      }),
      { numRuns: 2000 },
    );
  });
});
