import * as v from "valibot";
import { type Directory, publicKeyOf } from "../../domain/directory";
import type { Entry } from "../../domain/entry";
import { definitionOf } from "../../domain/every-definition";
import type { PublicKey } from "../../domain/public-key";
import { thumbprint } from "../../protocol/keys";
import { parseEntry, type SignedEntry, verifyEntry } from "../../protocol/signed-entry";

/** Whether an entry is as its author signed it; undefined where this phone does not know his key. */
export const isAsSigned = async (signed: SignedEntry, directory: Directory): Promise<boolean | undefined> => {
  const parsed = parseEntry(signed.payload);
  if (!parsed.ok) return false;
  const entry = parsed.value;
  const known = publicKeyOf(directory, entry.by);
  const key = known ?? introducedBy(entry);
  if (!key) return undefined;
  return (known !== undefined || (await thumbprint(key)) === entry.by) && verifyEntry(signed, key);
};

/** The key that an enrolment brings along: it signs with that, known or not. */
const introducedBy = ({ type, body }: Entry): PublicKey | undefined => {
  const definition = definitionOf(type);
  return definition?.introduces && v.is(definition.body, body) ? definition.introduces(body) : undefined;
};
