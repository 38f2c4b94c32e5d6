import { type Directory, membersOf } from "../../domain/directory";
import type { MeetingId, MemberId } from "../../domain/ids";
import type { CheckIn, MeetingView } from "../../domain/meeting";
import { bySaid, type Host } from "../../domain/meeting-host";
import { rollOf, type StandingsBefore } from "../../domain/meeting-roll";
import {
  endOf,
  guestsOf,
  type Meeting,
  marksOf,
  meetingOf,
  notesOf,
  secretsOf,
} from "../../domain/meeting-view";
import { compareNames } from "../../domain/member-name";
import { emptyMinutes, type MinutesView } from "../../domain/minutes";
import { adoptedOf, closingOf } from "../../domain/minutes-view";
import { rollCall, type Standing } from "../../domain/roll-call";
import { type CodeBook, codeBookOf, worthOf } from "../../protocol/meeting-code";
import type { Core } from "../core";
import type { Identity } from "../device";
import { toDocumentRow } from "../library/to-row";
import { photoRows } from "../photos/show-photos";
import { getMany } from "../store/get-many";
import type { RecordRow } from "../store/rows";
import { wantedHashes } from "../store/wanted";
import { delegatesOf } from "./delegates";
import type { MeetingDesk, MeetingDetail, MeetingRecord, MeetingRow, Opinion } from "./meetings";

/** True where this member runs meetings of that host: the cell's committee, or the office. */
export const runsFor = (identity: Identity | undefined, host: Host): boolean =>
  identity !== undefined &&
  (host === "office" ? identity.office : identity.org === host && identity.role !== "member");

/** True where he may change what that host decided: its secretary or deputy, or the office. */
export const changesFor = (identity: Identity | undefined, host: Host): boolean =>
  runsFor(identity, host) && (host === "office" || identity?.role !== "committee");

export const viewOf = (record: RecordRow | undefined): MeetingView | undefined =>
  record?.kind === "meeting" ? (record.view as MeetingView) : undefined;

export const toMeetingRow = (
  core: Core,
  id: MeetingId,
  view: MeetingView,
  { host, kind, title, place, startsAt, minutes, cancelled }: Meeting,
): MeetingRow => {
  const identity = core.identity();
  const [checkIn] = (identity && view.checkIns[identity.member]) ?? [];
  return {
    id,
    host,
    kind,
    title,
    place,
    startsAt,
    minutes,
    ...(cancelled && { cancelled }),
    closed: closingOf(view) !== undefined,
    ...(checkIn && { checkedInAt: checkIn.at }),
    runs: runsFor(identity, host),
    changes: changesFor(identity, host),
  };
};

/** Those to come first, the nearest first; then those past, the latest first. */
export const listMeetings = async (core: Core): Promise<readonly MeetingRow[]> => {
  const records = await core.store.mirror.views.where("kind").equals("meeting").toArray();
  const rows = records.flatMap((record) => {
    const view = viewOf(record);
    const meeting = view && meetingOf(view);
    return meeting ? [toMeetingRow(core, record.id as MeetingId, view, meeting)] : [];
  });
  const now = core.clock.now();
  const coming = rows.filter((row) => endOf(row) >= now).sort((a, b) => a.startsAt - b.startsAt);
  const past = rows.filter((row) => endOf(row) < now).sort((a, b) => b.startsAt - a.startsAt);
  return [...coming, ...past];
};

/** Who is called to a meeting, in the order of a roll; to a conference those of whom something was said. */
const calledTo = (directory: Directory, view: MeetingView, { host, kind }: Meeting) => {
  const members =
    host === "office"
      ? [...new Set([...Object.keys(marksOf(view)), ...Object.keys(view.checkIns)])].flatMap(
          (id) => directory.members.get(id as MemberId) ?? [],
        )
      : membersOf(directory, host).filter(({ id }) => kind !== "committee" || directory.roles.has(id));
  return members.sort((a, b) => compareNames(a.name, b.name));
};

/** Who stood otherwise than the list of members says when this host's meetings before this one were closed. */
const standingsBefore = async (core: Core, { host, startsAt }: Meeting): Promise<StandingsBefore> => {
  const records = await core.store.mirror.views.where("kind").equals("meeting").toArray();
  const ends = records
    .flatMap((record) => closingOf(record.view as MeetingView) ?? [])
    .filter((one) => one.host === host && one.startedAt < startsAt)
    .sort((a, b) => a.startedAt - b.startedAt);
  const said = new Map<MemberId, Standing>();
  for (const { roll } of ends)
    for (const { member, standing } of roll)
      if (standing === "away" || standing === "suspended") said.set(member, standing);
      else said.delete(member);
  return said;
};

