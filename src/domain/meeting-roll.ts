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
  /** He checked in, but the code does not prove it, and why: an officer decides. */
  readonly doubtful?: Exclude<CheckInWorth, "counts">;
  /** When he checked in by himself, milliseconds: of a check-in that counts, else of the first. */
  readonly checkedAt?: number;
}

/** Who stood otherwise than the list of members says, when the meeting before was closed. */
export type StandingsBefore = ReadonlyMap<MemberId, Standing>;

/**
 * The roll of those called: an officer's mark goes before a member's own check-in, whenever it was made. A mark that was taken
 * back leaves what stood before it: the check-in, where there was one.
 */
export const rollOf = (
  view: MeetingView,
  called: readonly Pick<Member, "id" | "name" | "kind">[],
  worth: (checkIn: CheckIn) => CheckInWorth,
  before: StandingsBefore = new Map(),
): readonly RollRow[] => {
  const marks = marksOf(view);
  return called.map(({ id, name, kind }): RollRow => {
    const mark = marks[id];
    const said = mark?.standing === "listed" ? kind : mark?.standing;
    const row = { member: id, name, standing: said ?? before.get(id) ?? kind };
    if (mark?.presence)
      return { ...row, presence: mark.presence, by: "officer", ...(mark.reason && { reason: mark.reason }) };
    return { ...row, ...ownWord(view.checkIns[id] ?? [], worth) };
  });
};

/** What a member's own check-ins say of him: the best of them, and of equals the first. */
const ownWord = (
  checkIns: readonly CheckIn[],
  worth: (checkIn: CheckIn) => CheckInWorth,
): Pick<RollRow, "presence" | "by" | "doubtful" | "checkedAt"> => {
  const judged = checkIns.map((one) => ({ worth: worth(one), checkedAt: one.at }));
  const best = (["counts", "late", "unknown"] as const)
    .map((value) => judged.find((one) => one.worth === value))
    .find((one) => one !== undefined);
  if (!best) return {};
  const { checkedAt } = best;
  return best.worth === "counts"
    ? { presence: "present", by: "self", checkedAt }
    : { doubtful: best.worth, checkedAt };
};
