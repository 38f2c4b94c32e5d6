import { type Directory, publicKeyOf } from "../../domain/directory";
import { parseEntry, type SignedEntry, verifyEntry } from "../../protocol/signed-entry";

/** Whether an entry is as its author signed it; undefined where this phone does not know his key. */
export const isAsSigned = async (signed: SignedEntry, directory: Directory): Promise<boolean | undefined> => {
  const entry = parseEntry(signed.payload);
  if (!entry.ok) return false;
  const key = publicKeyOf(directory, entry.value.by);
  return key && verifyEntry(signed, key);
};
