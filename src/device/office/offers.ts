import type { Directory, Member, OfferRole } from "../../domain/directory";
import { enrolmentOffered, keyScopes, offerLifetime } from "../../domain/enrolment";
import { formatEnrolmentLink } from "../../protocol/enrolment-link";
import { exportPrivateKey, generateKeyPair } from "../../protocol/keys";
import type { Device } from "../device";
import { type Outcome, submit } from "./verdict";

/** One line of the enrolment sheet. The link holds the one-time key and is nowhere but here: it is shown once. */
export interface EnrolmentLink {
  readonly member: Member;
  readonly role: OfferRole;
  readonly link: string;
  /** Milliseconds. */
  readonly expires: number;
}

export interface OfferResult {
  readonly links: readonly EnrolmentLink[];
  /** A link works once the server has the offer. */
  readonly outcome: Outcome;
}

/** The signing moment is set a little after this one: an offer must not live longer than its seven days. */
const margin = 60_000;
/** Written together: as many offers as fit a push with room to spare. */
const batch = 200;

/**
 * Makes a one-time link for each member: the office for anyone, a secretary for members of his own cell. Whoever
 * holds a role in his cell is offered it by name; the role itself stands in the directory.
 */
export const offerEnrolment = async (
  device: Device,
  directory: Directory,
  members: readonly Member[],
  origin: string,
): Promise<OfferResult> => {
  const root = directory.commune?.root;
  if (!root) throw new Error("no commune on this device");
  const office = device.state.getState().identity?.office ?? false;
  const expires = device.now() + offerLifetime - margin;
  const links: EnrolmentLink[] = [];
  let outcome: Outcome = { is: "applied" };
  for (let start = 0; start < members.length; start += batch) {
    const part = await Promise.all(
      members.slice(start, start + batch).map(async (member) => {
        const key = await exportPrivateKey(await generateKeyPair(true));
        const cellRole = directory.roles.get(member.id);
        const role: OfferRole =
          office && (cellRole === "secretary" || cellRole === "deputy") ? "secretary" : "member";
        return { member, key, role };
      }),
    );
    const { ids, outcome: verdict } = await submit(
      device,
      part.map(({ member, key, role }) => ({
        type: enrolmentOffered.type,
        scopes: keyScopes(member.org, false),
        subject: member.id,
        body: { member: member.id, org: member.org, role, key: { x: key.x, y: key.y }, expires },
      })),
    );
    part.forEach(({ member, key, role }, i) => {
      const offer = ids[i];
      if (offer)
        links.push({ member, role, expires, link: formatEnrolmentLink(origin, { offer, root, key }) });
    });
    if (outcome.is === "applied") outcome = verdict;
  }
  return { links, outcome };
};
