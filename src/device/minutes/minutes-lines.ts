import type { MemberId } from "../../domain/ids";
import type { MinutesLine } from "../../domain/minutes";
import { checkVotes, isCarried, type RollCall } from "../../domain/roll-call";
import type { MinutesDraft } from "./minutes-draft";
import type { AgendaPoint, TextOwner } from "./names";

type LineOf<Is extends MinutesLine["is"]> = Extract<MinutesLine, { readonly is: Is }>;
export type ReviewLine = LineOf<"review">;
export type ScoreLine = LineOf<"score">;

/** All that goes into the minutes. */
export interface MinutesMatter {
  readonly draft: MinutesDraft;
  /** What was written of something, as it stands. */
  readonly text: (owner: TextOwner, id: string) => string;
  readonly points: readonly AgendaPoint[];
  readonly papers: readonly string[];
  readonly review: readonly ReviewLine[];
  readonly score: readonly ScoreLine[];
  readonly nameOf: (member: MemberId) => string | undefined;
  readonly guests: readonly { readonly guest: string; readonly name: string }[];
  readonly figures: RollCall;
}

export const resolutionParts = ["number", "results", "direction", "assignment", "assessment"] as const;

const filled = (text: string): string | undefined => text.normalize("NFC").trim() || undefined;

/** Points of the agenda, and after them those that something was written under before the agenda was changed. */
export const allPoints = (draft: MinutesDraft, points: readonly AgendaPoint[]): readonly AgendaPoint[] => {
  const known = new Set(points.map(({ key }) => key));
  const more = new Set(
    [...draft.statements, ...draft.votes, ...draft.tasks]
      .filter((one) => !one.gone && !known.has(one.point))
      .map(({ point }) => point),
  );
  return [...points, ...[...more].map((key) => ({ key, point: key.slice(0, 300) }))];
};

/** A guest's name as it stands on the roll now; as it was written down, where he is no longer on it. */
export const guestName = (
  guests: MinutesMatter["guests"],
  { guest, name }: { readonly guest?: string | undefined; readonly name?: string | undefined },
): string | undefined => guests.find((one) => one.guest === guest)?.name ?? name;

/** The minutes in the order in which they are read out. What has no words is left out. */
export const minutesLines = (matter: MinutesMatter): readonly MinutesLine[] => {
  const { draft, points, nameOf, figures } = matter;
  const text = (owner: TextOwner, id: string) => filled(matter.text(owner, id));
  const under = <T extends { readonly point: string; readonly gone?: boolean | undefined }>(
    things: readonly T[],
    key: string,
  ) => things.filter((one) => one.point === key && !one.gone);

  const ofPoint = ({ key, point }: AgendaPoint): MinutesLine[] => {
    const conclusion = text("conclusion", key);
    return [
      { is: "point", point },
      ...under(draft.statements, key).flatMap(({ id, member, ...facts }): MinutesLine[] => {
        const said = text("statement", id);
        const speaker = member ? nameOf(member) : guestName(matter.guests, facts);
        return said
          ? [{ is: "statement", ...(member && { member }), ...(speaker && { name: speaker }), text: said }]
          : [];
      }),
      ...(conclusion ? [{ is: "conclusion" as const, text: conclusion }] : []),
      ...under(draft.votes, key).flatMap(({ id, form, needs, agree, disagree, other }): MinutesLine[] => {
        const matter = text("vote", id);
        const counted = { agree, disagree, other };
        return matter
          ? [{ is: "vote", matter, form, needs, ...counted, carried: isCarried(counted, figures, needs) }]
          : [];
      }),
      ...under(draft.tasks, key).flatMap(({ id, lead, support, dueOn }): MinutesLine[] => {
        const what = text("task", id);
        const name = lead && nameOf(lead);
        const others = support.flatMap((one) => nameOf(one) ?? []).join(", ");
        return what && name
          ? [
              {
                is: "task",
                task: id,
                text: what,
                lead: name,
                ...(others && { support: others }),
                ...(dueOn && { dueOn }),
              },
            ]
          : [];
      }),
    ];
  };

  return [
    ...matter.papers.map((name): MinutesLine => ({ is: "paper", name })),
    ...matter.review,
    ...allPoints(draft, points).flatMap(ofPoint),
    ...matter.score,
    ...(draft.head.resolution
      ? resolutionParts.flatMap((part): MinutesLine[] => {
          const words = text("resolution", part);
          return words ? [{ is: "resolution", part, text: words }] : [];
        })
      : []),
  ];
};

/** What must be mended before the meeting can be closed: tasks that lack words or a person. */
export const unfinishedTasks = (draft: MinutesDraft, text: MinutesMatter["text"]): readonly string[] =>
  draft.tasks
    .filter((one) => !one.gone)
    .filter(({ id, lead }) => (filled(text("task", id)) === undefined) !== (lead === undefined))
    .map(({ id }) => id);

/**
 * Votes that cannot be right: more hands than voters, hands counted for nothing named, or a matter for which none were counted.
 * They would stand in the minutes for good, or be left out of them.
 */
export const doubtfulVotes = (
  draft: MinutesDraft,
  text: MinutesMatter["text"],
  figures: Pick<RollCall, "voters">,
): readonly string[] =>
  draft.votes
    .filter((one) => !one.gone)
    .filter(({ id, ...votes }) => {
      const counted = votes.agree + votes.disagree + votes.other > 0;
      const named = filled(text("vote", id)) !== undefined;
      return counted !== named || (counted && checkVotes(votes, figures) === "too-many");
    })
    .map(({ id }) => id);

/** Letters of the lines in one part: with its envelope it is one entry. */
const partLetters = 48 * 1024;

/** Lines in parts that each fit an entry; there is at least one. */
export const splitLines = (lines: readonly MinutesLine[]): readonly (readonly MinutesLine[])[] => {
  const parts: MinutesLine[][] = [[]];
  let letters = 0;
  for (const one of lines) {
    const length = JSON.stringify(one).length + 1;
    if (letters + length > partLetters) {
      parts.push([]);
      letters = 0;
    }
    parts.at(-1)?.push(one);
    letters += length;
  }
  return parts;
};
