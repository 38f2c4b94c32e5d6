import * as v from "valibot";
import { checkInCode } from "./check-in-code";
import type { Author, Entry, EntryDefinition } from "./entry";
import { documentId, type EntryId, type MemberId, meetingId, memberId, type OrgId, orgId } from "./ids";
import type { Refusal } from "./refusal";
import { cellScope, committeeScope, memberScope, type Scope, sameScopes } from "./scope";
import { line } from "./text-field";

/** Regular and thematic meetings of a cell, meetings of its committee, conferences that the office calls (domain.md 2.5). */
export const meetingKinds = ["regular", "thematic", "committee", "conference"] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/** What a call may hold: letters of a line, points and papers, and minutes up to a conference of a day and an evening. */
export const callLimits = {
  line: 120,
  point: 300,
  points: 40,
  papers: 20,
  fewestMinutes: 5,
  mostMinutes: 16 * 60,
} as const;

const moment = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Who holds the meeting: a cell, or the office. What somebody else says of it does not count. */
export type Host = OrgId | "office";
const host: v.GenericSchema<unknown, Host> = v.union([v.literal("office"), orgId]);

const calledBody = v.object({
  host,
  kind: v.picklist(meetingKinds),
  title: line(callLimits.line),
  place: line(callLimits.line),
  /** When it begins, milliseconds. */
  startsAt: moment,
  minutes: v.pipe(
    v.number(),
    v.safeInteger(),
    v.minValue(callLimits.fewestMinutes),
    v.maxValue(callLimits.mostMinutes),
  ),
  /** Points of the agenda in their order. */
  agenda: v.pipe(v.array(line(callLimits.point)), v.maxLength(callLimits.points)),
  papers: v.pipe(v.array(documentId), v.maxLength(callLimits.papers)),
});
export type MeetingCall = v.InferOutput<typeof calledBody>;

/** When and in which entry something was said: of two words of one host the later holds, on every device the same one. */
interface Said {
  readonly at: number;
  readonly id: EntryId;
}

const later = <T extends Said>(known: T | undefined, said: T): T =>
  !known || said.at > known.at || (said.at === known.at && said.id > known.id) ? said : known;

/** A member's place in the roll; `presence` is undefined where an earlier mark was taken back. */
export interface Mark extends Said {
  readonly presence?: "present" | "excused" | "unexcused" | undefined;
  readonly reason?: string | undefined;
}

export interface Guest extends Said {
  /** Empty where he was put down by mistake. */
  readonly name: string;
}

/** A member's own check-in, with the code that his phone read. Whether it counts is judged by who knows the secret. */
export interface CheckIn extends Said {
  readonly code: string;
}

interface ByHost {
  readonly host: Host;
}
export type ByName<T> = { readonly [name: string]: T };

/** All that was said of one meeting. Read it through `meeting-view.ts`, which knows whose word counts. */
export interface MeetingView {
  readonly called?: MeetingCall & Said & { readonly scopes: readonly Scope[] };
  readonly changes: ByName<MeetingCall & Said>;
  readonly cancels: ByName<Said & { readonly reason: string }>;
  readonly secrets: readonly (Said & ByHost & { readonly secret: string })[];
  readonly marks: ByName<ByName<Mark>>;
  readonly guests: ByName<ByName<Guest>>;
  /** By member, the earliest first. */
  readonly checkIns: ByName<readonly CheckIn[]>;
}

export const emptyMeeting: MeetingView = {
  changes: {},
  cancels: {},
  secrets: [],
  marks: {},
  guests: {},
  checkIns: {},
};

/** The rooms in which a host prepares and runs a meeting. */
export const hostScopes = (host: Host): Scope[] => [host === "office" ? "office" : committeeScope(host)];

/** Where a call is read: by the cell or its committee and the office; a conference by whom the office calls. */
export const callScopes = (host: OrgId, kind: Exclude<MeetingKind, "conference">): Scope[] => [
  kind === "committee" ? committeeScope(host) : cellScope(host),
  "office",
];

/** The office calls anyone to a conference; a secretary or deputy his own cell to everything else. */
const calls = (author: Author, { scopes, body }: Entry<string, MeetingCall>): Refusal | undefined => {
  const { host, kind } = body;
  if ((kind === "conference") !== (host === "office")) return "malformed";
  if (kind === "conference" || host === "office") return author.office ? undefined : "not-allowed";
  if (!author.secretary || author.org !== host) return "not-allowed";
  return sameScopes(scopes, callScopes(host, kind)) ? undefined : "wrong-scope";
};

/** As `calls`, where the kind of the meeting is not said again. */
const recalls = (author: Author, { scopes, body }: Entry<string, ByHost>): Refusal | undefined => {
  const { host } = body;
  if (host === "office") return author.office ? undefined : "not-allowed";
  if (!author.secretary || author.org !== host) return "not-allowed";
  const own = (["regular", "committee"] as const).some((kind) => sameScopes(scopes, callScopes(host, kind)));
  return own ? undefined : "wrong-scope";
};

/** The host's committee, or the office, among themselves. */
const runs = (author: Author, { scopes, body }: Entry<string, ByHost>): Refusal | undefined => {
  const { host } = body;
  const allowed = host === "office" ? author.office : author.committee && author.org === host;
  if (!allowed) return "not-allowed";
  return sameScopes(scopes, hostScopes(host)) ? undefined : "wrong-scope";
};

/** Order of what was said. */
export const bySaid = (a: Said, b: Said): number => a.at - b.at || (a.id < b.id ? -1 : 1);

