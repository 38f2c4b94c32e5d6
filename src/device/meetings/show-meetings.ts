import { type Directory, membersOf } from "../../domain/directory";
import type { MeetingId, MemberId } from "../../domain/ids";
import type { CheckIn, Host, MeetingView } from "../../domain/meeting";
import { rollOf } from "../../domain/meeting-roll";
import { endOf, guestsOf, type Meeting, marksOf, meetingOf, secretsOf } from "../../domain/meeting-view";
import { compareNames } from "../../domain/member-name";
import { rollCall } from "../../domain/roll-call";
import { type CodeBook, codeBookOf, worthOf } from "../../protocol/meeting-code";
import type { Core } from "../core";
import type { Identity } from "../device";
import { toDocumentRow } from "../library/to-row";
import { getMany } from "../store/get-many";
import type { RecordRow } from "../store/rows";
import { wantedHashes } from "../store/wanted";
import type { MeetingDesk, MeetingDetail, MeetingRow } from "./meetings";

/** True where this member runs meetings of that host: the cell's committee, or the office. */
export const runsFor = (identity: Identity | undefined, host: Host): boolean =>
  identity !== undefined &&
  (host === "office" ? identity.office : identity.org === host && identity.role !== "member");

const changesFor = (identity: Identity | undefined, host: Host): boolean =>
  runsFor(identity, host) && (host === "office" || identity?.role !== "committee");

export const viewOf = (record: RecordRow | undefined): MeetingView | undefined =>
  record?.kind === "meeting" ? (record.view as MeetingView) : undefined;

const toMeetingRow = (
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
    ...(checkIn && { checkedInAt: checkIn.at }),
    runs: runsFor(identity, host),
    changes: changesFor(identity, host),
  };
};

/** Those to come first, the nearest first; then those past, the latest first. */
export const listMeetings = async (core: Core): Promise<readonly MeetingRow[]> => {
  const records = await core.store.mirror.records.where("kind").equals("meeting").toArray();
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

/** Who is called to a meeting, in the order of a roll. To a conference nobody is called by name: who came stands there. */
const calledTo = (directory: Directory, view: MeetingView, { host, kind }: Meeting) => {
  const members =
    host === "office"
      ? [...new Set([...Object.keys(marksOf(view)), ...Object.keys(view.checkIns)])].flatMap(
          (id) => directory.members.get(id as MemberId) ?? [],
        )
      : membersOf(directory, host).filter(({ id }) => kind !== "committee" || directory.roles.has(id));
  return members.sort((a, b) => compareNames(a.name, b.name));
};

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
    const roll = rollOf(view, calledTo(core.keeper.current(), view, meeting), worth);
    return {
      open: secrets.length > 0,
      roll,
      figures: rollCall(roll),
      guests: guestsOf(view).map(({ guest, name }) => ({ guest, name })),
    };
  };

  return async (id: MeetingId): Promise<MeetingDetail | undefined> => {
    const { mirror } = core.store;
    const view = viewOf(await mirror.records.get(id));
    const meeting = view && meetingOf(view);
    if (!meeting) return undefined;
    const [papers, missing] = await Promise.all([
      getMany(mirror.documents, meeting.papers),
      wantedHashes(mirror),
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
      ...(row.runs && { desk: await deskOf(id, view, meeting) }),
    };
  };
};
