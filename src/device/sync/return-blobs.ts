import { definitionOf } from "../../domain/every-definition";
import { parseEntry } from "../../protocol/signed-entry";
import type { Core } from "../core";
import { readFile, uploadBlob } from "../files/transfer";
import type { OutboxRow } from "../store/rows";
import { getText } from "../store/texts";

/**
 * A server restored from a backup has lost the texts, files and pages of later entries with the entries, and takes none back
 * without them. A desk or an officer's phone that has them all brings them first. True where the entry may be pushed once
 * more; throws where the line broke, so that it stays in the outbox for the next run.
 */
export const returnBlobs = async (core: Core, row: OutboxRow): Promise<boolean> => {
  const blobs = await blobsHere(core, row);
  if (!blobs) return false;
  for (const blob of blobs) {
    const brought = await uploadBlob(core, blob, () => undefined);
    // A member's phone brings none.
    if (!brought.ok && brought.error === "not-allowed") return false;
    if (!brought.ok) throw new Error("a text or file could not be brought");
  }
  return blobs.length > 0;
};

/** What an entry names, texts first; undefined where something of it is not on this phone. */
export const blobsHere = async (
  core: Core,
  { payload }: Pick<OutboxRow, "payload">,
): Promise<readonly Blob[] | undefined> => {
  const entry = parseEntry(payload);
  const definition = entry.ok ? definitionOf(entry.value.type) : undefined;
  if (!entry.ok || !definition) return undefined;
  const blobs: Blob[] = [];
  for (const { hash } of definition.texts?.(entry.value.body) ?? []) {
    const data = await getText(core.store.mirror, hash);
    if (!data) return undefined;
    blobs.push(new Blob([data]));
  }
  for (const { hash } of definition.files?.(entry.value.body) ?? []) {
    const file = await readFile(core, hash);
    if (!file) return undefined;
    blobs.push(file);
  }
  return blobs;
};
