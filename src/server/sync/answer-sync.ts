import type { Clock } from "../../domain/clock";
import { authorOf, scopesOf } from "../../domain/directory";
import type { EntryId } from "../../domain/ids";
import type { Scope } from "../../domain/scope";
import { emptyDigest } from "../../protocol/digest";
import { formatSyncLine } from "../../protocol/sync-line";
import type { Cursor, SyncRequest } from "../../protocol/sync-request";
import { protocolVersion } from "../../protocol/version";
import type { Blobs } from "../blobs/blobs";
import type { Log, Principal, Standing } from "../log/log";
import { type AnswerEarly, createAnswerEarly, type Pull } from "./answer-early";
import { type AnswerPages, createAnswerPages, type PaperNote } from "./answer-page";
import { gzipStream, type Piece, plainStream } from "./answer-stream";
import { newTexts, wantedTexts } from "./answer-texts";
import { lineSegment } from "./segment";

export interface SyncParts {
  readonly log: Log;
  readonly blobs: Blobs;
  readonly clock: Clock;
}

export interface AnswerOptions {
  /** False for a client that does not take gzip: the lines as they are. Default true: send `Content-Encoding: gzip`. */
  readonly gzip?: boolean;
}

/** From this many entries on a pull sends the directory and the newest heads ahead of its pages. */
const longPull = 200;

/** What was read and compressed for one log, for all its phones. */
const ready = new WeakMap<Log, { readonly pages: AnswerPages; readonly early: AnswerEarly }>();
const readyFor = (log: Log) => {
  const known = ready.get(log) ?? { pages: createAnswerPages(log), early: createAnswerEarly(log) };
  ready.set(log, known);
  return known;
};

/** The answer to one sync request, streamed as `protocol/README.md` orders it. Nothing happens before it is read. */
export const answerSync = (
  parts: SyncParts,
  principal: Principal,
  request: SyncRequest,
  { gzip = true }: AnswerOptions = {},
): ReadableStream<Uint8Array> => {
  const pieces = answer(parts, principal, request);
  return gzip ? gzipStream(pieces) : plainStream(pieces);
};

async function* answer(
  { log, blobs, clock }: SyncParts,
  principal: Principal,
  { hello, push }: SyncRequest,
): AsyncGenerator<Piece> {
  const { pages, early } = readyFor(log);
  const verdicts = await log.accept(push);
  const scopes = push.length ? await scopesNow(log, principal) : principal.scopes;
  const standing = await log.standing(new Map(scopes.map((scope) => [scope, hello.cursors[scope]?.n ?? 0])));
  const { differing, pulls, agreed } = compare(scopes, standing, hello.cursors);

  yield await lineSegment([
    formatSyncLine({
      tag: "hello",
      hello: { v: protocolVersion, now: clock.now(), epoch: log.epoch, scopes: [...scopes] },
    }),
    ...verdicts.map((verdict) => formatSyncLine({ tag: "verdict", verdict })),
    // After a restore the phone compares ids of its own accord.
    ...(hello.epoch === null || hello.epoch === log.epoch
      ? differing.map((scope) => formatSyncLine({ tag: "differs", scope }))
      : []),
  ]);
  // What was pushed is settled on the phone while the pages are read here.
  if (push.length) yield "flush";
  // Lost with a crash it comes again with the next sync, so nobody waits for it.
  log.confirm(principal.author.key, agreed).catch(() => undefined);

  const sent = new Set<EntryId>();
  const long = pulls.reduce((sum, { from, standing }) => sum + standing.head - from, 0) > longPull;
  if (long) {
    yield* await early.segments(pulls, sent);
    yield "flush";
  }

  const papers: PaperNote[] = [];
  const superseded = new Set<string>();
  for (const { scope, from, standing } of pulls) {
    for (let n = from; n < standing.head; ) {
      const page = await pages.page(scope, n, standing);
      if (page.entries.length === 0) break;
      yield* await pages.segment(page, standing, sent);
      for (const { id, payload } of page.entries) if (payload !== undefined) sent.add(id);
      papers.push(...page.papers);
      for (const document of page.superseded) superseded.add(document);
      n = page.entries.at(-1)?.n ?? standing.head;
    }
  }
  // The list is whole: it shows before the texts have come.
  if (long) yield "flush";

  if (hello.want.length) yield* wantedTexts({ log, blobs }, hello.want, scopes);
  if (hello.texts) yield* newTexts(blobs, papers, superseded, new Set(hello.want));
  yield await lineSegment([formatSyncLine({ tag: "end", more: false })]);
}

/** What was just pushed may have moved its author to another place. */
const scopesNow = async (log: Log, { author, scopes }: Principal): Promise<readonly Scope[]> => {
  const now = authorOf(await log.directory(), author.key);
  return now ? scopesOf(now) : scopes;
};

const compare = (
  scopes: readonly Scope[],
  standing: ReadonlyMap<Scope, Standing>,
  cursors: Readonly<Partial<Record<Scope, Cursor>>>,
) => {
  const differing: Scope[] = [];
  const pulls: Pull[] = [];
  const agreed: Partial<Record<Scope, Cursor>> = {};
  for (const scope of scopes) {
    const cursor = cursors[scope];
    const ours = standing.get(scope) ?? { head: 0, revision: 0, digest: emptyDigest };
    if (cursor && cursor.n > 0 && cursor.digest !== ours.digest) {
      differing.push(scope);
      continue;
    }
    if (cursor) agreed[scope] = cursor;
    const from = cursor?.n ?? 0;
    if (ours.head > from) pulls.push({ scope, from, standing: ours });
  }
  return { differing, pulls, agreed };
};
