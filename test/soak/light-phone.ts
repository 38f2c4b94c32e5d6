import { pack } from "../../src/device/sync/http";
import type { EntryId, Hash, MemberId, OrgId } from "../../src/domain/ids";
import type { Scope } from "../../src/domain/scope";
import { emptyDigest } from "../../src/protocol/digest";
import type { Signer } from "../../src/protocol/keys";
import { maxPushEntries } from "../../src/protocol/limits";
import type { SignedEntry } from "../../src/protocol/signed-entry";
import { parseSyncLine, type SyncLine } from "../../src/protocol/sync-line";
import { type Cursor, formatSyncRequest } from "../../src/protocol/sync-request";
import { protocolVersion } from "../../src/protocol/version";
import { idOf, type KnownPaper, type Ledger } from "./ledger";
import type { Line } from "./line";

/** What a phone keeps of itself where two thousand of them share a process: its place in each scope, and its outbox. */
export interface LightPhone {
  readonly signer: Signer;
  readonly member: MemberId;
  readonly org: OrgId;
  cursors: Partial<Record<Scope, Cursor>>;
  epoch: string | null;
  outbox: SignedEntry[];
  /** Papers that came since its owner last looked. */
  unread: KnownPaper[];
}

export interface SyncFigures {
  readonly up: number;
  readonly down: number;
  /** Of the whole exchange, checks apart. */
  readonly ms: number;
}

/**
 * One sync as a phone makes it: everything that waits goes up, everything new comes down and is checked: each number in its order,
 * each entry and text byte for byte as it was written, the digest of each page.
 */
export const syncPhone = async (phone: LightPhone, line: Line, ledger: Ledger): Promise<SyncFigures> => {
  const sum = { up: 0, down: 0, ms: 0 };
  for (let more = true; more; ) {
    const push = phone.outbox.slice(0, maxPushEntries);
    const { cursors, epoch } = phone;
    const hello = {
      v: protocolVersion,
      epoch,
      cursors: cursors as Record<Scope, Cursor>,
      want: [],
      texts: true,
    };
    const { body, headers } = await pack(formatSyncRequest({ hello, push }));
    const answer = await line.ask(phone.signer, "/sync", { body, headers });
    sum.up += answer.up;
    sum.down += answer.down;
    sum.ms += answer.ms;
    phone.outbox = phone.outbox.slice(push.length);
    more = (await takeAnswer(phone, push, answer.body, ledger)) || phone.outbox.length > 0;
  }
  return sum;
};

const newLine = 10;
const letterT = 116;

/** Lines of an answer; of a text only its name, after its bytes were compared. */
function* linesOf(body: Buffer, onText: (hash: Hash, text: Buffer) => void): Generator<SyncLine | undefined> {
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf(newLine, at);
    if (end < 0) return yield undefined;
    if (body[at] === letterT)
      onText(body.toString("latin1", at + 2, at + 45) as Hash, body.subarray(at + 46, end));
    else yield parseSyncLine(body.toString("utf8", at, end));
    at = end + 1;
  }
}

interface OpenPage {
  readonly scope: Scope;
  n: number;
  digest: string;
}

/** True where the server has more to say. */
const takeAnswer = async (
  phone: LightPhone,
  push: readonly SignedEntry[],
  body: Buffer,
  ledger: Ledger,
): Promise<boolean> => {
  const fault = (what: string) => ledger.fault(`phone of ${phone.member}: ${what}`);
  const waiting = [...push];
  const missing = new Set<Hash>();
  const early = new Set<EntryId>();
  let page: OpenPage | undefined;
  let end: boolean | undefined;

  const number = async (n: number, signature: string) => {
    if (!page || n !== page.n + 1) return fault(`number ${n} out of its order`);
    page.n = n;
    page.digest = await ledger.extend(page.digest, signature);
  };
  const takePaper = (id: EntryId) => {
    const paper = ledger.papers.get(id);
    if (!paper) return;
    phone.unread.push(paper);
    missing.add(paper.text);
  };
  const takeEntry = (signed: SignedEntry): EntryId => {
    const id = idOf(signed);
    const written = ledger.written.get(id);
    if (written?.payload !== signed.payload || written.signature !== signed.signature)
      fault(`entry ${id} is not as it was written`);
    return id;
  };

  const onText = (hash: Hash, text: Buffer) => {
    if (!ledger.texts.get(hash)?.equals(text)) fault(`text ${hash} is not as it was published`);
    missing.delete(hash);
  };
  for (const line of linesOf(body, onText)) {
    switch (line?.tag) {
      case "hello":
        phone.epoch = line.hello.epoch;
        break;
      case "verdict": {
        const sent = waiting.shift();
        const { verdict } = line;
        if (!sent || verdict.is === "rejected" || verdict.id !== idOf(sent))
          fault(`a push was answered by ${JSON.stringify(verdict)}`);
        else ledger.acknowledged.add(verdict.id);
        break;
      }
      case "early":
        early.add(takeEntry(line.signed));
        break;
      case "page": {
        const { n, digest } = phone.cursors[line.scope] ?? { n: 0, digest: emptyDigest };
        if (page) fault("a page began within another");
        if (line.from !== n) fault(`a page of ${line.scope} begins after ${line.from}, not ${n}`);
        page = { scope: line.scope, n, digest };
        break;
      }
      case "entry": {
        const id = takeEntry(line.signed);
        await number(line.n, line.signed.signature);
        takePaper(id);
        break;
      }
      case "same":
        await number(line.n, line.signature);
        if (early.delete(line.id)) takePaper(line.id);
        break;
      case "withheld":
        await number(line.n, line.signature);
        break;
      case "commit":
        if (page?.n !== line.n || page.digest !== line.digest) fault("a page's digest is not its entries'");
        if (page)
          phone.cursors = {
            ...phone.cursors,
            [page.scope]: { n: page.n, full: page.n, digest: page.digest },
          };
        page = undefined;
        break;
      case "end":
        end = line.more;
        break;
      default:
        fault(`an unexpected line: ${line ? JSON.stringify(line).slice(0, 80) : "not of the protocol"}`);
    }
  }
  if (end === undefined) fault("an answer broke off");
  if (page) fault("a page did not end");
  if (waiting.length > 0) fault(`${waiting.length} entries were not answered for`);
  if (missing.size > 0) fault(`${missing.size} texts did not come`);
  return end ?? false;
};
