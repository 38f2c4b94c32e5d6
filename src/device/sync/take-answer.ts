import * as v from "valibot";
import { type Hash, hash } from "../../domain/ids";
import type { Scope } from "../../domain/scope";
import type { SignedEntry } from "../../protocol/signed-entry";
import { parseSyncLine, type ServerHello, type SyncLine, type Verdict } from "../../protocol/sync-line";
import { type Applied, type Applier, applyEarly, applyPage } from "../apply/apply-page";
import { createPaperHeads, markGone, storeTexts } from "../apply/apply-texts";
import type { Numbered, ReceivedPage } from "../apply/numbered";
import { createIndexer } from "../library/indexer";
import type { StoredText } from "../store/texts";
import { type Line, lineToText } from "./read-lines";
import { retrySetAside } from "./retry-set-aside";

/** What one answer brought. Whatever was applied stays, also where the line broke off. */
export interface Answer {
  /** Undefined where not even the first line was ours. */
  hello: ServerHello | undefined;
  /** True where the first line was something else's: a captive portal, another server. */
  foreign: boolean;
  whole: boolean;
  more: boolean;
  /** Pages, early entries, texts and verdicts taken. */
  taken: number;
  directoryChanged: boolean;
  /** Scopes whose copy on this phone is not the server's. */
  readonly repair: Set<Scope>;
}

export interface AnswerHandler extends Applier {
  /** Called with the first line; the scopes whose pages must wait for a repair. */
  onHello(hello: ServerHello): Promise<ReadonlySet<Scope>>;
  /** False where they cannot be true. */
  onVerdicts(verdicts: readonly Verdict[]): Promise<boolean>;
  /** Texts came; so many are still on their way. */
  onTexts(left: number): void;
}

/** One transaction for about this much text, in bytes: large enough to be quick, small enough not to be felt. */
const textBatch = 2 * 1024 * 1024;
/** On a slow line less is written more often, so that a killed app has little to fetch again. */
const textPause = 1000;
const textWorth = 64 * 1024;
/** So much text on its way or here is worth a worker, which starts meanwhile; less is done on the page sooner. */
const workerWorth = 256 * 1024;
const earlyBatch = 100;
/** Pages that came at once share a transaction, until they hold this many entries; the last may take it above. */
const pagesWorth = 400;
/** At the end of a piece from the line so many early entries are worth a transaction: the list shows them at once. */
const earlyWorth = 10;

interface OpenPage {
  readonly scope: Scope;
  readonly from: number;
  readonly head: number;
  readonly entries: Numbered[];
}

/** The answer broke a rule of the protocol: treated as a connection that broke there. */
const broken = new Error("not an answer of this protocol");

