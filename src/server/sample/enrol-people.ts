import type { OfferRole } from "../../domain/directory";
import { deviceEnrolled, enrolmentOffered, offerLifetime } from "../../domain/enrolment";
import type { MemberId, OrgId } from "../../domain/ids";
import { cellScope, type Scope } from "../../domain/scope";
import { proveEnrolment } from "../../protocol/enrolment-proof";
import { createSigner, generateKeyPair, type Signer } from "../../protocol/keys";
import type { SampleWriter } from "./sample-writer";

interface Person {
  readonly member: MemberId;
  readonly org: OrgId;
  /** How a desk signs. */
  readonly title?: string;
}

const newSigner = async (): Promise<Signer> => createSigner(await generateKeyPair(false));

/** Offer and device for several people at once, through the real chain. */
export const enrolPeople = async (
  writer: SampleWriter,
  by: Signer,
  people: readonly Person[],
  role: OfferRole,
): Promise<Signer[]> => {
  const scopes = (org: OrgId): Scope[] => [
    ...(role === "office" ? (["commune"] as const) : []),
    cellScope(org),
    "office",
  ];
  const links = await Promise.all(people.map(newSigner));
  const expires = writer.nextMoment() + offerLifetime;
  const offers = await writer.writeNow(
    by,
    people.map(({ member, org, title }, i) => ({
      type: enrolmentOffered.type,
      scopes: scopes(org),
      subject: member,
      body: { member, org, role, ...(title && { title }), key: links[i]?.key, expires },
    })),
  );
  const devices = await Promise.all(people.map(newSigner));
  const enrolments = await Promise.all(
    people.map(async ({ member, org }, i) => {
      const [link, offer, device] = [links[i], offers[i], devices[i]];
      if (!link || !offer || !device) throw new Error("an offer is missing");
      const proof = await proveEnrolment(link, offer.id, device.id);
      const body = { offer: offer.id, org, key: device.key, proof };
      const draft = { type: deviceEnrolled.type, scopes: scopes(org), subject: member, body };
      return { signer: device, at: writer.nextMoment(), draft };
    }),
  );
  await writer.write(enrolments);
  return devices;
};
