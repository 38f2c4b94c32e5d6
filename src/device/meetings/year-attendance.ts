import { isOwed, yearAt, yearOf, yearsOf } from "../../domain/attendance-year";
import type { MeetingId } from "../../domain/ids";
import type { Closing, MeetingView } from "../../domain/meeting";
import { meetingOf } from "../../domain/meeting-view";
import { closingOf } from "../../domain/minutes-view";
import type { Core } from "../core";
import type { Identity } from "../device";
import type { YearAttendance } from "./meetings";

/** A closed meeting of one's own cell. */
interface Closed {
  readonly id: MeetingId;
  readonly title: string;
  readonly closing: Pick<Closing, "startedAt" | "roll">;
}

/** What this member may know of a year: his own part; the whole cell's for who sits on its committee (domain.md 2.10). */
export const yearAttendance = (
  closed: readonly Closed[],
  { member, role }: Pick<Identity, "member" | "role">,
  year: number,
): YearAttendance => {
  const closings = closed.map(({ closing }) => closing);
  const rows = yearOf(closings, year);
  const own = rows.find((row) => row.member === member);
  const meetings = closed
    .filter(({ closing }) => yearAt(closing.startedAt) === year)
    .sort((a, b) => b.closing.startedAt - a.closing.startedAt)
    .flatMap(({ id, title, closing: { startedAt, roll } }) => {
      const line = roll.find((one) => one.member === member);
      if (!line) return [];
      const { presence } = line;
      return [{ id, title, startedAt, ...(presence && { presence }), owed: isOwed(line) }];
    });
  return {
    year,
    years: yearsOf(closings),
    meetings,
    ...(own && { own }),
    ...(role !== "member" && { rows }),
  };
};

/** The same of the meetings on this phone; a blank phone has attended nothing. */
export const readYear = async (core: Core, year: number): Promise<YearAttendance> => {
  const identity = core.identity();
  if (!identity) return { year, years: [], meetings: [] };
  const records = await core.store.mirror.views.where("kind").equals("meeting").toArray();
  const closed = records.flatMap((record) => {
    const view = record.view as MeetingView;
    const closing = closingOf(view);
    const title = meetingOf(view)?.title;
    return closing?.host === identity.org && title ? [{ id: record.id as MeetingId, title, closing }] : [];
  });
  return yearAttendance(closed, identity, year);
};