/** Reads an answer line by line and applies it while it comes in. Throws for the database, never for what the line does. */
export const takeAnswer = async (
  lines: AsyncIterable<readonly Line[]>,
  handler: AnswerHandler,
): Promise<Answer> => {
  const answer: Answer = {
    hello: undefined,
    foreign: false,
    whole: false,
    more: false,
    taken: 0,
    directoryChanged: false,
    repair: new Set(),
  };
  let held: ReadonlySet<Scope> = new Set();
  let verdicts: Verdict[] = [];
  let early: SignedEntry[] = [];
  let page: OpenPage | undefined;
  /** Whole, and waiting for what else the same piece of the line holds of its scope. */
  let pages: ReceivedPage | undefined;
  let texts: StoredText[] = [];
  let textLength = 0;
  let gone: Hash[] = [];
  let lastTexts = handler.now();
  const papers = createPaperHeads(handler.db);
  const indexer = createIndexer();
  const weigh = (text: number) => {
    if (text >= workerWorth) indexer.prepare();
  };
  let coming = 0;
  const applier: Applier = {
    ...handler,
    noted: (records, wanted) => {
      papers.note(records);
      coming += wanted;
      weigh(coming);
    },
  };
  /** What was sent did not arrive as it was. */
  let altered = false;
  /** The texts on their way to disk while the next lines are read. */
  let writing: Promise<void> = Promise.resolve();

  const note = (applied: Applied) => {
    answer.taken += 1;
    if (applied.directoryChanged) answer.directoryChanged = true;
  };
  const flushVerdicts = async () => {
    if (verdicts.length === 0) return;
    const batch = verdicts;
    verdicts = [];
    if (!(await handler.onVerdicts(batch))) altered = true;
    answer.taken += batch.length;
  };
  const flushEarly = async () => {
    if (early.length === 0) return;
    const batch = early;
    early = [];
    note(await applyEarly(applier, batch));
  };
  const flushTexts = async () => {
    const batch = texts;
    const missing = gone;
    texts = [];
    gone = [];
    textLength = 0;
    lastTexts = handler.now();
    if (batch.length + missing.length === 0) return;
    // Checked and indexed while the batch before is on its way to disk; more at once would only fill the memory.
    const checking = papers.of(batch).then((heads) => indexer.check(batch, heads));
    const before = writing;
    writing = (async () => {
      const [checked] = await Promise.all([checking, before]);
      const { taken, left } = await storeTexts(handler.db, checked);
      if (missing.length > 0) await markGone(handler.db, missing);
      answer.taken += taken + missing.length;
      handler.onTexts(left);
    })();
    // Heard at the next flush; until then it is not an unhandled one.
    writing.catch(() => undefined);
    await before;
  };
  const flushPages = async () => {
    const received = pages;
    pages = undefined;
    if (!received || held.has(received.scope) || answer.repair.has(received.scope)) return;
    const applied = await applyPage(applier, received);
    if (applied.fits) note(applied);
    else answer.repair.add(received.scope);
  };
  const closePage = async (n: number, digest: string) => {
    if (!page) throw broken;
    const received = { ...page, digest };
    page = undefined;
    const last = received.entries.at(-1)?.n ?? received.from;
    if (last !== n) throw broken;
    const { scope, from } = received;
    // One transaction costs as much as writing the entries of a page.
    if (
      pages?.scope === scope &&
      pages.from + pages.entries.length === from &&
      pages.entries.length < pagesWorth
    ) {
      pages = { ...received, from: pages.from, entries: [...pages.entries, ...received.entries] };
      return;
    }
    await flushPages();
    pages = received;
  };
  /** Before texts and at the end: what waited for the directory may now be let in. */
  const settle = async () => {
    await flushVerdicts();
    await flushEarly();
    await flushPages();
    if (!answer.directoryChanged) return;
    answer.directoryChanged = false;
    if (await retrySetAside(applier, false)) answer.taken += 1;
  };
  const number = (one: Numbered) => {
    if (!page) throw broken;
    page.entries.push(one);
  };

  const take = async (line: SyncLine): Promise<void> => {
    if (line.tag !== "verdict") await flushVerdicts();
    if (line.tag !== "early") await flushEarly();
    switch (line.tag) {
      case "hello":
        throw broken;
      case "verdict":
        verdicts.push(line.verdict);
        return;
      case "early":
        early.push(line.signed);
        if (early.length >= earlyBatch) await flushEarly();
        return;
      case "page":
        if (page || !answer.hello?.scopes.includes(line.scope)) throw broken;
        page = { scope: line.scope, from: line.from, head: line.head, entries: [] };
        return;
      case "entry":
        return number({ is: "entry", n: line.n, signed: line.signed });
      case "same":
      case "withheld":
        return number({ is: line.tag, n: line.n, id: line.id, signature: line.signature });
      case "commit":
        return closePage(line.n, line.digest);
      case "differs":
        answer.repair.add(line.scope);
        return;
      case "text":
        throw broken;
      case "gone":
        gone.push(line.hash);
        return;
      case "end":
        if (page) throw broken;
        answer.whole = true;
        answer.more = line.more;
    }
  };

  const takeText = async (bytes: Line) => {
    await settle();
    texts.push(readText(bytes));
    textLength += bytes.length;
    weigh(textLength);
    if (textLength >= textBatch) await flushTexts();
  };
  const takeAll = async (bunch: readonly Line[]) => {
    for (const bytes of bunch) {
      if (answer.whole) return;
      if (answer.hello && isText(bytes)) {
        await takeText(bytes);
        continue;
      }
      const line = parseSyncLine(lineToText(bytes));
      if (!line) throw broken;
      if (answer.hello) await take(line);
      else if (line.tag === "hello") {
        answer.hello = line.hello;
        held = await handler.onHello(line.hello);
      } else throw broken;
    }
    if (early.length >= earlyWorth) await flushEarly();
    await flushPages();
    if (textLength >= textWorth && handler.now() - lastTexts >= textPause) await flushTexts();
  };

  const source = lines[Symbol.asyncIterator]();
  try {
    while (!answer.whole) {
      const next = await source.next().catch(() => undefined);
      if (!next || next.done) break;
      await takeAll(next.value);
    }
  } catch (error) {
    answer.whole = false;
    // Errors of the database (no room, lost) are not the line's.
    if (error !== broken) {
      indexer.stop();
      throw error;
    }
    answer.foreign = !answer.hello;
  } finally {
    void source.return?.();
  }
  // Also after a break: what came whole is kept.
  try {
    if (answer.hello) {
      await settle();
      await flushTexts();
      await writing;
    }
  } finally {
    indexer.stop();
  }
  // The rest of it counts; what was sent goes again later, as after a break.
  if (altered) answer.whole = false;
  return answer;
};

/** `t sha256 text`, told by its bytes: these lines are the bulk of an answer, and are kept as they are. */
const isText = (line: Line): boolean => line[0] === 0x74 && line[1] === 0x20;
const textStart = 2 + 43 + 1;

const readText = (line: Line): StoredText => {
  const name = lineToText(line.subarray(2, textStart - 1));
  if (line[textStart - 1] !== 0x20 || !v.is(hash, name)) throw broken;
  return { hash: name as Hash, data: line.slice(textStart) };
};
