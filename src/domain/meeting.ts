import * as v from "valibot";
import { checkInCode } from "./check-in-code";
import type { Author, Entry, EntryDefinition } from "./entry";
import { documentId, type MemberId, memberId } from "./ids";
import {
  type ByHost,
  bySaid,
  callScopes,
  type Host,
  host,
  hostScopes,
  isMeeting,
  later,
  leaderSays,
  leads,
  meetingKinds,
  moment,
  officerSays,
  type Said,
  said,
} from "./meeting-host";
import type { PhotoPaper } from "./meeting-photos";
import type { Refusal } from "./refusal";
import { standings } from "./roll-call";
import { memberScope, type Scope, sameScopes } from "./scope";
import { line, passage } from "./text-field";

/** What a call may hold: letters of a line, points and papers, and minutes up to a conference of a day and an evening. */
export const callLimits = {
  line: 120,
  point: 300,
  points: 40,
  papers: 20,
  fewestMinutes: 5,
  mostMinutes: 16 * 60,
} as const;

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

/**
 * How a member stands to a meeting, where an officer says otherwise than the list of members: for a time elsewhere, or suspended.
 * `listed` takes that back. It is said in the room of the officers alone, meeting by meeting.
 */
export const saidStandings = ["away", "suspended", "listed"] as const;
export type SaidStanding = (typeof saidStandings)[number];

/** A member's place in the roll; `presence` is undefined where an earlier mark was taken back. */
export interface Mark extends Said {
  readonly presence?: "present" | "excused" | "unexcused" | undefined;
  readonly reason?: string | undefined;
  readonly standing?: SaidStanding | undefined;
}

export interface Guest extends Said {
  /** Empty where he was put down by mistake. */
  readonly name: string;
  /** When he was first put down, so that a corrected name leaves him in his place; absent in views of older versions. */
  readonly cameAt?: number;
}

/** A member's own check-in, with the code that his phone read. Whether it counts is judged by who knows the secret. */
export interface CheckIn extends Said {
  readonly code: string;
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
  /** Its ends as its hosts told them, the earliest first. */
  readonly closings: readonly (Closing & Said)[];
  /** What was ticked off around it, by host. */
  readonly notes: ByName<ByName<Said & { readonly on?: number | undefined }>>;
  /** What members sent before it, by member, the earliest first. */
  readonly opinions: ByName<readonly (Said & { readonly text: string })[]>;
  /** Papers photographed for it and those taken back, by host; views of earlier versions have neither. */
  readonly photos?: ByName<ByName<PhotoPaper>>;
  readonly unphotographed?: ByName<ByName<Said>>;
}

export const emptyMeeting: MeetingView = {
  changes: {},
  cancels: {},
  secrets: [],
  marks: {},
  guests: {},
  checkIns: {},
  closings: [],
  notes: {},
  opinions: {},
};

/** The office calls anyone to a conference; a secretary or deputy his own cell to everything else. */
const calls = (author: Author, { scopes, body }: Entry<string, MeetingCall>): Refusal | undefined => {
  const { host, kind } = body;
  if ((kind === "conference") !== (host === "office")) return "malformed";
  if (!leads(author, host)) return "not-allowed";
  if (kind === "conference" || host === "office") return undefined;
  return sameScopes(scopes, callScopes(host, kind)) ? undefined : "wrong-scope";
};

/** What one host says of a thing that has a value for each name. */
export const named = <T>(
  known: ByName<ByName<T>>,
  host: Host,
  name: string,
  value: T,
): ByName<ByName<T>> => ({
  ...known,
  [host]: { ...known[host], [name]: value },
});

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
  mayWrite: (author, entry) => isMeeting(entry) ?? leaderSays(author, entry),
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
  mayWrite: (author, entry) => isMeeting(entry) ?? officerSays(author, entry),
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
    standing: v.optional(v.picklist(saidStandings)),
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
  mayWrite: (author, entry) => isMeeting(entry) ?? officerSays(author, entry),
  reduce: (view, entry) => {
    const { body } = entry;
    if (body.who === "guest") {
      const known = view.guests[body.host]?.[body.guest];
      const cameAt = Math.min(entry.at, known?.cameAt ?? known?.at ?? entry.at);
      const guest = later(known, { ...said(entry), name: body.name ?? "", cameAt });
      return { ...view, guests: named(view.guests, body.host, body.guest, { ...guest, cameAt }) };
    }
    const { presence, reason, standing } = body;
    const mark = {
      ...said(entry),
      ...(presence && { presence }),
      ...(reason && { reason }),
      ...(standing && { standing }),
    };
    const { host, member } = body;
    return { ...view, marks: named(view.marks, host, member, later(view.marks[host]?.[member], mark)) };
  },
};

const checkedBody = v.object({ code: v.pipe(v.string(), v.regex(checkInCode)) });

