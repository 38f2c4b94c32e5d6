import type { DocumentRow, Identity, Watch } from "../../src/device/device";
import type {
  CellDelegates,
  MeetingDetail,
  MeetingRecord,
  MeetingRow,
  Meetings,
  Opinion,
  SeenTicket,
} from "../../src/device/meetings/meetings";
import { yearAttendance } from "../../src/device/meetings/year-attendance";
import type { LateWords } from "../../src/device/minutes/late-words";
import { createMinutesDocument, type MinutesDocument } from "../../src/device/minutes/minutes-document";
import {
  type MinutesMatter,
  minutesLines,
  type ReviewLine,
  type ScoreLine,
  unfinishedTasks,
} from "../../src/device/minutes/minutes-lines";
import type { MinutesWriting } from "../../src/device/minutes/minutes-writing";
import { pointsOf } from "../../src/device/minutes/names";
import type { PhotoRow } from "../../src/device/photos/photos";
import type { Member } from "../../src/domain/directory";
import type { DocumentId, KeyId, MeetingId, MemberId, TaskId } from "../../src/domain/ids";
import type { MeetingCall } from "../../src/domain/meeting";
import type { RollRow } from "../../src/domain/meeting-roll";
import type { ScoreItem } from "../../src/domain/meeting-score";
import type { Notes } from "../../src/domain/meeting-view";
import { err, ok } from "../../src/domain/result";
import { rollCall } from "../../src/domain/roll-call";
import { cardPath } from "../../src/protocol/check-in-card";
import { ticketPath } from "../../src/protocol/meeting-ticket";
import { createFakePhotos, type FakePhotosOptions } from "./fake-photos";

type Tick = Pick<RollRow, "presence" | "reason" | "by" | "doubtful" | "checkedAt"> & {
  readonly standing?: RollRow["standing"];
};

/** A meeting in the fake: its call, and what was said of it since. */
export interface FakeMeeting extends MeetingCall {
  readonly id: MeetingId;
  readonly cancelled?: string;
  readonly open?: boolean;
  /** Of a conference. */
  readonly delegates?: readonly CellDelegates[];
  readonly checkedInAt?: number;
  readonly ticks?: { readonly [member: string]: Tick };
  readonly guests?: readonly { readonly guest: string; readonly name: string }[];
  readonly notes?: Notes;
  readonly opinions?: readonly Opinion[];
  /** Once it is closed. */
  readonly record?: Omit<MeetingRecord, "meeting" | "photos">;
  /** Photographed for it. */
  readonly photos?: readonly PhotoRow[];
  /** What stands in its minutes already. */
  readonly writes?: (document: MinutesDocument) => void;
  readonly review?: readonly ReviewLine[];
  /** What came too late to be adopted. */
  readonly late?: readonly LateWords[];
}

export interface FakeMeetingsOptions {
  readonly meetings?: readonly FakeMeeting[];
  /** Who is called to every one of them. */
  readonly members?: readonly Pick<Member, "id" | "name" | "kind">[];
  /** Agendas of its own, by kind. */
  readonly agendas?: { readonly [kind: string]: readonly string[] };
  /** Every write fails. */
  readonly fails?: boolean;
  /** Papers being photographed, and the pictures of pages that are here. */
  readonly photos?: FakePhotosOptions;
}

interface Around {
  readonly now: number;
  readonly identity: () => Identity | undefined;
  readonly row: (id: DocumentId) => DocumentRow | undefined;
  readonly watch: <T>(read: () => T) => Watch<T>;
  readonly changed: () => void;
}

const standingOf = (tick: Tick | undefined) => (tick?.standing ? { standing: tick.standing } : {});

/** Codes of the fake: the first belongs to this moment, a ticket that ends in `.unverified` is of an unknown key. */
const fakeCode = "7kq3m9xt";
const origin = "http://localhost";

