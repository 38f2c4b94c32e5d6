import * as v from "valibot";
import type { Author, Entry } from "./entry";
import { type EntryId, meetingId, type OrgId, orgId } from "./ids";
import type { Refusal } from "./refusal";
import { cellScope, committeeScope, type Scope, sameScopes } from "./scope";

/** Regular and thematic meetings of a cell, meetings of its committee, conferences that the office calls (domain.md 2.5). */
export const meetingKinds = ["regular", "thematic", "committee", "conference"] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/** Who holds the meeting: a cell, or the office. What somebody else says of it does not count. */
export type Host = OrgId | "office";
export const host: v.GenericSchema<unknown, Host> = v.union([v.literal("office"), orgId]);

export interface ByHost {
  readonly host: Host;
}

/** Milliseconds. */
export const moment = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** When and in which entry something was said: of two words of one host the later holds, on every device the same one. */
export interface Said {
  readonly at: number;
  readonly id: EntryId;
}

export const said = ({ at, id }: Said): Said => ({ at, id });

/** Order of what was said. */
export const bySaid = (a: Said, b: Said): number => a.at - b.at || (a.id < b.id ? -1 : 1);

export const later = <T extends Said>(known: T | undefined, one: T): T =>
  !known || bySaid(known, one) < 0 ? one : known;

/** The rooms in which a host prepares and runs a meeting. */
export const hostScopes = (host: Host): Scope[] => [host === "office" ? "office" : committeeScope(host)];

/** Where a call is read: by the cell or its committee and the office; a conference by whom the office calls. */
export const callScopes = (host: OrgId, kind: Exclude<MeetingKind, "conference">): Scope[] => [
  kind === "committee" ? committeeScope(host) : cellScope(host),
  "office",
];

/** True where these are the scopes of some meeting of the cell. */
export const areCallScopes = (scopes: readonly Scope[], host: OrgId): boolean =>
  (["regular", "committee"] as const).some((kind) => sameScopes(scopes, callScopes(host, kind)));

/** Who may call a meeting of the host: the office anyone, a secretary or deputy his own cell. */
export const leads = (author: Author, host: Host): boolean =>
  host === "office" ? author.office : author.secretary && author.org === host;

/** A word of the leaders to all who were called. */
export const leaderSays = (
  author: Author,
  { scopes, body: { host } }: Entry<string, ByHost>,
): Refusal | undefined => {
  if (!leads(author, host)) return "not-allowed";
  return host === "office" || areCallScopes(scopes, host) ? undefined : "wrong-scope";
};

/** Who runs a meeting of the host: the office, or the cell's committee. */
const runs = (author: Author, host: Host): boolean =>
  host === "office" ? author.office : author.committee && author.org === host;

/** A word of the host's committee, or the office, to all who were called. */
export const officerTells = (
  author: Author,
  { scopes, body: { host } }: Entry<string, ByHost>,
): Refusal | undefined => {
  if (!runs(author, host)) return "not-allowed";
  return host === "office" || areCallScopes(scopes, host) ? undefined : "wrong-scope";
};

/** A word of the host's committee, or the office, among themselves. */
export const officerSays = (
  author: Author,
  { scopes, body: { host } }: Entry<string, ByHost>,
): Refusal | undefined => {
  if (!runs(author, host)) return "not-allowed";
  return sameScopes(scopes, hostScopes(host)) ? undefined : "wrong-scope";
};

export const isMeeting = (entry: Entry): Refusal | undefined =>
  v.is(meetingId, entry.subject) ? undefined : "malformed";
