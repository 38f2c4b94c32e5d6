import { type Rating, sumOf } from "../../domain/meeting-score";
import type { MinutesLine } from "../../domain/minutes";

export interface MeetingScore {
  readonly rows: readonly Extract<MinutesLine, { readonly is: "score" }>[];
  readonly given: number;
  readonly most: number;
  readonly rating: Rating;
}

/** The meeting's own score; undefined where it was not scored. */
export const scoreOf = (lines: readonly MinutesLine[]): MeetingScore | undefined => {
  const rows = lines.filter((one) => one.is === "score");
  const all = sumOf(rows);
  return all.most === 0 ? undefined : { rows, ...all };
};