/** Of the members of the host; to a conference anyone may have sent his. */
const opinionsOf = ({ members }: Directory, { opinions }: MeetingView, { host }: Meeting): Opinion[] =>
  Object.entries(opinions)
    .flatMap(([id, sent]) => {
      const member = members.get(id as MemberId);
      if (!member || (host !== "office" && member.org !== host)) return [];
      return sent.map((one) => ({ ...one, member: member.id, name: member.name }));
    })
    .sort(bySaid)
    .map(({ member, name, at, text }) => ({ member, name, at, text }));

/** Codes are made once for a meeting's hours and secrets, not for every look at its roll. */
const createCodeBooks = () => {
  let kept: { readonly key: string; readonly book: Promise<CodeBook> } | undefined;
  return (id: MeetingId, secrets: readonly string[], { startsAt, minutes }: Meeting): Promise<CodeBook> => {
    const key = JSON.stringify([id, secrets, startsAt, minutes]);
    if (kept?.key !== key) kept = { key, book: codeBookOf(secrets, id, { startsAt, minutes }) };
    return kept.book;
  };
};

/** Reads one meeting with all that its page shows; the desk only where this phone's member runs it. */
export const createMeetingReader = (core: Core) => {
  const bookOf = createCodeBooks();

  const deskOf = async (id: MeetingId, view: MeetingView, meeting: Meeting): Promise<MeetingDesk> => {
    const secrets = secretsOf(view);
    const book = await bookOf(id, secrets, meeting);
    const worth = (checkIn: CheckIn) => worthOf(book, meeting, checkIn);
    const directory = core.keeper.current();
    const before = meeting.host === "office" ? undefined : await standingsBefore(core, meeting);
    const roll = rollOf(view, calledTo(directory, view, meeting), worth, before);
    return {
      open: secrets.length > 0,
      roll,
      figures: rollCall(roll),
      guests: guestsOf(view).map(({ guest, name }) => ({ guest, name })),
      ...(meeting.host === "office" && { delegates: delegatesOf(directory, meeting, roll) }),
      notes: notesOf(view),
      opinions: opinionsOf(directory, view, meeting),
    };
  };

  return async (id: MeetingId): Promise<MeetingDetail | undefined> => {
    const { mirror } = core.store;
    const view = viewOf(await mirror.views.get(["meeting", id]));
    const meeting = view && meetingOf(view);
    if (!meeting) return undefined;
    const [papers, missing, photos] = await Promise.all([
      getMany(mirror.documents, meeting.papers),
      wantedHashes(mirror),
      photoRows(core, view),
    ]);
    const row = toMeetingRow(core, id, view, meeting);
    const self = core.self()?.member;
    return {
      ...row,
      agenda: meeting.agenda,
      papers: meeting.papers.map((paper) => {
        const record = papers.get(paper);
        const shown = record && toDocumentRow(record, self, missing);
        return { id: paper, ...(shown && { row: shown }) };
      }),
      photos,
      ownOpinions: ((self && view.opinions[self]) ?? []).map(({ at, text }) => ({ at, text })),
      ...(row.runs && { desk: await deskOf(id, view, meeting) }),
    };
  };
};

/** Who held it: the cell, or the commune's name for the office. */
export const hostNameOf = ({ commune, orgs }: Directory, host: Host): string =>
  (host === "office" ? commune?.name : orgs.get(host)?.name) ?? "";

/** A meeting with its end and its minutes; undefined while it is not closed. */
export const readClosed = async (core: Core, id: MeetingId) => {
  const { views } = core.store.mirror;
  const [record, written] = await views.bulkGet([
    ["meeting", id],
    ["minutes", id],
  ]);
  const view = viewOf(record);
  const meeting = view && meetingOf(view);
  const closing = view && closingOf(view);
  if (!meeting || !closing) return undefined;
  const minutes = adoptedOf((written?.view as MinutesView | undefined) ?? emptyMinutes, closing);
  return { view, meeting, closing, minutes };
};

/** What was adopted of a meeting; undefined while it is not closed. */
export const readMeetingRecord = async (core: Core, id: MeetingId): Promise<MeetingRecord | undefined> => {
  const closed = await readClosed(core, id);
  if (!closed) return undefined;
  const { view, meeting, closing, minutes } = closed;
  const directory = core.keeper.current();
  return {
    meeting: toMeetingRow(core, id, view, meeting),
    photos: await photoRows(core, view),
    hostName: hostNameOf(directory, closing.host),
    communeName: directory.commune?.name ?? "",
    closing,
    figures: rollCall(closing.roll),
    minutes,
  };
};
