import { type MeetingId, type MemberId, newLocalId } from "../../domain/ids";
import {
  attendanceMarked,
  checkInScopes,
  type Mark,
  meetingCalled,
  meetingCancelled,
  meetingChanged,
  meetingNoted,
  meetingOpened,
  opinionSent,
} from "../../domain/meeting";
import { callScopes, hostScopes } from "../../domain/meeting-host";
import { type Meeting, marksOf, meetingOf, secretsOf } from "../../domain/meeting-view";
import { minutesAmended } from "../../domain/minutes";
import { err, ok } from "../../domain/result";
import { toBase64url } from "../../protocol/base64url";
import { parseTicketLink, verifyTicket } from "../../protocol/meeting-ticket";
import type { Core } from "../core";
import { loadMinutes } from "../lazy-late";
import { writeEntries } from "../outbox/write";
import { createPhotos, photosForCall } from "../photos/create-photos";
import { createWatch } from "../store/watch";
import { cardOf, checkIn, takeCard } from "./check-in";
import { hostFor, keepAgenda, readAgenda, readSheet, setSheet } from "./forms";
import type { Meetings } from "./meetings";
import { createCodeMaker } from "./show-code";
import { createMeetingReader, listMeetings, readMeetingRecord, viewOf } from "./show-meetings";
import { readYear } from "./year-attendance";

/** 128 bits, from which a meeting's codes are made. */
const secretBytes = 16;

