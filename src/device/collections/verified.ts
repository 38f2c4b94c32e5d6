import type { Hash } from "../../domain/ids";
import { sha256 } from "../../protocol/sha256";
import { readChunks } from "../files/transfer";
import type { Store } from "../store/open-store";
import { getText, textsHere } from "../store/texts";

/** Which bytes on the phone are those that a paper's signature names. */
export interface Verified {
  texts(hashes: readonly Hash[]): Promise<ReadonlySet<Hash>>;
  files(hashes: readonly Hash[]): Promise<ReadonlySet<Hash>>;
}

/**
 * Hashes what lies in the database. What was right once is not hashed again while it lies there: a row that went and came
 * back is, since it may be another.
 */
export const createVerified = ({ mirror, ...store }: Store): Verified => {
  const right = new Set<Hash>();
  const check = async (
    hashes: readonly Hash[],
    here: ReadonlySet<Hash>,
    read: (hash: Hash) => Promise<Uint8Array<ArrayBuffer> | undefined>,
  ): Promise<ReadonlySet<Hash>> => {
    const found = new Set<Hash>();
    for (const hash of new Set(hashes)) {
      if (!here.has(hash)) {
        right.delete(hash);
        continue;
      }
      if (!right.has(hash)) {
        const bytes = await read(hash);
        if (!bytes || (await sha256(bytes)) !== hash) continue;
        right.add(hash);
      }
      found.add(hash);
    }
    return found;
  };
  return {
    texts: async (hashes) =>
      check(hashes, hashes.length > 0 ? await textsHere(mirror, hashes) : new Set(), (hash) =>
        getText(mirror, hash),
      ),
    files: async (hashes) => {
      const rows = await mirror.files.bulkGet([...hashes]);
      const whole = new Set(rows.flatMap((row) => (row?.whole && row.done === row.bytes ? [row.hash] : [])));
      return check(hashes, whole, async (hash) => {
        const blob = await readChunks({ mirror, ...store }, hash, "");
        return new Uint8Array(await blob.arrayBuffer());
      });
    },
  };
};
