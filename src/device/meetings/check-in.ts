import type { MeetingId, MemberId } from "../../domain/ids";
import { attendanceChecked, checkInScopes } from "../../domain/meeting";
import { meetingOf } from "../../domain/meeting-view";
import { closingOf } from "../../domain/minutes-view";
import { err, ok, type Result } from "../../domain/result";
import { admit } from "../../protocol/admit";
import { formatCardLink, parseCardLink } from "../../protocol/check-in-card";
import { isOpenAt } from "../../protocol/meeting-code";
import { parseEntry, type SignedEntry } from "../../protocol/signed-entry";
import { entryTables, storeEntries } from "../apply/store-entries";
import type { Core } from "../core";
import { writeEntries } from "../outbox/write";
import { getEntries } from "../store/entries";
import type { CardProblem, CheckInProblem, SeenTicket } from "./meetings";
import { runsFor, viewOf } from "./show-meetings";

/** Checks this phone's member in; see `Meetings.checkIn`. */
export const checkIn = async (
  core: Core,
  { meeting, host, code, ...hours }: Pick<SeenTicket, "meeting" | "host" | "code" | "startsAt" | "minutes">,
  anyway: boolean,
): Promise<Result<void, CheckInProblem>> => {
  const identity = core.identity();
  if (!identity) return err("not-enrolled");
  if (host !== "office" && host !== identity.org) return err("other-cell");
  const view = viewOf(await core.store.mirror.views.get(["meeting", meeting]));
  const known = view && meetingOf(view);
  if (known?.cancelled) return err("cancelled");
  if (view?.checkIns[identity.member]?.some((one) => one.code === code)) return ok(undefined);
  if (view && closingOf(view)) return err("ended");
  // A phone that has never heard of the meeting goes by what the ticket says.
  if (!anyway && !isOpenAt(known ?? hours, core.clock.now())) return err("closed");
  await writeEntries(core, [
    {
      type: attendanceChecked.type,
      scopes: checkInScopes(host, identity.member),
      subject: meeting,
      body: { code },
    },
  ]);
  return ok(undefined);
};

/** The member's newest check-in, to be shown to an officer's camera. */
export const cardOf = async (core: Core, id: MeetingId): Promise<string | undefined> => {
  const { mirror } = core.store;
  const self = core.self()?.member;
  const newest = self && viewOf(await mirror.views.get(["meeting", id]))?.checkIns[self]?.at(-1);
  const row = newest && (await getEntries(mirror, [newest.id])).get(newest.id);
  if (!row?.payload) return undefined;
  return formatCardLink(core.deps.server, { payload: row.payload, signature: row.signature });
};

/** An entry that came by the camera: let in as from any channel, kept, and sent on; its author sends the same one. */
const carry = (core: Core, signed: SignedEntry) =>
  core.keeper.exclusive(async (directory) => {
    const root = core.self()?.root;
    if (!root) return undefined;
    const admitted = await admit(signed, directory, { root });
    if (!admitted.ok || admitted.value.definition.type !== attendanceChecked.type) return undefined;
    const { entry } = admitted.value;
    const db = core.store.work;
    const now = core.clock.now();
    await db.transaction("rw", [...entryTables(db), db.outbox, db.quarantine], async () => {
      if ((await getEntries(db, [entry.id])).has(entry.id)) return;
      await storeEntries(db, [{ admitted: admitted.value, places: [] }], { self: core.self()?.member, now });
      await db.quarantine.delete(entry.id);
      await db.outbox.add({
        id: entry.id,
        ...signed,
        state: "returned",
        queuedAt: now,
        offset: core.clock.offset(),
      });
    });
    return admitted.value;
  });

/** Takes a member's check-in over from his screen; see `Meetings.takeCard`. The caller marks him present. */
export const takeCard = async (
  core: Core,
  link: string,
): Promise<Result<{ readonly meeting: MeetingId; readonly author: MemberId }, CardProblem>> => {
  const parsed = parseCardLink(link);
  if (!parsed.ok) return parsed;
  const entry = parseEntry(parsed.value.payload);
  const subject = entry.ok ? (entry.value.subject as MeetingId) : undefined;
  const view = subject && viewOf(await core.store.mirror.views.get(["meeting", subject]));
  const meeting = view && meetingOf(view);
  if (!subject || !meeting || !runsFor(core.identity(), meeting.host)) return err("other-meeting");
  const admitted = await carry(core, parsed.value);
  const member = admitted?.author.member;
  if (!admitted || !member || admitted.entry.subject !== subject) return err("refused");
  if (meeting.host !== "office" && admitted.author.org !== meeting.host) return err("other-cell");
  return ok({ meeting: subject, author: member });
};
