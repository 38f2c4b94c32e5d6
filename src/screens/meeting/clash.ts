import type { MeetingRow } from "../../device/meetings/meetings";
import type { MeetingId } from "../../domain/ids";
import { endOf } from "../../domain/meeting-view";

/** Another meeting of those that stands at that hour; `self` is the one that is being changed. */
export const clashOf = (
  others: readonly MeetingRow[],
  startsAt: number,
  minutes: number,
  self?: MeetingId,
): MeetingRow | undefined => {
  const end = endOf({ startsAt, minutes: Number.isFinite(minutes) ? minutes : 0 });
  return others.find(
    (one) =>
      one.id !== self &&
      one.changes &&
      one.cancelled === undefined &&
      !one.closed &&
      one.startsAt < end &&
      endOf(one) > startsAt,
  );
};
