import { isRecalledUnseen } from "../../domain/document";
import type { DocumentId, Hash } from "../../domain/ids";
import type { PhotoPaper } from "../../domain/meeting-photos";
import type { Core } from "../core";
import { toDocumentRow } from "../library/to-row";
import { getMany } from "../store/get-many";
import type { DocumentRecord } from "../store/rows";
import { wantedHashes } from "../store/wanted";
import type { PackPaper, PaperPack } from "./collections";
import type { MeetingPapers } from "./meeting-papers";
import type { Verified } from "./verified";

/** A scan is read from its file; of all other papers the reading text is enough. */
const readFromFile = ({ view: { issued } }: DocumentRecord): boolean => issued?.scanned === true;

/** The papers as they lie on this phone, with the records that name their bytes. */
export const readPapers = async (
  core: Core,
  verified: Verified,
  ids: readonly DocumentId[],
): Promise<readonly (PackPaper & { readonly record?: DocumentRecord })[]> => {
  const { mirror } = core.store;
  const [records, wanted] = await Promise.all([getMany(mirror.documents, ids), wantedHashes(mirror)]);
  const all = [...records.values()];
  const [texts, files] = await Promise.all([
    verified.texts(all.flatMap(({ text }) => text ?? [])),
    verified.files(all.flatMap((record) => (readFromFile(record) && record.file) || [])),
  ]);
  const self = core.self()?.member;
  return ids.map((id) => {
    const record = records.get(id);
    if (record && (record.gone || isRecalledUnseen(record.view))) return { id, withdrawn: true };
    const row = record && toDocumentRow(record, self, wanted);
    if (!row) return { id, lacks: "paper", withdrawn: false };
    const { text, file } = record;
    const paper = { id, row, record, withdrawn: false };
    if (!text || !texts.has(text)) return { ...paper, lacks: "text" };
    if (readFromFile(record) && file && !files.has(file)) return { ...paper, lacks: "file" };
    return paper;
  });
};

/** The pages of photographed papers that are here and right. */
export const pagesHere = (verified: Verified, photos: readonly PhotoPaper[]): Promise<ReadonlySet<Hash>> =>
  verified.files(photos.flatMap(({ pages }) => pages.map(({ hash }) => hash)));

export const readPack = async (
  core: Core,
  verified: Verified,
  { meeting, papers: ids, photos: photographed }: MeetingPapers,
): Promise<PaperPack> => {
  const papers = (await readPapers(core, verified, ids)).map(({ record: _, ...paper }) => paper);
  const asked = papers.filter(({ withdrawn }) => !withdrawn);
  const right = await pagesHere(verified, photographed);
  const photos = photographed.map(({ photo, title, pages }) => {
    const here = pages.filter(({ hash }) => right.has(hash)).length;
    return { photo, title, pages: pages.length, here };
  });
  const whole =
    asked.filter(({ lacks }) => !lacks).length + photos.filter(({ here, pages }) => here === pages).length;
  return { meeting, papers, photos, here: whole, of: asked.length + photos.length };
};
