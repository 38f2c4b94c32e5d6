import type { Hash } from "../../domain/ids";
import type { Core } from "../core";
import { getMany } from "../store/get-many";
import type { DocumentRecord } from "../store/rows";
import { comingWithPapers } from "./meeting-papers";

/** Up to this size a file of a meeting comes without asking, whatever the policy: most papers that are no scan. */
const smallFile = 1024 * 1024;

/** A file that the phone keeps for a meeting. */
export interface KeptFile {
  readonly hash: Hash;
  readonly bytes: number;
  readonly media: string;
}

export interface KeptBlobs {
  /** Each with a paper that shows it. */
  readonly texts: ReadonlyMap<Hash, DocumentRecord>;
  /** Those that may come without asking first, in the order of the meetings. */
  readonly files: readonly KeptFile[];
}

const fileOf = ({ view: { issued } }: DocumentRecord): KeptFile | undefined => issued?.file;

/**
 * What the papers of the meetings to come consist of, the next meeting first: their texts, photographed pages, the files of
 * scans, and for the next meeting all files.
 */
export const keptForMeetings = async (core: Core): Promise<KeptBlobs> => {
  const meetings = await comingWithPapers(core);
  const records = await getMany(core.store.mirror.documents, [
    ...new Set(meetings.flatMap(({ papers }) => papers)),
  ]);
  const texts = new Map<Hash, DocumentRecord>();
  const files = new Map<Hash, KeptFile>();
  meetings.forEach(({ papers, photos }, i) => {
    for (const { hash, bytes, media } of photos.flatMap(({ pages }) => pages))
      files.set(hash, { hash, bytes, media });
    const shown = papers.flatMap((id) => records.get(id) ?? []);
    for (const record of shown) if (record.text && !texts.has(record.text)) texts.set(record.text, record);
    const scansFirst = [...shown].sort(
      (a, b) => Number(b.view.issued?.scanned ?? false) - Number(a.view.issued?.scanned ?? false),
    );
    for (const record of scansFirst) {
      const file = fileOf(record);
      if (file && (i === 0 || record.view.issued?.scanned)) files.set(file.hash, file);
    }
  });
  return { texts, files: [...files.values()] };
};

/** By the person's policy, ahead of it for what is small. */
export const comesUnasked = (core: Core, { bytes }: KeptFile, policy: string): boolean =>
  bytes <= smallFile || policy === "always" || (policy === "wifi" && core.deps.signals.wifi() === true);

/** Texts of papers that the reader saved: freeing room leaves them. */
export const savedTexts = async ({ store: { mirror } }: Core): Promise<readonly Hash[]> => {
  const ids = await mirror.shelf.toCollection().primaryKeys();
  const records = await getMany(mirror.documents, ids);
  return [...records.values()].flatMap(({ text }) => text ?? []);
};
