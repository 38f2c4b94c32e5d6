import * as v from "valibot";
import type { EntryDefinition } from "./entry";
import { callLimits } from "./meeting";
import { host, later, type MeetingKind, meetingKinds, officerSays, type Said, said } from "./meeting-host";
import { line } from "./text-field";

/** Agendas that a host begins with in place of the built-in ones, by the kind of the meeting; without points it is none. */
export type AgendaView = {
  readonly [kind in MeetingKind]?: Said & { readonly points: readonly string[] };
};

const keptBody = v.object({
  host,
  kind: v.picklist(meetingKinds),
  points: v.pipe(v.array(line(callLimits.point)), v.maxLength(callLimits.points)),
});

/** A host keeps an agenda for its next meetings of that kind; an empty one takes it back. Its subject is the host. */
export const agendaKept: EntryDefinition<"agenda.kept", v.InferOutput<typeof keptBody>, AgendaView> = {
  type: "agenda.kept",
  view: "agenda",
  empty: {},
  body: keptBody,
  mayWrite: (author, entry) => (entry.subject === entry.body.host ? officerSays(author, entry) : "malformed"),
  reduce: (view, entry) => {
    const { kind, points } = entry.body;
    return { ...view, [kind]: later(view[kind], { ...said(entry), points }) };
  },
};

/** What the host begins a meeting of that kind with; undefined where it kept nothing of its own. */
export const keptAgenda = (
  view: AgendaView | undefined,
  kind: MeetingKind,
): readonly string[] | undefined => {
  const points = view?.[kind]?.points ?? [];
  return points.length > 0 ? points : undefined;
};
