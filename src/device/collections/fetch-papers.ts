import type { BlobRef } from "../../domain/entry";
import type { DocumentId, Hash, MeetingId, PhotoId } from "../../domain/ids";
import { textRank } from "../apply/document-record";
import type { Core } from "../core";
import { fetchFile, fetchText, removeFile } from "../files/transfer";
import type { DocumentRecord } from "../store/rows";
import { removeTexts, textsHere } from "../store/texts";
import { addWanted, wantedHashes } from "../store/wanted";
import type { FetchedPack, PaperFailure } from "./collections";
import { papersOfMeeting } from "./meeting-papers";
import { pagesHere, readPapers } from "./paper-pack";
import type { Verified } from "./verified";

/**
 * A text that lies here and is not what it is called is dropped first, and one that the browser lost is waited for again:
 * a text that nobody waits for would be refused when it comes.
 */
const waitForText = ({ store: { mirror } }: Core, hash: Hash, record: DocumentRecord) =>
  mirror.transaction("rw", [mirror.texts, mirror.wanted], async () => {
    if ((await textsHere(mirror, [hash])).has(hash)) await removeTexts(mirror, [hash]);
    else if ((await wantedHashes(mirror)).has(hash)) return;
    await addWanted(mirror, [{ hash, state: "missing", rank: textRank(record), places: [] }]);
  });

/** Brings a text to the phone, past whatever else is on the line. Undefined where it is here now. */
export const bringText = async (core: Core, record: DocumentRecord): Promise<PaperFailure | undefined> => {
  const { text } = record;
  if (!text) return "not-sent";
  await waitForText(core, text, record);
  const fetched = await fetchText(core, text);
  if (fetched.ok || (await textsHere(core.store.mirror, [text])).has(text)) return undefined;
  return fetched.error;
};

/** One text, file or page that is missing; `paper` names what it belongs to. */
interface Piece {
  readonly paper: DocumentId | PhotoId;
  readonly bytes: number;
  bring(onProgress: (done: number) => void): Promise<PaperFailure | undefined>;
}

type Lacking = Awaited<ReturnType<typeof readPapers>>[number];

/** What is missing of one paper of the library. */
const piecesOf = (
  core: Core,
  verified: Verified,
  { record, lacks }: Lacking,
  signal?: AbortSignal,
): readonly Piece[] => {
  if (!record || !lacks || lacks === "paper") return [];
  const { text, file, scanned } = record.view.issued ?? {};
  const ofText: Piece = {
    paper: record.id,
    bytes: text?.bytes ?? 0,
    bring: () => bringText(core, record),
  };
  const ofFile: Piece = {
    paper: record.id,
    bytes: file?.bytes ?? 0,
    bring: (onProgress) =>
      file ? bringFile(core, verified, file, onProgress, signal) : Promise.resolve("not-found" as const),
  };
  if (lacks === "file") return [ofFile];
  return scanned && file ? [ofText, ofFile] : [ofText];
};

/** Fetches what of a meeting's papers is missing: a sync for papers that were never heard of, then texts and files. */
export const fetchPapers = async (
  core: Core,
  verified: Verified,
  { meeting, sync }: { readonly meeting: MeetingId; readonly sync: () => Promise<void> },
  onProgress: (done: number, of: number) => void,
  signal?: AbortSignal,
): Promise<FetchedPack> => {
  const look = async () => {
    const found = await papersOfMeeting(core, meeting);
    const papers = await readPapers(core, verified, found?.papers ?? []);
    const right = await pagesHere(verified, found?.photos ?? []);
    const pages = (found?.photos ?? []).flatMap(({ photo, pages }) =>
      pages.filter(({ hash }) => !right.has(hash)).map((page) => ({ photo, page })),
    );
    return { papers: papers.filter(({ lacks }) => lacks), pages };
  };
  onProgress(0, 0);
  let lacking = await look();
  if (lacking.papers.some(({ record }) => !record)) {
    await sync();
    lacking = await look();
  }
  const why = new Map<DocumentId | PhotoId, PaperFailure>();
  for (const { id, record } of lacking.papers)
    if (!record) why.set(id, core.state.getState().sync.problem ?? "not-sent");
  const pieces = [
    ...lacking.papers.flatMap((paper) => piecesOf(core, verified, paper, signal)),
    ...lacking.pages.map(
      ({ photo, page }): Piece => ({
        paper: photo,
        bytes: page.bytes,
        bring: (onProgress) => bringFile(core, verified, page, onProgress, signal),
      }),
    ),
  ];
  await bringAll(pieces, why, onProgress, signal);
  const left = await look();
  const ids = new Set([...left.papers.map(({ id }) => id), ...left.pages.map(({ photo }) => photo)]);
  return { left: [...ids].map((id) => ({ id, why: why.get(id) ?? ("unreachable" as const) })) };
};

/** One after the other; `onProgress` in bytes of all of them. */
const bringAll = async (
  pieces: readonly Piece[],
  why: Map<Piece["paper"], PaperFailure>,
  onProgress: (done: number, of: number) => void,
  signal?: AbortSignal,
): Promise<void> => {
  const of = pieces.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const { paper, bytes, bring } of pieces) {
    if (signal?.aborted) return;
    const before = done;
    const failure = await bring((part) => onProgress(before + part, of));
    if (failure && !signal?.aborted) why.set(paper, failure);
    done = before + bytes;
    onProgress(done, of);
  }
};

const bringFile = async (
  core: Core,
  verified: Verified,
  file: BlobRef & { readonly media: string },
  onProgress: (done: number) => void,
  signal?: AbortSignal,
): Promise<PaperFailure | undefined> => {
  const row = await core.store.mirror.files.get(file.hash);
  // Whole and yet lacking: its bytes are not those that were hashed when they came.
  if (row?.whole && !(await verified.files([file.hash])).has(file.hash))
    await removeFile(core.store, file.hash);
  const { hash, bytes, media } = file;
  const fetched = await fetchFile(core, { hash, bytes, media, onProgress, ...(signal && { signal }) });
  return fetched.ok ? undefined : fetched.error;
};