/** Meetings on this phone. Everything works without a network; writing is saved when the promise resolves. */
export const createMeetings = (core: Core): Meetings => {
  const { store, deps, ready } = core;
  const readMeeting = createMeetingReader(core);
  const codeOf = createCodeMaker(core);
  const watch = <T>(query: () => Promise<T>) =>
    createWatch({
      store,
      timer: deps.timer,
      ready,
      tables: ["views", "documents", "wanted", "meta", "files", "outbox"],
      query,
    });

  const read = async (id: MeetingId) => {
    await ready;
    const view = viewOf(await store.mirror.views.get(["meeting", id]));
    const meeting = view && meetingOf(view);
    if (!meeting) throw new Error("no such meeting on this phone");
    return { view, meeting };
  };
  const known = async (id: MeetingId): Promise<Meeting & { readonly secrets: readonly string[] }> => {
    const { view, meeting } = await read(id);
    return { ...meeting, secrets: secretsOf(view) };
  };
  const write = async (type: string, subject: MeetingId, scopes: Meeting["scopes"], body: object) => {
    await writeEntries(core, [{ type, subject, scopes, body }]);
  };
  const marks = async (id: MeetingId, body: object) => {
    const { host } = await known(id);
    await write(attendanceMarked.type, id, hostScopes(host), { host, ...body });
  };
  /** A mark says all of a member at once: what it does not change it repeats. */
  const markMember = async (id: MeetingId, member: MemberId, change: Partial<Mark>) => {
    const { view } = await read(id);
    const { standing } = marksOf(view)[member] ?? {};
    await marks(id, { who: "member", member, ...(standing && { standing }), ...change });
  };
  /** Minutes that a killed tab left as drafts are signed as soon as anybody looks at meetings. */
  const signLeftDrafts = async () => {
    if (!(await ready)) return;
    const left = new Set((await store.work.drafts.orderBy("meeting").keys()) as MeetingId[]);
    if (left.size === 0) return;
    const { signDrafts } = await loadMinutes();
    for (const id of left) await signDrafts(core, id, (await known(id)).host);
  };
  // What cannot be signed stays a draft, and is tried again the next time.
  void signLeftDrafts().catch(() => undefined);
  return {
    list: () => watch(() => listMeetings(core)),
    meeting: (id) => watch(() => readMeeting(id)),
    record: (id) => watch(() => readMeetingRecord(core, id)),
    year: (year) => watch(() => readYear(core, year)),
    photos: createPhotos(core),
    call: async (draft, audience = ["commune"], photosOf) => {
      await ready;
      const host = hostFor(core, draft.kind);
      const id = newLocalId<MeetingId>(deps.random);
      const scopes =
        host === "office" || draft.kind === "conference" ? audience : callScopes(host, draft.kind);
      const called = { type: meetingCalled.type, subject: id, scopes, body: { ...draft, host } };
      const photos = photosOf && (await photosForCall(core, photosOf, id, { host, scopes }));
      await writeEntries(core, [called, ...(photos?.facts ?? [])], photos?.also);
      return id;
    },
    change: async (id, draft) => {
      const { host, kind, scopes } = await known(id);
      await write(meetingChanged.type, id, scopes, { ...draft, kind, host });
    },
    cancel: async (id, reason) => {
      const { host, scopes } = await known(id);
      await write(meetingCancelled.type, id, scopes, { host, reason });
    },
    amend: async (id, text) => {
      const { host, scopes } = await known(id);
      await write(minutesAmended.type, id, scopes, { host, text });
    },
    open: async (id) => {
      const { host, secrets } = await known(id);
      if (secrets.length > 0) return;
      const secret = toBase64url(deps.random.bytes(secretBytes));
      await write(meetingOpened.type, id, hostScopes(host), { host, secret });
    },
    code: async (id, poster = false) => {
      await ready;
      return codeOf(id, poster);
    },
    mark: (id, member, presence, reason) =>
      markMember(id, member, { ...(presence && { presence }), ...(reason && { reason }) }),
    stand: async (id, member, standing) => {
      const { presence, reason } = marksOf((await read(id)).view)[member] ?? {};
      await markMember(id, member, { ...(presence && { presence }), ...(reason && { reason }), standing });
    },
    addGuest: (id, name) => marks(id, { who: "guest", guest: newLocalId<MemberId>(deps.random), name }),
    renameGuest: (id, guest, name) => marks(id, { who: "guest", guest, name }),
    removeGuest: (id, guest) => marks(id, { who: "guest", guest }),
    note: async (id, note, done) => {
      const { host } = await known(id);
      const body = { host, note, ...(done && { on: core.clock.now() }) };
      await write(meetingNoted.type, id, hostScopes(host), body);
    },
    sendOpinion: async (id, text) => {
      const { host } = await known(id);
      const member = core.identity()?.member;
      if (!member) throw new Error("a blank phone has no opinion");
      await write(opinionSent.type, id, checkInScopes(host, member), { text });
    },
    agenda: (kind) => watch(() => readAgenda(core, kind)),
    keepAgenda: async (kind, points) => {
      await ready;
      await keepAgenda(core, kind, points);
    },
    sheet: (kind) => watch(() => readSheet(core, kind)),
    setSheet: async (kind, items) => {
      await ready;
      await setSheet(core, kind, items);
    },
    openMinutes: async (id) => {
      const { host } = await known(id);
      return (await loadMinutes()).openMinutes(core, id, host);
    },
    readOut: async (meeting, writing, score) => {
      const { matterOf, minutesLines } = await loadMinutes();
      const matter = await matterOf(core, meeting, writing, score);
      return matter ? minutesLines(matter) : [];
    },
    tasksBefore: async (meeting) => (await loadMinutes()).tasksBefore(core, meeting),
    close: async (meeting, writing, input) =>
      (await loadMinutes()).closeMeeting(core, meeting, writing, input),
    lateWords: (id) => watch(async () => (await loadMinutes()).lateWords(core, id)),
    readTicket: async (link) => {
      await ready;
      const parsed = parseTicketLink(link);
      if (!parsed.ok) return parsed;
      const { signed: _, signature: __, ...ticket } = parsed.value;
      const verified = await verifyTicket(parsed.value, core.keeper.current(), core.clock.now());
      return ok({ ...ticket, verified });
    },
    checkIn: async (ticket, anyway = false) => {
      await ready;
      return checkIn(core, ticket, anyway);
    },
    card: async (id) => {
      await ready;
      return cardOf(core, id);
    },
    takeCard: async (link) => {
      await ready;
      const taken = await takeCard(core, link);
      if (!taken.ok) return err(taken.error);
      const { meeting, author } = taken.value;
      await markMember(meeting, author, { presence: "present" });
      return ok({ meeting, name: core.keeper.current().members.get(author)?.name ?? "" });
    },
  };
};
