import { createReplay, pageLines, type Replayed, toBody } from "../../src/device/sync/replay";
import { createTestOrigin, createTestSignals, createTestTimer } from "../../src/device/sync/test-ports";
import { cellScope } from "../../src/domain/scope";
import type { SignedEntry } from "../../src/protocol/signed-entry";
import type { SyncLine, Verdict } from "../../src/protocol/sync-line";
import { createTestCommune, type TestCommune } from "./commune";
import { enrolledDatabase, startPhone } from "./phone";

/* A phone before a server that says what the test tells it to, also what a real one would not. */

export type ScriptedAnswer = (
  asked: Replayed,
  commune: TestCommune,
) => Response | string | Promise<Response | string>;

/** A phone of the eastern cell that is enrolled already, and a server that answers as told. */
export const setUpPhone = async (answer: ScriptedAnswer, wrongBy = 0) => {
  const commune = await createTestCommune();
  const { database, signer, entries } = await enrolledDatabase(commune, commune.east.members[0]);
  const replay = createReplay((asked) => answer(asked, commune));
  const timer = createTestTimer();
  const origin = createTestOrigin();
  const signals = createTestSignals();
  /** How wrong the phone's clock goes; a test may move it. */
  const skew = { ms: wrongBy };
  const openTab = async () => {
    const device = startPhone({
      transport: replay.transport,
      clock: { now: () => commune.clock.now() + skew.ms },
      timer,
      signals,
      origin,
      database,
    });
    await device.opened;
    return device;
  };
  const device = await openTab();
  return {
    commune,
    device,
    openTab,
    replay,
    timer,
    origin,
    signals,
    skew,
    signer,
    own: entries as readonly SignedEntry[],
  };
};
export type ScriptedPhone = Awaited<ReturnType<typeof setUpPhone>>;

/** The first line of an answer. */
export const helloLine = (commune: TestCommune, epoch = "one"): SyncLine => ({
  tag: "hello",
  hello: {
    v: 1,
    now: commune.clock.now(),
    epoch,
    scopes: ["commune", cellScope(commune.east.org), `member:${commune.east.members[0].member}`],
  },
});

/** A verdict on each of these, as `judge` has it. */
export const verdictLines = (
  push: readonly SignedEntry[],
  judge: (n: number) => { readonly is: "applied" } | Omit<Extract<Verdict, { is: "rejected" }>, "id">,
): SyncLine[] =>
  push.map(({ payload }, n): SyncLine => {
    const { id } = JSON.parse(payload);
    return { tag: "verdict", verdict: { id, ...judge(n) } };
  });

export const nothingNew = (commune: TestCommune): string =>
  toBody([helloLine(commune), { tag: "end", more: false }]);

/** The whole directory of the commune and of the cell, with this phone in it; `more` stands in the cell after it. */
export const everything = async (
  commune: TestCommune,
  own: readonly SignedEntry[],
  more: readonly SignedEntry[] = [],
): Promise<string> => {
  const cell = cellScope(commune.east.org);
  const common = commune.founding.filter(({ entry }) => entry.scopes.includes("commune"));
  const ofCell = commune.founding.filter(({ entry }) => entry.scopes.includes(cell));
  return toBody([
    helloLine(commune),
    ...(await pageLines("commune", common)).lines,
    ...(await pageLines(cell, [...ofCell, ...own, ...more])).lines,
    { tag: "end", more: false },
  ]);
};
