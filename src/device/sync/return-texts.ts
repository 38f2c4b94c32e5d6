import { definitionOf } from "../../domain/every-definition";
import { parseEntry } from "../../protocol/signed-entry";
import type { Core } from "../core";
import { uploadBlob } from "../files/transfer";
import type { OutboxRow } from "../store/rows";
import { getText } from "../store/texts";

/**
 * A server restored from a backup has lost the texts of later papers with the papers, and takes none back without its text.
 * A desk or a secretary's phone that has the text brings it first. True where the entry may be pushed once more;
 * throws where the line broke, so that it stays in the outbox for the next run.
 */
export const returnTexts = async (core: Core, row: OutboxRow): Promise<boolean> => {
  const entry = parseEntry(row.payload);
  const texts = entry.ok ? (definitionOf(entry.value.type)?.texts?.(entry.value.body) ?? []) : [];
  for (const { hash } of texts) {
    const data = await getText(core.store.mirror, hash);
    if (!data) return false;
    const brought = await uploadBlob(core, new Blob([data]), () => undefined);
    // A member's phone brings none.
    if (!brought.ok && brought.error === "not-allowed") return false;
    if (!brought.ok) throw new Error("a text could not be brought");
  }
  return texts.length > 0;
};