/** Where a member's own check-in goes: to the host's officers and to his other phone. */
export const checkInScopes = (host: Host, member: MemberId): Scope[] => [
  ...hostScopes(host),
  memberScope(member),
];

/** A member's own word to the officers of his cell, or of the office. */
const memberSays = (author: Author, entry: Entry): Refusal | undefined => {
  const { member, org } = author;
  if (!member || !org) return "not-allowed";
  const allowed = ([org, "office"] as const).some((host) =>
    sameScopes(entry.scopes, checkInScopes(host, member)),
  );
  return isMeeting(entry) ?? (allowed ? undefined : "wrong-scope");
};

/** A member says that he came, with the code that he read in the room. */
export const attendanceChecked: Definition<"attendance.checked", v.InferOutput<typeof checkedBody>> = {
  type: "attendance.checked",
  ...aggregate,
  body: checkedBody,
  mayWrite: memberSays,
  reduce: (view, entry, author) => {
    if (!author.member) return view;
    const all = [...(view.checkIns[author.member] ?? []), { ...said(entry), code: entry.body.code }];
    return { ...view, checkIns: { ...view.checkIns, [author.member]: all.sort(bySaid) } };
  },
};

const rollLine = v.object({
  member: memberId,
  name: line(120),
  standing: v.picklist(standings),
  presence: v.optional(v.picklist(["present", "excused", "unexcused"])),
  reason: v.optional(line(200)),
});

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(5000));

/** Hands or papers as counted in the room. */
export const votes = v.object({ agree: count, disagree: count, other: count });

const closedBody = v.object({
  host,
  /** Names this end: parts of the minutes say to which they belong. */
  closing: memberId,
  /** In how many parts the minutes follow. */
  parts: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(100)),
  startedAt: moment,
  endedAt: moment,
  chair: line(120),
  /** Who wrote the minutes. */
  writer: line(120),
  /** The roll as it stood; corrections after it are addenda. */
  roll: v.pipe(v.array(rollLine), v.maxLength(400)),
  guests: v.pipe(v.array(line(120)), v.maxLength(100)),
  /**
   * Of a conference, in place of the roll: how many came from each cell, and of how many who were called. Their names stay in
   * the office's room, as one cell reads no names of another.
   */
  delegates: v.optional(
    v.pipe(v.array(v.object({ cell: line(120), came: count, called: count })), v.maxLength(200)),
  ),
  /** How the minutes were adopted. */
  adopted: votes,
});
export type Closing = v.InferOutput<typeof closedBody>;

/** The minutes were read out and adopted: what is written from here on is an addendum. */
export const meetingClosed: Definition<"meeting.closed", Closing> = {
  type: "meeting.closed",
  ...aggregate,
  body: closedBody,
  mayWrite: (author, entry) => isMeeting(entry) ?? leaderSays(author, entry),
  // Two phones may close one meeting unknown to each other: the earlier end holds, the other stays to be looked at.
  reduce: (view, entry) => ({
    ...view,
    closings: [...view.closings, { ...entry.body, ...said(entry) }].sort(bySaid),
  }),
};

/** `posted`: the papers stand in the members' national app; `told`: the superior committee's member knows. */
export const meetingNotes = ["posted", "told"] as const;
export type MeetingNote = (typeof meetingNotes)[number];
const notedBody = v.object({ host, note: v.picklist(meetingNotes), on: v.optional(moment) });

/** A duty around the meeting ticked off, and when it was done; without a moment the tick is taken back. */
export const meetingNoted: Definition<"meeting.noted", v.InferOutput<typeof notedBody>> = {
  type: "meeting.noted",
  ...aggregate,
  body: notedBody,
  mayWrite: (author, entry) => isMeeting(entry) ?? officerSays(author, entry),
  reduce: (view, entry) => {
    const { host, note, on } = entry.body;
    const tick = later(view.notes[host]?.[note], { ...said(entry), on });
    return { ...view, notes: named(view.notes, host, note, tick) };
  },
};

/** Letters of an opinion. */
export const opinionLimit = 2000;
const opinionBody = v.object({ text: passage(opinionLimit) });

/** What a member wants said at the meeting, sent before it: to its officers. */
export const opinionSent: Definition<"opinion.sent", v.InferOutput<typeof opinionBody>> = {
  type: "opinion.sent",
  ...aggregate,
  body: opinionBody,
  mayWrite: memberSays,
  reduce: (view, entry, author) => {
    if (!author.member) return view;
    const all = [...(view.opinions[author.member] ?? []), { ...said(entry), text: entry.body.text }];
    return { ...view, opinions: { ...view.opinions, [author.member]: all.sort(bySaid) } };
  },
};

export const definitions = [
  meetingCalled,
  meetingChanged,
  meetingCancelled,
  meetingOpened,
  attendanceMarked,
  attendanceChecked,
  meetingClosed,
  meetingNoted,
  opinionSent,
] as readonly unknown[] as readonly EntryDefinition[];
