import type { DocumentRow, Identity, Watch } from "../../src/device/device";
import type { MeetingDetail, MeetingRow, Meetings, SeenTicket } from "../../src/device/meetings/meetings";
import type { Member } from "../../src/domain/directory";
import type { DocumentId, KeyId, MeetingId, MemberId } from "../../src/domain/ids";
import type { MeetingCall } from "../../src/domain/meeting";
import type { RollRow } from "../../src/domain/meeting-roll";
import { err, ok } from "../../src/domain/result";
import { rollCall } from "../../src/domain/roll-call";
import { cardPath } from "../../src/protocol/check-in-card";
import { ticketPath } from "../../src/protocol/meeting-ticket";

type Tick = Pick<RollRow, "presence" | "reason" | "by" | "doubtful">;

/** A meeting in the fake: its call, and what was said of it since. */
export interface FakeMeeting extends MeetingCall {
  readonly id: MeetingId;
  readonly cancelled?: string;
  readonly open?: boolean;
  readonly checkedInAt?: number;
  readonly ticks?: { readonly [member: string]: Tick };
  readonly guests?: readonly { readonly guest: string; readonly name: string }[];
}

export interface FakeMeetingsOptions {
  readonly meetings?: readonly FakeMeeting[];
  /** Who is called to every one of them. */
  readonly members?: readonly Pick<Member, "id" | "name" | "kind">[];
  /** Every write fails. */
  readonly fails?: boolean;
}

interface Around {
  readonly now: number;
  readonly identity: () => Identity | undefined;
  readonly row: (id: DocumentId) => DocumentRow | undefined;
  readonly watch: <T>(read: () => T) => Watch<T>;
  readonly changed: () => void;
}

/** Codes of the fake: the first belongs to this moment, a ticket that ends in `.unverified` is of an unknown key. */
const fakeCode = "7kq3m9xt";
const origin = "http://localhost";

/** `Meetings` in memory: order, permissions, roll and figures as the interface promises; links without signatures. */
export const createFakeMeetings = (options: FakeMeetingsOptions, around: Around): Meetings => {
  const { now, watch } = around;
  const members = [...(options.members ?? [])].sort((a, b) => a.name.localeCompare(b.name, "vi"));
  const all = new Map((options.meetings ?? []).map((one) => [one.id, one]));
  let made = 0;

  const runsAny = () => ["secretary", "deputy", "committee"].includes(around.identity()?.role ?? "");
  const callsAny = () => ["secretary", "deputy"].includes(around.identity()?.role ?? "");
  const rowOf = (one: FakeMeeting): MeetingRow => ({
    ...one,
    runs: runsAny() && one.host === around.identity()?.org,
    changes: callsAny() && one.host === around.identity()?.org,
  });
  const isPast = ({ startsAt, minutes }: FakeMeeting) => startsAt + minutes * 60_000 < now;

  const detailOf = (one: FakeMeeting): MeetingDetail => {
    const row = rowOf(one);
    const papers = one.papers.map((id) => {
      const paper = around.row(id);
      return { id, ...(paper && { row: paper }) };
    });
    if (!row.runs) return { ...row, agenda: one.agenda, papers };
    const roll = members.map(
      ({ id, name, kind }): RollRow => ({ member: id, name, standing: kind, ...one.ticks?.[id] }),
    );
    const desk = { open: one.open ?? false, roll, figures: rollCall(roll), guests: one.guests ?? [] };
    return { ...row, agenda: one.agenda, papers, desk };
  };

  const change = async (id: MeetingId, part: (one: FakeMeeting) => Partial<FakeMeeting>) => {
    if (options.fails) throw new Error("not written");
    const one = all.get(id);
    if (!one) return;
    all.set(id, { ...one, ...part(one) });
    around.changed();
  };
  const tick = (id: MeetingId, member: MemberId, value: Tick) =>
    change(id, ({ ticks }) => ({ ticks: { ...ticks, [member]: value } }));

  return {
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
    call: async (draft) => {
      if (options.fails) throw new Error("not written");
      made += 1;
      const id = `0new${made.toString().padStart(8, "0")}` as MeetingId;
      const host = around.identity()?.org ?? "office";
      all.set(id, { ...draft, id, host });
      around.changed();
      return id;
    },
    change: (id, draft) => change(id, () => draft),
    cancel: (id, reason) => change(id, () => ({ cancelled: reason })),
    open: (id) => change(id, () => ({ open: true })),
    code: async (id, poster) => {
      const one = all.get(id);
      if (!one?.open || !rowOf(one).runs) return undefined;
      const link = `${origin}${ticketPath}#${id}.${fakeCode}.${"t".repeat(120)}`;
      return { link, code: fakeCode, ...(!poster && { until: now + 30_000 }) };
    },
    mark: (id, member, presence, reason) =>
      tick(id, member, presence ? { presence, by: "officer", ...(reason && { reason }) } : {}),
    addGuest: (id, name) =>
      change(id, ({ guests = [] }) => ({ guests: [...guests, { guest: `guest${guests.length}`, name }] })),
    removeGuest: (id, guest) =>
      change(id, ({ guests = [] }) => ({ guests: guests.filter((one) => one.guest !== guest) })),
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
