import type { EntryId, KeyId } from "../domain/ids";
import type { PublicKey } from "../domain/public-key";
import { type Signer, verify } from "./keys";

/** What the one-time key signs: this offer, this device. The words keep it from being read as anything else. */
const statement = (offer: EntryId, device: KeyId) =>
  new TextEncoder().encode(`so-chi-bo/enrolment/1\n${offer}\n${device}`);

export const proveEnrolment = (oneTime: Signer, offer: EntryId, device: KeyId): Promise<string> =>
  oneTime.sign(statement(offer, device));

export const checkEnrolmentProof = (
  oneTime: PublicKey,
  proof: string,
  offer: EntryId,
  device: KeyId,
): Promise<boolean> => verify(oneTime, proof, statement(offer, device));
