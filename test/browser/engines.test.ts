import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { ReadingText } from "../../src/domain/reading-text";
import { type GeneratedDirective, generateDirectives } from "../support/directives";
import { openChromium } from "../support/engines/chromium";
import { openFirefox } from "../support/engines/firefox";
import type { Hand } from "../support/engines/hand";
import { runMainFlow } from "../support/engines/main-flow";
import { openWebkit } from "../support/engines/webkit";
import { prepareData } from "../support/prepared-data";
import { createServerProcess, type ServerProcess } from "../support/server-process";
import { createWire } from "../support/wire";

/** The main flow in every engine that phones have. `SHOTS=folder` leaves pictures of its steps there. */
const shots = process.env.SHOTS;

const engines: readonly (readonly [string, (profile: string) => Promise<Hand>])[] = [
  ["Chromium", openChromium],
  ["Firefox", openFirefox],
  ["WebKitGTK", openWebkit],
];

const inAWeek = new Date(Date.now() + 7 * 24 * 3600_000).toISOString().slice(0, 10);

/** One that only its own words find, among others. */
const wanted = (): GeneratedDirective => {
  const [made] = generateDirectives(1, 6000, 7);
  if (!made) throw new Error("one was asked for");
  const end = "Kính chuyển để bà con xóm Thạch Bi cùng biết.";
  const text: ReadingText = { v: 1, blocks: [...made.text.blocks, { k: "p", r: [end] }] };
  return {
    ...made,
    kind: "ke_hoach",
    number: "115-KH/ĐU",
    issuedOn: "2026-11-20",
    urgency: "urgent",
    abstract: "Kế hoạch khơi thông mương bai trước vụ chiêm xuân",
    acknowledgeBy: inAWeek,
    text,
    json: JSON.stringify(text),
  };
};

let folder: string;
let server: ServerProcess;
let data: Awaited<ReturnType<typeof prepareData>>;
const paper = wanted();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "engines-"));
  if (shots) mkdirSync(shots, { recursive: true });
  const directives = [...generateDirectives(11, 3000, 3), paper];
  data = await prepareData(join(folder, "data"), { directives, guests: engines.length });
  server = await createServerProcess(join(folder, "data"));
  await server.start();
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.each(engines)("enrol, sync, read offline, search, acknowledge: %s", async (name, open) => {
  const wire = await createWire(server.port);
  const hand = await open(join(folder, name));
  onTestFinished(async () => {
    await hand.close();
    await wire.close();
  });
  await runMainFlow(hand, {
    enrolmentLink: data.links(wire.origin)[engines.findIndex(([one]) => one === name)] ?? "",
    wire,
    paper,
    words: "muong bai chiem xuan",
    office: data.root,
    picture: async (step) => {
      if (shots) writeFileSync(join(shots, `${hand.engine}-${step}.png`), await hand.picture());
    },
  });
  expect(await hand.ask("indexedDB.databases().then((all) => all.length)")).toBeGreaterThan(0);
});
