import { type MeetingId, type MemberId, newLocalId } from "../../domain/ids";
import {
  attendanceMarked,
  callScopes,
  type Host,
  hostScopes,
  meetingCalled,
  meetingCancelled,
  meetingChanged,
  meetingOpened,
} from "../../domain/meeting";
import { type Meeting, meetingOf, secretsOf } from "../../domain/meeting-view";
import { err, ok } from "../../domain/result";
import { toBase64url } from "../../protocol/base64url";
import { parseTicketLink, verifyTicket } from "../../protocol/meeting-ticket";
import type { Core } from "../core";
import { writeEntries } from "../outbox/write";
import { createWatch } from "../store/watch";
import { cardOf, checkIn, takeCard } from "./check-in";
import type { MeetingDraft, Meetings } from "./meetings";
import { createCodeMaker } from "./show-code";
import { createMeetingReader, listMeetings, viewOf } from "./show-meetings";

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
      tables: ["records", "documents", "wanted", "meta"],
      query,
    });

  const known = async (id: MeetingId): Promise<Meeting & { readonly secrets: readonly string[] }> => {
    await ready;
    const view = viewOf(await store.mirror.records.get(id));
    const meeting = view && meetingOf(view);
    if (!meeting) throw new Error("no such meeting on this phone");
    return { ...meeting, secrets: secretsOf(view) };
  };
  const write = async (type: string, subject: MeetingId, scopes: Meeting["scopes"], body: object) => {
    await writeEntries(core, [{ type, subject, scopes, body }]);
  };
  const marks = async (id: MeetingId, body: object) => {
    const { host } = await known(id);
    await write(attendanceMarked.type, id, hostScopes(host), { host, ...body });
  };
  const hostFor = (draft: MeetingDraft): Host => {
    if (draft.kind === "conference") return "office";
    const org = core.identity()?.org;
    if (!org) throw new Error("a blank phone calls no meeting");
    return org;
  };

  return {
    list: () => watch(() => listMeetings(core)),
    meeting: (id) => watch(() => readMeeting(id)),
    call: async (draft, audience = ["commune"]) => {
      await ready;
      const host = hostFor(draft);
      const id = newLocalId<MeetingId>(deps.random);
      const scopes =
        host === "office" || draft.kind === "conference" ? audience : callScopes(host, draft.kind);
      await write(meetingCalled.type, id, scopes, { ...draft, host });
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
      marks(id, { who: "member", member, ...(presence && { presence }), ...(reason && { reason }) }),
    addGuest: (id, name) => marks(id, { who: "guest", guest: newLocalId<MemberId>(deps.random), name }),
    removeGuest: (id, guest) => marks(id, { who: "guest", guest }),
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
      await marks(meeting, { who: "member", member: author, presence: "present" });
      return ok({ meeting, name: core.keeper.current().members.get(author as MemberId)?.name ?? "" });
    },
  };
};