/** `Meetings` in memory: order, permissions, roll and figures as the interface promises; links without signatures. */
export const createFakeMeetings = (options: FakeMeetingsOptions, around: Around): Meetings => {
  const { now, watch } = around;
  const members = [...(options.members ?? [])].sort((a, b) => a.name.localeCompare(b.name, "vi"));
  const all = new Map((options.meetings ?? []).map((one) => [one.id, one]));
  const minutes = new Map<MeetingId, MinutesWriting>();
  const agendas = new Map(Object.entries(options.agendas ?? {}));
  const sheets = new Map<string, readonly ScoreItem[]>();
  let made = 0;

  const runsAny = () => ["secretary", "deputy", "committee"].includes(around.identity()?.role ?? "");
  const callsAny = () => ["secretary", "deputy"].includes(around.identity()?.role ?? "");
  const isOwn = ({ host }: FakeMeeting, mayInCell: boolean) =>
    host === "office" ? around.identity()?.office === true : mayInCell && host === around.identity()?.org;
  const rowOf = (one: FakeMeeting): MeetingRow => ({
    ...one,
    closed: one.record !== undefined,
    runs: isOwn(one, runsAny()),
    changes: isOwn(one, callsAny()),
  });
  const isPast = ({ startsAt, minutes }: FakeMeeting) => startsAt + minutes * 60_000 < now;

  const detailOf = (one: FakeMeeting): MeetingDetail => {
    const row = rowOf(one);
    const papers = one.papers.map((id) => {
      const paper = around.row(id);
      return { id, ...(paper && { row: paper }) };
    });
    const { opinions = [] } = one;
    const own = opinions.filter(({ member }) => member === around.identity()?.member);
    const detail = {
      ...row,
      agenda: one.agenda,
      papers,
      photos: one.photos ?? [],
      ownOpinions: own.map(({ at, text }) => ({ at, text })),
    };
    if (!row.runs) return detail;
    const { open = false, guests = [], notes = {}, delegates } = one;
    const roll = delegates
      ? delegates.flatMap((cell) => cell.roll)
      : members.map(
          ({ id, name, kind }): RollRow => ({ member: id, name, standing: kind, ...one.ticks?.[id] }),
        );
    const desk = {
      open,
      roll,
      figures: rollCall(roll),
      guests,
      notes,
      opinions,
      ...(delegates && { delegates }),
    };
    return { ...detail, desk };
  };

  const matterOf = (
    { id, agenda, papers, photos, desk }: MeetingDetail,
    writing: MinutesWriting,
    score: readonly ScoreLine[],
  ): MinutesMatter => ({
    draft: writing.read(),
    text: (owner, name) => writing.text(owner, name).toString(),
    points: pointsOf(agenda),
    papers: [
      ...papers.flatMap(({ row }) => (row ? [row.abstract] : [])),
      ...photos.map(({ title }) => title),
    ],
    review: all.get(id)?.review ?? [],
    score,
    nameOf: (member) => members.find((one) => one.id === member)?.name,
    guests: desk?.guests ?? [],
    figures: desk?.figures ?? rollCall([]),
  });

  const change = async (id: MeetingId, part: (one: FakeMeeting) => Partial<FakeMeeting>) => {
    if (options.fails) throw new Error("not written");
    const one = all.get(id);
    if (!one) return;
    all.set(id, { ...one, ...part(one) });
    around.changed();
  };
  const tick = (id: MeetingId, member: MemberId, value: Tick) =>
    change(id, ({ ticks }) => ({ ticks: { ...ticks, [member]: value } }));

  const photos = createFakePhotos(options.photos ?? {}, {
    watch,
    changed: around.changed,
    name: () => around.identity()?.name ?? "",
    fails: () => options.fails ?? false,
    add: (id, photo) => change(id, ({ photos = [] }) => ({ photos: [...photos, photo] })),
    remove: (id, photo) =>
      change(id, ({ photos = [] }) => ({ photos: photos.filter((one) => one.photo !== photo) })),
    arrived: (id) =>
      change(id, ({ photos = [] }) => ({
        photos: photos.map((one) => ({ ...one, here: one.pages.length, away: 0 })),
      })),
  });

  return {
    photos: photos.part,
    list: () =>
      watch(() => {
        const sorted = [...all.values()].sort((a, b) => a.startsAt - b.startsAt);
        return [...sorted.filter((one) => !isPast(one)), ...sorted.filter(isPast).reverse()].map(rowOf);
      }),
    meeting: (id) =>
      watch(() => {
        const one = all.get(id);
        return one && detailOf(one);
      }),
    record: (id) =>
      watch(() => {
        const one = all.get(id);
        return one?.record && { ...one.record, photos: one.photos ?? [], meeting: rowOf(one) };
      }),
    year: (year) =>
      watch(() => {
        const identity = around.identity();
        const closed = [...all.values()].flatMap(({ id, title, host, record }) =>
          record && host === identity?.org ? [{ id, title, closing: record.closing }] : [],
        );
        return identity ? yearAttendance(closed, identity, year) : { year, years: [], meetings: [] };
      }),
    call: async (draft, _audience, photosOf) => {
      if (options.fails) throw new Error("not written");
      made += 1;
      const id = `0new${made.toString().padStart(8, "0")}` as MeetingId;
      const host = around.identity()?.org ?? "office";
      all.set(id, { ...draft, id, host, photos: photosOf ? photos.taken(photosOf) : [] });
      around.changed();
      return id;
    },
    change: (id, draft) => change(id, () => draft),
    cancel: (id, reason) => change(id, () => ({ cancelled: reason })),
    amend: (id, text) =>
      change(id, ({ record }) =>
        record
          ? {
              record: {
                ...record,
                minutes: { ...record.minutes, addenda: [...record.minutes.addenda, { at: now, text }] },
              },
            }
          : {},
      ),
    open: (id) => change(id, () => ({ open: true })),
    code: async (id, poster) => {
      const one = all.get(id);
      if (!one?.open || !rowOf(one).runs) return undefined;
      const link = `${origin}${ticketPath}#${id}.${fakeCode}.${"t".repeat(120)}`;
      return { link, code: fakeCode, ...(!poster && { until: now + 30_000 }) };
    },
    mark: (id, member, presence, reason) =>
      tick(id, member, {
        ...standingOf(all.get(id)?.ticks?.[member]),
        ...(presence && { presence, by: "officer", ...(reason && { reason }) }),
      }),
    stand: (id, member, standing) => {
      const { standing: _, ...rest } = all.get(id)?.ticks?.[member] ?? {};
      return tick(id, member, { ...rest, ...(standing !== "listed" && { standing }) });
    },
    addGuest: (id, name) =>
      change(id, ({ guests = [] }) => ({ guests: [...guests, { guest: `guest${guests.length}`, name }] })),
    renameGuest: (id, guest, name) =>
      change(id, ({ guests = [] }) => ({
        guests: guests.some((one) => one.guest === guest)
          ? guests.map((one) => (one.guest === guest ? { guest, name } : one))
          : [...guests, { guest, name }],
      })),
    removeGuest: (id, guest) =>
      change(id, ({ guests = [] }) => ({ guests: guests.filter((one) => one.guest !== guest) })),
    note: (id, note, done) =>
      change(id, ({ notes }) => {
        const { [note]: _, ...rest } = notes ?? {};
        return { notes: { ...rest, ...(done && { [note]: now }) } };
      }),
    sendOpinion: (id, text) =>
      change(id, ({ opinions = [] }) => {
        const { member = "" as MemberId } = around.identity() ?? {};
        const name = members.find((one) => one.id === member)?.name ?? "";
        return { opinions: [...opinions, { member, name, at: now, text }] };
      }),
    agenda: (kind) => watch(() => agendas.get(kind)),
    keepAgenda: async (kind, points) => {
      if (options.fails) throw new Error("not written");
      if (points.length > 0) agendas.set(kind, points);
      else agendas.delete(kind);
      around.changed();
    },
    sheet: (kind) => watch(() => sheets.get(kind)),
    setSheet: async (kind, items) => {
      if (options.fails) throw new Error("not written");
      if (items.length > 0) sheets.set(kind, items);
      else sheets.delete(kind);
      around.changed();
    },
    openMinutes: async (id) => {
      const known = minutes.get(id);
      if (known) return known;
      const document = createMinutesDocument();
      const writing: MinutesWriting = {
        ...document,
        newId: () => {
          made += 1;
          return `0th1ng${String(made).padStart(6, "0")}` as TaskId;
        },
        state: () => "saved",
        onState: () => () => undefined,
        sign: async () => undefined,
        close: async () => undefined,
      };
      all.get(id)?.writes?.(document);
      minutes.set(id, writing);
      return writing;
    },
    readOut: async (meeting, writing, score) => minutesLines(matterOf(meeting, writing, score)),
    tasksBefore: async ({ id }) => all.get(id)?.review ?? [],
    close: async (meeting, writing, { score, ...end }) => {
      if (all.get(meeting.id)?.record) return err("closed");
      const matter = matterOf(meeting, writing, score);
      if (unfinishedTasks(matter.draft, matter.text).length > 0) return err("unfinished");
      const lines = minutesLines(matter);
      const { host } = meeting;
      const { roll = [], guests = [], figures = rollCall([]) } = meeting.desk ?? {};
      await change(meeting.id, () => ({
        record: {
          hostName: "Chi bộ Xóm Mới",
          communeName: "Đảng bộ xã Lạc Sơn",
          closing: {
            ...end,
            host,
            closing: "0closing0001" as MemberId,
            parts: 1,
            roll: roll.map(({ member, name, standing, presence }) => ({ member, name, standing, presence })),
            guests: guests.map(({ name }) => name),
          },
          figures,
          minutes: { lines, missing: 0, addenda: [] },
        },
      }));
      return ok(undefined);
    },
    lateWords: (id) => watch(() => all.get(id)?.late ?? []),
    readTicket: async (link) => {
      const [before, after] = link.split("#");
      if (!before?.endsWith(ticketPath)) return err("not-a-ticket");
      const [id, code, rest] = (after ?? "").split(".");
      const one = all.get(id as MeetingId);
      if (!one || !code) return err("damaged");
      const { host, kind, title, place, startsAt, minutes, papers } = one;
      const seen: SeenTicket = {
        meeting: one.id,
        host,
        kind,
        title,
        place,
        startsAt,
        minutes,
        papers,
        code,
        verified: rest !== "unverified",
        key: "k".repeat(43) as KeyId,
      };
      return ok(seen);
    },
    checkIn: async ({ meeting, host }, anyway) => {
      const identity = around.identity();
      if (!identity) return err("not-enrolled");
      if (host !== "office" && host !== identity.org) return err("other-cell");
      const one = all.get(meeting);
      if (one?.cancelled) return err("cancelled");
      if (one?.record) return err("ended");
      const open = one && Math.abs(one.startsAt - now) < 12 * 3_600_000;
      if (!open && !anyway) return err("closed");
      await change(meeting, () => ({ checkedInAt: now }));
      return ok(undefined);
    },
    card: async (id) =>
      all.get(id)?.checkedInAt === undefined ? undefined : `${origin}${cardPath}#${id}.${members[0]?.id}`,
    takeCard: async (link) => {
      const [before, after] = link.split("#");
      if (!before?.endsWith(cardPath)) return err("not-a-card");
      const [id, member] = (after ?? "").split(".");
      if (!member) return err("damaged");
      const one = all.get(id as MeetingId);
      if (!one || !rowOf(one).runs) return err("other-meeting");
      const found = members.find((known) => known.id === member);
      if (!found) return err("other-cell");
      await tick(one.id, found.id, { presence: "present", by: "officer" });
      return ok({ meeting: one.id, name: found.name });
    },
  };
};
