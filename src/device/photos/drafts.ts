import type { Hash, PhotoId } from "../../domain/ids";
import { type PhotoPage, photoLimits, photoMedia } from "../../domain/meeting-photos";
import { err, ok, type Result } from "../../domain/result";
import { sha256 } from "../../protocol/sha256";
import type { Core } from "../core";
import { toChunks } from "../files/transfer";
import { loadStorage } from "../lazy";
import { getMeta, putMeta } from "../store/meta";
import { isQuotaError } from "../store/quota";
import type { PhotoDraftRow } from "../store/rows";
import type { PageProblem, PhotoDraft, PhotosFor, Picture } from "./photos";

/*
 * Papers being photographed. A cheap phone closes the app behind the camera's: so every page is on disk before the next is
 * taken, and the paper is found again where it was left.
 */

/** The pages in the order in which they stand. */
export const pagesInOrder = ({ pages, order }: PhotoDraftRow): readonly PhotoPage[] =>
  order.flatMap((hash) => pages.find((page) => page.hash === hash) ?? []);

export const draftsOf = async (core: Core, of: PhotosFor): Promise<readonly PhotoDraft[]> =>
  ((await getMeta(core.store.mirror, "photoDrafts")) ?? [])
    .filter((draft) => draft.of === of)
    .map((draft) => ({
      photo: draft.photo,
      title: draft.title,
      pages: pagesInOrder(draft),
      ...(draft.declaredBy && { declaredBy: draft.declaredBy }),
    }));

/** Inside a transaction over `meta`. */
export const editDrafts = async (
  core: Core,
  edit: (drafts: readonly PhotoDraftRow[]) => readonly PhotoDraftRow[],
): Promise<void> => {
  const { work } = core.store;
  await putMeta(work, "photoDrafts", edit((await getMeta(work, "photoDrafts")) ?? []));
};

export const changeDraft = (
  core: Core,
  photo: PhotoId,
  change: (draft: PhotoDraftRow) => PhotoDraftRow | undefined,
): Promise<void> => {
  const { work } = core.store;
  return work.transaction("rw", [work.meta], () =>
    editDrafts(core, (drafts) =>
      drafts.flatMap((one) => (one.photo === photo ? (change(one) ?? []) : [one])),
    ),
  );
};

/** Keeps a page with its paper, in one strict transaction; makes room once where there is none. */
export const keepPage = async (
  core: Core,
  of: PhotosFor,
  photo: PhotoId,
  { data, width, height }: Picture,
): Promise<Result<PhotoPage, PageProblem>> => {
  const page: PhotoPage = {
    hash: await sha256(data),
    bytes: data.length,
    media: photoMedia,
    width,
    height,
  };
  try {
    return await storePage(core, of, photo, page, data);
  } catch (error) {
    if (!isQuotaError(error)) return err("failed");
    const { freeFiles } = await loadStorage();
    if ((await freeFiles(core).catch(() => 0)) === 0) return err("storage-full");
    return storePage(core, of, photo, page, data).catch((again) =>
      err(isQuotaError(again) ? "storage-full" : "failed"),
    );
  }
};

const storePage = (
  core: Core,
  of: PhotosFor,
  photo: PhotoId,
  page: PhotoPage,
  data: Uint8Array<ArrayBuffer>,
): Promise<Result<PhotoPage, PageProblem>> => {
  const { work } = core.store;
  return work.transaction("rw", [work.meta, work.files, work.chunks], async () => {
    const drafts = (await getMeta(work, "photoDrafts")) ?? [];
    const known: PhotoDraftRow = drafts.find((one) => one.photo === photo) ?? {
      photo,
      of,
      title: "",
      pages: [],
      order: [],
    };
    if (known.order.includes(page.hash)) return err("same-page");
    if (known.order.length >= photoLimits.pages) return err("too-many-pages");
    // Who declared the paper did not see this page.
    const { declaredBy: _, ...undeclared } = known;
    const draft = {
      ...undeclared,
      pages: [...known.pages.filter(({ hash }) => hash !== page.hash), page],
      order: [...known.order, page.hash],
    };
    await editDrafts(core, () => [...drafts.filter((one) => one.photo !== photo), draft]);
    const row = await work.files.get(page.hash);
    const { hash, bytes, media } = page;
    await work.files.put({
      about: "",
      ...row,
      hash,
      bytes,
      media,
      done: bytes,
      whole: 1,
      usedAt: core.clock.now(),
    });
    await work.chunks.bulkPut(toChunks(hash, data));
    return ok(page);
  });
};

/** Throws where a page is not on disk in full: then nothing that names it may be written. Inside a transaction. */
export const requirePages = async (core: Core, hashes: readonly Hash[]): Promise<void> => {
  const rows = await core.store.work.files.bulkGet([...hashes]);
  if (!rows.every((row) => row?.whole)) throw new Error("a page is not on this phone");
};
