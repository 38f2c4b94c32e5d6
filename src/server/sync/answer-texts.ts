import type { Hash } from "../../domain/ids";
import type { Scope } from "../../domain/scope";
import { formatSyncLine } from "../../protocol/sync-line";
import type { Blobs } from "../blobs/blobs";
import type { Log } from "../log/log";
import type { PaperNote } from "./answer-page";
import type { Piece } from "./answer-stream";
import { lineSegment, type Segment } from "./segment";

/** Texts got ready while the ones before are on the line. */
const ahead = 6;
/** From this many wanted texts on they are sent as a chain, as in a first sync that broke off. */
const chainedWants = 20;
/** How many texts before one serve as its dictionary. */
const neighbours = 3;

/** The texts that the phone asked for, in its order; `gone` for those that it cannot have. */
export async function* wantedTexts(
  { log, blobs }: { readonly log: Log; readonly blobs: Blobs },
  want: readonly Hash[],
  scopes: readonly Scope[],
): AsyncGenerator<Piece> {
  const allowed = await log.readable(want, scopes);
  const gone: Hash[] = want.filter((hash) => !allowed.has(hash));
  const there = [...new Set(want.filter((hash) => allowed.has(hash)))];
  yield* texts(blobs, there, there.length >= chainedWants, (hash) => gone.push(hash));
  if (gone.length) yield await lineSegment(gone.map((hash) => formatSyncLine({ tag: "gone", hash })));
}

/** Texts of papers that are new to the phone: those in force first, then the most urgent, then the newest. */
export async function* newTexts(
  blobs: Blobs,
  papers: Iterable<PaperNote>,
  superseded: ReadonlySet<string>,
  except: ReadonlySet<Hash>,
): AsyncGenerator<Piece> {
  const inOrder = [...papers].sort(
    (a, b) =>
      Number(superseded.has(a.document)) - Number(superseded.has(b.document)) ||
      b.urgency - a.urgency ||
      b.at - a.at ||
      (a.text < b.text ? -1 : 1),
  );
  const hashes = [...new Set(inOrder.map(({ text }) => text))].filter((hash) => !except.has(hash));
  yield* texts(blobs, hashes, true, () => undefined);
}

async function* texts(
  blobs: Blobs,
  hashes: readonly Hash[],
  chained: boolean,
  missing: (hash: Hash) => void,
): AsyncGenerator<Piece> {
  const left = new Set<Hash>();
  /** The texts that really stand on the line just before text `i`: its dictionary may be no others. */
  const before = (i: number): readonly Hash[] => {
    if (!chained) return [];
    const near = hashes.slice(Math.max(0, i - neighbours), i);
    return near.slice(near.findLastIndex((hash) => left.has(hash)) + 1);
  };
  const coming = new Map<
    number,
    { readonly after: readonly Hash[]; segment: Promise<Segment | undefined> }
  >();
  const prepare = (i: number) => {
    const hash = hashes[i];
    if (hash === undefined) return;
    const after = before(i);
    const segment = blobs.textSegment(hash, after);
    // An abort leaves some of these unread.
    segment.catch(() => undefined);
    coming.set(i, { after, segment });
  };
  for (let i = 0; i < ahead; i += 1) prepare(i);
  for (const [i, hash] of hashes.entries()) {
    prepare(i + ahead);
    // Recalled while it was being prepared: those after it were compressed against it and are made anew.
    if (coming.get(i)?.after.length !== before(i).length) prepare(i);
    const segment = await coming.get(i)?.segment;
    coming.delete(i);
    if (segment) yield segment;
    else {
      left.add(hash);
      missing(hash);
    }
  }
}
