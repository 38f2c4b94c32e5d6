import * as v from "valibot";
import { documentId, memberId, type taskId } from "../../domain/ids";
import { votes } from "../../domain/meeting";
import { moment } from "../../domain/meeting-host";
import { day, line } from "../../domain/text-field";

/*
 * What stands in minutes that are being written, beside their texts. It comes from other phones: what does not fit its
 * schema is left out, never trusted and never an error.
 */

/** Order and fate of a thing under a point. */
const placed = {
  /** As `names.ts` names it. */
  point: v.pipe(v.string(), v.maxLength(400)),
  at: moment,
  /** Taken out again; it can be brought back. */
  gone: v.optional(v.boolean()),
};

export const statementFacts = v.object({
  ...placed,
  member: v.optional(memberId),
  /** A guest, as the roll names him: a corrected name goes along. */
  guest: v.optional(memberId),
  /** The guest's name as it was then. */
  name: v.optional(line(120)),
});
export type StatementFacts = v.InferOutput<typeof statementFacts>;

export const voteFacts = v.object({
  ...placed,
  form: v.picklist(["card", "secret"]),
  needs: v.picklist(["majority", "two-thirds"]),
  ...votes.entries,
});
export type VoteFacts = v.InferOutput<typeof voteFacts>;

export const taskFacts = v.object({
  ...placed,
  lead: v.optional(memberId),
  support: v.pipe(v.array(memberId), v.maxLength(20)),
  dueOn: v.optional(day),
  /** The paper on the meeting's list that asks for it. */
  paper: v.optional(documentId),
});
export type TaskFacts = v.InferOutput<typeof taskFacts>;

/** When the meeting came to a point, and when it was done with it. */
export const pointFacts = v.object({ startedAt: v.optional(moment), doneAt: v.optional(moment) });
export type PointFacts = v.InferOutput<typeof pointFacts>;

export const headFacts = v.object({
  startedAt: v.optional(moment),
  /** When it ended, where the minutes are closed later than that. */
  endedAt: v.optional(moment),
  chair: v.optional(memberId),
  writer: v.optional(memberId),
  /** Who is on no roll: a guest who presides, the leaders of a conference. A member goes before it. */
  chairName: v.optional(line(120)),
  writerName: v.optional(line(120)),
  /** The meeting passes a resolution of its own. */
  resolution: v.optional(v.boolean()),
});
export type HeadFacts = v.InferOutput<typeof headFacts>;

export interface Statement extends StatementFacts {
  readonly id: string;
}
export interface Vote extends VoteFacts {
  readonly id: string;
}
export interface DraftTask extends TaskFacts {
  readonly id: v.InferOutput<typeof taskId>;
}

/** Minutes as they stand, without their texts. Lists are in the order in which their things were begun. */
export interface MinutesDraft {
  readonly head: HeadFacts;
  readonly points: { readonly [key: string]: PointFacts };
  readonly statements: readonly Statement[];
  readonly votes: readonly Vote[];
  readonly tasks: readonly DraftTask[];
  /** Points given, by the item of the sheet. */
  readonly score: { readonly [item: string]: number };
}
