import { enrolledDevices, revokeDevice } from "../../../src/device/office/devices";
import { offerEnrolment } from "../../../src/device/office/offers";
import { correctMember, grantRole, memberLeaves, moveMember } from "../../../src/device/office/roster";
import type { MemberId } from "../../../src/domain/ids";
import { directoryOn, type Operation } from "./acting";
import { origin } from "./world";

/** What the desk does about people and their phones. */
export const peopleOperations = {
  correct: (world, phone, { device }) => {
    const member = world.chance.pick([...(directoryOn(phone)?.members.values() ?? [])]);
    return member && correctMember(device, { ...member, name: `Đảng viên ${world.chance.below(1000)}` });
  },
  grant: (world, phone, { device }) => {
    const member = world.chance.pick(
      [...(directoryOn(phone)?.members.values() ?? [])].filter(({ left }) => !left),
    );
    return (
      member &&
      grantRole(
        device,
        member,
        world.chance.pick(["secretary", "deputy", "committee", null] as const) ?? null,
      )
    );
  },
  move: (world, phone, { device }) => {
    const directory = directoryOn(phone);
    const member = world.chance.pick([...(directory?.members.values() ?? [])]);
    const to = world.chance.pick(world.founding.cells.slice(1).filter((org) => org !== member?.org));
    return directory && member && to ? moveMember(device, directory, member, to) : undefined;
  },
  leaves: (world, phone, { device }) => {
    const member = world.chance.pick([...(directoryOn(phone)?.members.values() ?? [])]);
    return member && member.id !== phone.member ? memberLeaves(device, member) : undefined;
  },
  revoke: (world, phone, { device }) => {
    const directory = directoryOn(phone);
    const one = directory && world.chance.pick(enrolledDevices(directory).filter(({ key }) => !key.office));
    return directory && one ? revokeDevice(device, directory, one.key.id) : undefined;
  },
  /** A second phone, or one in place of a lost one. */
  secondPhone: async (world, phone, { device }) => {
    const directory = directoryOn(phone);
    const member = world.chance.pick([...(directory?.members.values() ?? [])].filter(({ left }) => !left));
    if (!directory || !member || world.phones.length >= 40) return "nothing";
    const { links } = await offerEnrolment(device, directory, [member], origin);
    const [offer] = links;
    if (!offer) return "nothing";
    const fresh = world.addPhone({ member: member.id as MemberId, link: offer.link });
    world.transcript.say(fresh.name, "is given a link");
    world.open(fresh);
  },
} satisfies Record<string, Operation>;
