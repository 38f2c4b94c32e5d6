import type { Member } from "./directory";
import type { MemberId } from "./ids";
import type { CheckIn, MeetingView } from "./meeting";
import { marksOf } from "./meeting-view";
import type { Presence, Standing } from "./roll-call";

/**
 * What a check-in is worth, as `protocol/meeting-code.ts` judges its code. `counts`: shown in the room at that time;
 * `late`: the code is the meeting's, but not of that moment (a photographed code, or a phone whose clock is wrong);
 * `unknown`: not a code of this meeting, or nobody here can tell.
 */
export type CheckInWorth = "counts" | "late" | "unknown";

/** A member in the roll of a meeting. */
export interface RollRow {
  readonly member: MemberId;
  readonly name: string;
  readonly standing: Standing;
  readonly presence?: Presence;
  readonly reason?: string;
  /** `officer`: ticked, or scanned at the door; `self`: by his own check-in, which counts until an officer says otherwise. */
  readonly by?: "officer" | "self";
  /** He checked in, but the code does not prove it: an officer decides. */
  readonly doubtful?: true;
}

/** The roll of those called: an officer's mark goes before a member's own check-in, whenever it was made. */
export const rollOf = (
  view: MeetingView,
  called: readonly Pick<Member, "id" | "name" | "kind">[],
  worth: (checkIn: CheckIn) => CheckInWorth,
): readonly RollRow[] => {
  const marks = marksOf(view);
  return called.map(({ id, name, kind }): RollRow => {
    const row = { member: id, name, standing: kind };
    const mark = marks[id];
    if (mark?.presence)
      return { ...row, presence: mark.presence, by: "officer", ...(mark.reason && { reason: mark.reason }) };
    // A mark that was taken back also takes back the check-ins before it.
    const checkIns = (view.checkIns[id] ?? []).filter(({ at }) => !mark || at > mark.at);
    if (checkIns.length === 0) return row;
    return checkIns.some((one) => worth(one) === "counts")
      ? { ...row, presence: "present", by: "self" }
      : { ...row, doubtful: true };
  });
};
