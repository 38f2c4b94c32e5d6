import type { MeetingRecord } from "../../device/meetings/meetings";
import { scoreOf } from "./meeting-score";

const iso = (at: number) => new Date(at).toISOString();

/**
 * A closed meeting for another program to read (`thong-tin.json`): moments in ISO 8601, days `YYYY-MM-DD`, the lines of the
 * minutes as `domain/minutes.ts` has them. Names of phones and keys are not in it.
 */
export const recordData = (record: MeetingRecord): unknown => {
  const { meeting, hostName, communeName, closing, figures, minutes } = record;
  const { startedAt, endedAt, chair, writer, roll, guests, adopted } = closing;
  const score = scoreOf(minutes.lines);
  return {
    format: "so-chi-bo/meeting-record",
    version: 1,
    meeting: {
      id: meeting.id,
      kind: meeting.kind,
      title: meeting.title,
      place: meeting.place,
      startedAt: iso(startedAt),
      endedAt: iso(endedAt),
    },
    host: hostName,
    commune: communeName,
    chair,
    minuteTaker: writer,
    roll: roll.map(({ name, standing, presence, reason }) => ({ name, standing, presence, reason })),
    figures,
    guests,
    lines: minutes.lines,
    ...(score && { score: { given: score.given, most: score.most, rating: score.rating } }),
    adopted,
    addenda: minutes.addenda.map(({ at, text }) => ({ at: iso(at), text })),
  };
};
