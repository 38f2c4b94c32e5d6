import type { DeviceKey, Directory } from "../../domain/directory";
import type { MemberId } from "../../domain/ids";

/** A member's phone in the form in which the office vouches for it. */
export type VouchedPhone = Pick<DeviceKey, "id" | "key" | "offer" | "enrolledAt">;

/** The phones that another cell must hear of when their member comes to it. A publishing key is known to the whole commune. */
export const phonesOf = (directory: Directory, member: MemberId): readonly VouchedPhone[] =>
  [...directory.keys.values()]
    .filter((key) => key.member === member && !key.office && !directory.revoked.has(key.id))
    .map(({ id, key, offer, enrolledAt }) => ({ id, key, offer, enrolledAt }));
