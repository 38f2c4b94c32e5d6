import type { Hash } from "../domain/ids";
import { textRank } from "./apply/document-record";
import type { Core } from "./core";
import type { StorageReport } from "./device";
import { removeFile } from "./files/transfer";
import type { Store } from "./store/open-store";
import { ownUnsent } from "./store/outbox";
import type { WantedText } from "./store/rows";
import { removeTexts, textBytes, textsHere } from "./store/texts";
import { addWanted } from "./store/wanted";

/** What is kept on this phone and how much of it. */
export const reportStorage = async (core: Core): Promise<StorageReport> => {
  const { mirror } = core.store;
  const files = await mirror.files.toArray();
  const unsent = await mirror.outbox.where("state").anyOf(ownUnsent).count();
  return {
    documents: await mirror.documents.where("sort").above("").count(),
    textBytes: await textBytes(mirror),
    files: files.filter(({ whole }) => whole).length,
    fileBytes: files.reduce((sum, { done }) => sum + done, 0),
    unsent,
    ...(await core.deps.origin.estimate().catch(() => ({}))),
  };
};

/** Frees all heavy files but one, the longest unused first. Returns the bytes freed. */
export const freeFiles = async (store: Store, keep?: Hash): Promise<number> => {
  const files = (await store.mirror.files.toArray()).sort((a, b) => a.usedAt - b.usedAt);
  let freed = 0;
  for (const { hash, done } of files) {
    if (hash === keep) continue;
    await removeFile(store, hash);
    freed += done;
  }
  return freed;
};

/** Frees files, then texts of papers already read: they come again when opened. Never unsent work, never what is unread. */
export const freeStorage = async (core: Core): Promise<number> => {
  const { mirror } = core.store;
  let freed = await freeFiles(core.store);
  const read = await mirror.documents.where("sort").startsWith("1").toArray();
  const here = await textsHere(
    mirror,
    read.flatMap(({ text }) => text ?? []),
  );
  const freeing = new Map<Hash, WantedText>();
  for (const record of read) {
    const text = record.view.issued?.text;
    if (!text || !here.has(text.hash) || freeing.has(text.hash)) continue;
    freeing.set(text.hash, { hash: text.hash, state: "freed", rank: textRank(record), places: [] });
  }
  await mirror.transaction("rw", [mirror.texts, mirror.wanted], async () => {
    freed += await removeTexts(mirror, [...freeing.keys()]);
    await addWanted(mirror, [...freeing.values()]);
  });
  return freed;
};
