import type { Hash } from "../domain/ids";
import { textRank } from "./apply/document-record";
import { keptForMeetings, savedTexts } from "./collections/kept-blobs";
import type { Core } from "./core";
import type { StorageReport } from "./device";
import { removeFile } from "./files/transfer";
import { unsentFiles } from "./photos/held";
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

/**
 * Frees heavy files, the longest unused first, but the one that is under way, those of the meetings to come (they would
 * only come again, and the hall has no signal) and what is only here. Returns the bytes freed.
 */
export const freeFiles = async (core: Core, underWay?: Hash): Promise<number> => {
  const { store } = core;
  const kept = new Set((await keptForMeetings(core)).files.map(({ hash }) => hash));
  const files = (await store.mirror.files.toArray()).sort((a, b) => a.usedAt - b.usedAt);
  const unsent = await unsentFiles(store.mirror);
  let freed = 0;
  for (const row of files) {
    const { hash, done, about } = row;
    if (hash === underWay || kept.has(hash) || unsent.has(hash) || done === 0) continue;
    await removeFile(store, hash, about ? { ...row, sent: false, done: 0, whole: 0 } : undefined);
    freed += done;
  }
  return freed;
};

/**
 * Frees files, then texts of papers already read: they come again when opened. Never unsent work, never what is unread,
 * saved, or wanted at a meeting to come.
 */
export const freeStorage = async (core: Core): Promise<number> => {
  const { mirror } = core.store;
  let freed = await freeFiles(core);
  const kept = new Set([...(await keptForMeetings(core)).texts.keys(), ...(await savedTexts(core))]);
  const read = await mirror.documents.where("sort").startsWith("1").toArray();
  const here = await textsHere(
    mirror,
    read.flatMap(({ text }) => text ?? []),
  );
  const freeing = new Map<Hash, WantedText>();
  for (const record of read) {
    const text = record.view.issued?.text;
    if (!text || !here.has(text.hash) || kept.has(text.hash) || freeing.has(text.hash)) continue;
    freeing.set(text.hash, { hash: text.hash, state: "freed", rank: textRank(record), places: [] });
  }
  await mirror.transaction("rw", [mirror.texts, mirror.wanted], async () => {
    freed += await removeTexts(mirror, [...freeing.keys()]);
    await addWanted(mirror, [...freeing.values()]);
  });
  return freed;
};