const said = (entry: Entry): Said => ({ at: entry.at, id: entry.id });

/** What one host says of a thing that has a value for each name. */
const named = <T extends Said>(
  known: ByName<ByName<T>>,
  host: Host,
  name: string,
  value: T,
): ByName<ByName<T>> => ({
  ...known,
  [host]: { ...known[host], [name]: later(known[host]?.[name], value) },
});

const isMeeting = (entry: Entry): Refusal | undefined =>
  v.is(meetingId, entry.subject) ? undefined : "malformed";

const aggregate = { view: "meeting", empty: emptyMeeting } as const;

type Definition<Type extends string, Body> = EntryDefinition<Type, Body, MeetingView>;

export const meetingCalled: Definition<"meeting.called", MeetingCall> = {
  type: "meeting.called",
  ...aggregate,
  body: calledBody,
  claims: (entry) => [`meeting:${entry.subject}`],
  mayWrite: (author, entry) => isMeeting(entry) ?? calls(author, entry),
  reduce: (view, entry) => ({ ...view, called: { ...entry.body, ...said(entry), scopes: entry.scopes } }),
};

/** Another time, place, agenda or paper: the whole call as it is from now on. */
export const meetingChanged: Definition<"meeting.changed", MeetingCall> = {
  type: "meeting.changed",
  ...aggregate,
  body: calledBody,
  mayWrite: (author, entry) => isMeeting(entry) ?? calls(author, entry),
  reduce: (view, entry) => {
    const { host } = entry.body;
    const change = later(view.changes[host], { ...entry.body, ...said(entry) });
    return { ...view, changes: { ...view.changes, [host]: change } };
  },
};

const cancelledBody = v.object({ host, reason: line(200) });

export const meetingCancelled: Definition<"meeting.cancelled", v.InferOutput<typeof cancelledBody>> = {
  type: "meeting.cancelled",
  ...aggregate,
  body: cancelledBody,
  mayWrite: (author, entry) => isMeeting(entry) ?? recalls(author, entry),
  reduce: (view, entry) => {
    const { host } = entry.body;
    const cancel = later(view.cancels[host], { ...entry.body, ...said(entry) });
    return { ...view, cancels: { ...view.cancels, [host]: cancel } };
  },
};

const openedBody = v.object({ host, secret: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/)) });

/** From here on members can check in: the secret, from which the codes on the screen are made, stays among the hosts. */
export const meetingOpened: Definition<"meeting.opened", v.InferOutput<typeof openedBody>> = {
  type: "meeting.opened",
  ...aggregate,
  body: openedBody,
  mayWrite: (author, entry) => isMeeting(entry) ?? runs(author, entry),
  // Two phones may open one meeting unknown to each other: codes of both count, those of the earlier are shown.
  reduce: (view, entry) => ({
    ...view,
    secrets: [...view.secrets, { ...entry.body, ...said(entry) }].sort(bySaid),
  }),
};

const markedBody = v.variant("who", [
  v.object({
    who: v.literal("member"),
    host,
    member: memberId,
    presence: v.optional(v.picklist(["present", "excused", "unexcused"])),
    reason: v.optional(line(200)),
  }),
  v.object({
    who: v.literal("guest"),
    host,
    /** Named by the phone that put him down. */
    guest: memberId,
    name: v.optional(line(120)),
  }),
]);

/** A tick in the roll by an officer of the host. A correction is a new mark. */
export const attendanceMarked: Definition<"attendance.marked", v.InferOutput<typeof markedBody>> = {
  type: "attendance.marked",
  ...aggregate,
  body: markedBody,
  mayWrite: (author, entry) => isMeeting(entry) ?? runs(author, entry),
  reduce: (view, entry) => {
    const { body } = entry;
    if (body.who === "guest") {
      const guest = { ...said(entry), name: body.name ?? "" };
      return { ...view, guests: named(view.guests, body.host, body.guest, guest) };
    }
    const { presence, reason } = body;
    const mark = { ...said(entry), ...(presence && { presence }), ...(reason && { reason }) };
    return { ...view, marks: named(view.marks, body.host, body.member, mark) };
  },
};

const checkedBody = v.object({ code: v.pipe(v.string(), v.regex(checkInCode)) });

/** Where a member's own check-in goes: to the host's officers and to his other phone. */
export const checkInScopes = (host: Host, member: MemberId): Scope[] => [
  ...hostScopes(host),
  memberScope(member),
];

/** A member says that he came, with the code that he read in the room. */
export const attendanceChecked: Definition<"attendance.checked", v.InferOutput<typeof checkedBody>> = {
  type: "attendance.checked",
  ...aggregate,
  body: checkedBody,
  mayWrite: (author, entry) => {
    const { member, org } = author;
    if (!member || !org) return "not-allowed";
    const allowed = ([org, "office"] as const).some((host) =>
      sameScopes(entry.scopes, checkInScopes(host, member)),
    );
    return isMeeting(entry) ?? (allowed ? undefined : "wrong-scope");
  },
  reduce: (view, entry, author) => {
    if (!author.member) return view;
    const all = [...(view.checkIns[author.member] ?? []), { ...said(entry), code: entry.body.code }];
    return { ...view, checkIns: { ...view.checkIns, [author.member]: all.sort(bySaid) } };
  },
};

export const definitions = [
  meetingCalled,
  meetingChanged,
  meetingCancelled,
  meetingOpened,
  attendanceMarked,
  attendanceChecked,
] as readonly unknown[] as readonly EntryDefinition[];
