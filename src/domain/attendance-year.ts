import { dayAt } from "./commune-day";
import type { MemberId } from "./ids";
import type { Closing } from "./meeting";
import { compareNames } from "./member-name";
import { mustCome } from "./roll-call";

/** A meeting that was closed, with its roll as it stood then. */
export type ClosedRoll = Pick<Closing, "startedAt" | "roll">;
type RollLine = Closing["roll"][number];

/** How often somebody was there in a year. */
export interface YearRow {
  readonly member: MemberId;
  /** As the latest roll of the year names him. */
  readonly name: string;
  /** Meetings to which he was called and had to come. */
  readonly called: number;
  readonly present: number;
  readonly excused: number;
  readonly unexcused: number;
}

/** The year of a moment (milliseconds) in the commune. */
export const yearAt = (ms: number): number => Number(dayAt(ms).slice(0, 4));

/** For who need not come (domain.md 2.6) the meeting counts only where he came. */
export const isOwed = ({ standing, presence }: Pick<RollLine, "standing" | "presence">): boolean =>
  presence === "present" || mustCome(standing);

/** The attendance of one year, of the meetings of one host, in the order of a roll. */
export const yearOf = (closings: readonly ClosedRoll[], year: number): readonly YearRow[] => {
  const rows = new Map<MemberId, YearRow>();
  const inYear = closings.filter(({ startedAt }) => yearAt(startedAt) === year);
  for (const { roll } of inYear.sort((a, b) => a.startedAt - b.startedAt))
    for (const line of roll) {
      const { member, name, presence } = line;
      const known = rows.get(member) ?? { member, name, called: 0, present: 0, excused: 0, unexcused: 0 };
      const owed = isOwed(line);
      rows.set(member, {
        ...known,
        name,
        called: known.called + (owed ? 1 : 0),
        ...(owed && presence && { [presence]: known[presence] + 1 }),
      });
    }
  return [...rows.values()].sort((a, b) => compareNames(a.name, b.name));
};

/** Years in which there was a meeting, the earliest first. */
export const yearsOf = (closings: readonly Pick<ClosedRoll, "startedAt">[]): readonly number[] =>
  [...new Set(closings.map(({ startedAt }) => yearAt(startedAt)))].sort((a, b) => a - b);
