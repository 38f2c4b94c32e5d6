import * as v from "valibot";
import { authorOf, type Directory, keyCountsAt, publicKeyOf } from "../domain/directory";
import { deviceEnrolled } from "../domain/enrolment";
import type { Author, Entry, EntryDefinition } from "../domain/entry";
import type { KeyId } from "../domain/ids";
import type { PublicKey } from "../domain/public-key";
import type { Refusal } from "../domain/refusal";
import { loadDefinition } from "../domain/registry";
import { err, ok, type Result } from "../domain/result";
import { checkEnrolmentProof } from "./enrolment-proof";
import { thumbprint } from "./keys";
import { parseEntry, type SignedEntry, verifyEntry } from "./signed-entry";

/** An entry that passed every check: it may be applied. */
export interface Admitted extends SignedEntry {
  readonly entry: Entry;
  readonly definition: EntryDefinition;
  readonly author: Author;
}

export interface AdmitOptions {
  /** Thumbprint of the commune's root, pinned at enrolment; a founding entry by another root is refused. */
  readonly root: KeyId;
}

/**
 * The one gate. Phone and server let an entry in by these same checks, whatever channel it came by:
 * shape, known type, known author, key not revoked at that moment, signature, the type's own rule.
 */
export const admit = async (
  signed: SignedEntry,
  directory: Directory,
  { root }: AdmitOptions,
): Promise<Result<Admitted, Refusal>> => {
  const parsed = parseEntry(signed.payload);
  if (!parsed.ok) return parsed;
  const definition = await loadDefinition(parsed.value.type);
  if (!definition) return err("unknown-type");
  const body = v.safeParse(definition.body, parsed.value.body);
  if (!body.success) return err("malformed");
  const entry: Entry = { ...parsed.value, body: body.output };

  const introduced = definition.introduces?.(entry.body);
  const signer = introduced ? await introduce(entry, introduced, directory, root) : known(entry, directory);
  if (!signer.ok) return signer;
  if (!keyCountsAt(directory, entry.by, entry.at)) return err("revoked-key");
  if (!(await verifyEntry(signed, signer.value.key))) return err("bad-signature");

  const refusal = definition.mayWrite(signer.value.author, entry, directory);
  if (refusal) return err(refusal);
  return ok({ ...signed, entry, definition, author: signer.value.author });
};

type Signatory = { readonly key: PublicKey; readonly author: Author };

const known = (entry: Entry, directory: Directory): Result<Signatory, Refusal> => {
  const author = authorOf(directory, entry.by, entry.at);
  const key = publicKeyOf(directory, entry.by);
  return author && key ? ok({ author, key }) : err("unknown-author");
};

/** A key that presents itself: it must be the root that was pinned, or hold proof of a one-time offer. */
const introduce = async (
  entry: Entry,
  key: PublicKey,
  directory: Directory,
  root: KeyId,
): Promise<Result<Signatory, Refusal>> => {
  if ((await thumbprint(key)) !== entry.by) return err("bad-signature");
  const author = { key: entry.by, root: false, office: false, committee: false, secretary: false };
  if (entry.type !== deviceEnrolled.type)
    return entry.by === root
      ? ok({ key, author: { ...author, root: true, office: true } })
      : err("wrong-commune");

  const { offer: id, proof } = v.parse(deviceEnrolled.body, entry.body);
  const offer = directory.offers.get(id);
  if (!offer) return err("offer-unknown");
  return (await checkEnrolmentProof(offer.key, proof, id, entry.by))
    ? ok({ key, author })
    : err("bad-signature");
};
