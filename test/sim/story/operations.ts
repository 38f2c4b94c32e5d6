import type { Watch } from "../../../src/device/device";
import type { MeetingDetail, Meetings } from "../../../src/device/meetings/meetings";
import { typeInto } from "../../../src/device/minutes/minutes-document";
import type { MinutesWriting } from "../../../src/device/minutes/minutes-writing";
import { enrolledDevices, revokeDevice } from "../../../src/device/office/devices";
import { offerEnrolment } from "../../../src/device/office/offers";
import { publish } from "../../../src/device/office/publish";
import { recall } from "../../../src/device/office/recall";
import { correctMember, grantRole, memberLeaves, moveMember } from "../../../src/device/office/roster";
import type { DocumentRecord, OutboxRow, RecordRow } from "../../../src/device/store/rows";
import { type Directory, directoryFromJson } from "../../../src/domain/directory";
import type { Hash, MeetingId, MemberId, TaskId } from "../../../src/domain/ids";
import type { MeetingView } from "../../../src/domain/meeting";
import { photosOf } from "../../../src/domain/meeting-photos";
import { meetingOf } from "../../../src/domain/meeting-view";
import { cellScope, type Scope } from "../../../src/domain/scope";
import type { TaskView } from "../../../src/domain/task";
import { makeJpeg } from "../../support/jpeg";
import { listeningAs } from "../world/browser";
import { sleep, worldNow } from "../world/loop";
import type { Tab } from "../world/phone";
import { origin, type Phone, type World } from "./world";

/** What a person does. Undefined where there is nothing to do it with; rejects where the app says no. */
type Operation = (world: World, phone: Phone, tab: Tab) => Promise<unknown> | undefined;

const now = <T>({ browser }: Phone, watch: Watch<T>): Promise<T> =>
  new Promise((resolve) => {
    const stop = listeningAs(browser.name, () =>
      watch.subscribe((value) => {
        resolve(value);
        queueMicrotask(() => stop());
      }),
    );
  });

const directoryOn = ({ browser }: Phone): Directory | undefined => {
  const row = browser
    .rows<{ readonly name: string; readonly value: unknown }>("meta")
    .find(({ name }) => name === "directory");
  return row && directoryFromJson(row.value);
};

const papersOn = (phone: Phone): DocumentRecord[] =>
  phone.browser.rows<DocumentRecord>("documents").filter(({ sort }) => sort);

const viewsOn = (phone: Phone, kind: string): RecordRow[] =>
  phone.browser.rows<RecordRow>("views").filter((row) => row.kind === kind);

const meetingsRunBy = (phone: Phone, tab: Tab) => {
  const { identity } = tab.device.state.getState();
  return viewsOn(phone, "meeting").flatMap((row) => {
    const meeting = meetingOf(row.view as MeetingView);
    const runs = meeting && identity && identity.role !== "member" && meeting.host === identity.org;
    return runs && !meeting.cancelled
      ? [{ id: row.id as MeetingId, meeting, view: row.view as MeetingView }]
      : [];
  });
};

const words = (world: World, count: number) =>
  Array.from(
    { length: count },
    () => ["đường", "nước", "quỹ", "họp", "thôn", "xã", "vụ mùa"][world.chance.below(7)],
  ).join(" ");

const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Minutes that a person has open, by tab: he goes on in them. */
const openMinutes = new WeakMap<Tab, Map<MeetingId, Promise<MinutesWriting>>>();
const minutesOf = (tab: Tab, meetings: Meetings, id: MeetingId): Promise<MinutesWriting> => {
  const open = openMinutes.get(tab) ?? new Map<MeetingId, Promise<MinutesWriting>>();
  openMinutes.set(tab, open);
  const known = open.get(id) ?? meetings.openMinutes(id);
  open.set(id, known);
  known.catch(() => open.delete(id));
  return known;
};

let typedWords = 0;

const operations = {
  publish: (world, _phone, { device }) => {
    const { identity } = device.state.getState();
    if (!identity) return undefined;
    const own: Scope[] = [cellScope(identity.org), "office"];
    const target = world.chance.pick(world.founding.cells);
    const scopes: Scope[] = !identity.office
      ? own
      : world.chance.yes(0.6) || !target
        ? ["commune"]
        : [cellScope(target), "office"];
    const text = {
      v: 1 as const,
      blocks: [{ k: "p" as const, r: [words(world, world.chance.between(5, 300))] }],
    };
    return publish(
      device,
      {
        paper: {
          media: "application/pdf",
          bytes: new Uint8Array(Buffer.from(`%PDF-1.4 ${JSON.stringify(text)}`)),
          name: "giay.pdf",
          text,
          scanned: false,
          firstPage: "",
          suggestions: {} as never,
        },
        text,
        fields: {
          kind: "ke_hoach",
          issuedOn: "2026-11-20",
          abstract: `Kế hoạch ${words(world, 4)}`,
          issuer: "Đảng ủy xã Thử",
          urgency: world.chance.yes(0.2) ? "urgent" : "normal",
          ...(world.chance.yes(0.05) && { expiresOn: day(worldNow() + world.chance.below(3) * 86_400_000) }),
          declaredBy: identity.name,
        },
        scopes,
        attachFile: world.plan.photos && world.chance.yes(0.5),
      },
      { random: world.random },
    );
  },
  read: (world, phone, { device }) => {
    const paper = world.chance.pick(papersOn(phone));
    return paper && device.library.markRead(paper.id);
  },
  acknowledge: (world, phone, { device }) => {
    const paper = world.chance.pick(papersOn(phone));
    return paper && device.library.acknowledge(paper.id);
  },
  open: (world, phone, { device }) => {
    const paper = world.chance.pick(papersOn(phone));
    return paper?.text && device.library.text(paper.text);
  },
  search: (world, _phone, { device }) => device.library.search(words(world, 1), 5),
  call: async (world, _phone, { device }) => {
    const meetings = await device.meetings();
    return meetings.call({
      kind: "regular",
      title: `Sinh hoạt ${words(world, 2)}`,
      place: "Nhà văn hóa",
      startsAt: Math.floor(worldNow() - world.chance.below(30) * 60_000),
      minutes: 90,
      agenda: ["Điểm danh", "Thảo luận"],
      papers: [],
    });
  },
  openDoor: async (world, phone, tab) => {
    const meeting = world.chance.pick(meetingsRunBy(phone, tab));
    if (!meeting) return "nothing";
    const meetings = await tab.device.meetings();
    await meetings.open(meeting.id);
  },
  /** A member reads the code on his secretary's screen, and the secretary reads the member's card: no network between. */
  checkIn: async (world, phone, tab) => {
    const identity = tab.device.state.getState().identity;
    const host = world.phones.find(
      (other) =>
        other !== phone &&
        other.tabs[0]?.device.state.getState().identity?.org === identity?.org &&
        meetingsRunBy(other, other.tabs[0] as Tab).length > 0,
    );
    const desk = host?.tabs[0];
    if (!host || !desk) return "nothing";
    const shown = world.chance.pick(meetingsRunBy(host, desk).filter(({ view }) => view.secrets.length > 0));
    if (!shown) return "nothing";
    const code = await (await desk.device.meetings()).code(shown.id);
    if (!code) return "nothing";
    const meetings = await tab.device.meetings();
    const ticket = await meetings.readTicket(code.link);
    if (!ticket.ok) throw new Error(ticket.error);
    await meetings.checkIn(ticket.value, true);
    const card = await meetings.card(shown.id);
    if (card && world.chance.yes(0.7)) await (await desk.device.meetings()).takeCard(card);
  },
  mark: async (world, phone, tab) => {
    const meeting = world.chance.pick(meetingsRunBy(phone, tab));
    const member = world.chance.pick([...(directoryOn(phone)?.members.keys() ?? [])]);
    if (!meeting || !member) return "nothing";
    const presence = world.chance.pick(["present", "excused", "unexcused", undefined] as const);
    await (await tab.device.meetings()).mark(meeting.id, member, presence);
  },
  opinion: async (world, phone, { device }) => {
    const meeting = world.chance.pick(viewsOn(phone, "meeting"));
    if (!meeting) return "nothing";
    await (await device.meetings()).sendOpinion(meeting.id as MeetingId, words(world, 6));
  },
  /** Two officers may write the same minutes at once. */
  write: async (world, phone, tab) => {
    const meeting = world.chance.pick(meetingsRunBy(phone, tab));
    if (!meeting) return "nothing";
    const writing = await minutesOf(tab, await tab.device.meetings(), meeting.id);
    typedWords += 1;
    const word = `chu${world.plan.seed}x${typedWords}x`;
    const id = `s${world.chance.below(3)}`;
    writing.putStatement(id, { point: "Thảo luận", at: typedWords });
    const text = writing.text("statement", id);
    typeInto(text, `${text.toString()} ${word}`);
    for (let tries = 0; writing.state() !== "saved"; tries += 1) {
      if (tries > 50 || !tab.ports.alive()) return "not saved";
      await sleep(100);
    }
    if (tab.ports.alive()) world.typed.set(word, phone);
    if (world.chance.yes(0.3)) await writing.sign();
  },
  /** A paper of one or two pages; one in six is so large that it goes in pieces. */
  photograph: async (world, phone, tab) => {
    const meeting = world.chance.pick(meetingsRunBy(phone, tab));
    if (!meeting) return "nothing";
    const { photos } = await tab.device.meetings();
    const photo = photos.newName();
    const taken: (readonly [Hash, Uint8Array])[] = [];
    for (let pages = world.chance.between(1, 2); pages > 0; pages -= 1) {
      const side = world.chance.yes(0.15) ? 680 : 80;
      const picture = makeJpeg({ width: side, height: side, noise: world.chance.below(1e9) });
      const page = await photos.addPage(meeting.id, photo, new Blob([picture]));
      if (!page.ok) throw new Error(page.error);
      taken.push([page.value.hash, picture]);
    }
    const saved = await photos.save(meeting.id, photo, `Giấy ${words(world, 2)}`);
    if (!saved.ok) throw new Error(saved.error);
    if (tab.ports.alive()) for (const [hash, bytes] of taken) world.pages.set(hash, { phone, photo, bytes });
  },
  takePhotoBack: async (world, phone, tab) => {
    const meeting = world.chance.pick(meetingsRunBy(phone, tab));
    const paper = meeting && world.chance.pick(photosOf(meeting.view));
    if (!meeting || !paper) return "nothing";
    for (const { hash } of paper.pages) world.pages.delete(hash);
    await (await tab.device.meetings()).photos.takeBack(meeting.id, paper.photo);
  },
  close: async (world, phone, tab) => {
    const meeting = world.chance.pick(
      meetingsRunBy(phone, tab).filter(
        ({ view }) => !view.closings || Object.keys(view.closings).length === 0,
      ),
    );
    if (!meeting) return "nothing";
    const meetings = await tab.device.meetings();
    const writing = await minutesOf(tab, meetings, meeting.id);
    const detail = await now<MeetingDetail | undefined>(phone, meetings.meeting(meeting.id));
    const lead = world.chance.pick([...(directoryOn(phone)?.members.keys() ?? [])]);
    if (!detail || !lead) return "nothing";
    const task = writing.newId();
    writing.putTask(task, { point: "Thảo luận", at: 1, lead, support: [] });
    typeInto(writing.text("task", task), words(world, 3));
    await meetings.close(detail, writing, {
      startedAt: meeting.meeting.startsAt,
      endedAt: Math.floor(worldNow()),
      chair: "Bí thư",
      writer: "Thư ký",
      adopted: { agree: 2, disagree: 0, other: 0 },
      score: [],
    });
  },
  assign: async (world, phone, { device }) => {
    const { identity } = device.state.getState();
    const directory = directoryOn(phone);
    const people = [...(directory?.members.values() ?? [])].filter(
      ({ org, left }) => org === identity?.org && !left,
    );
    const lead = world.chance.pick(people);
    if (!lead) return "nothing";
    await (await device.tasks()).assign({ text: words(world, 4), lead: lead.id, support: [] });
  },
  progress: async (world, phone, { device }) => {
    const task = world.chance.pick(viewsOn(phone, "task").filter(({ view }) => (view as TaskView).assigned));
    if (!task) return "nothing";
    const state = world.chance.pick(["doing", "done", "waiting"] as const) ?? "doing";
    await (await device.tasks()).progress(task.id as TaskId, state, words(world, 2));
  },
  recall: (world, phone, { device }) => {
    const { identity } = device.state.getState();
    const paper = world.chance.pick(
      papersOn(phone).filter(({ view }) =>
        identity?.office ? !view.issued?.org : view.issued?.org === identity?.org,
      ),
    );
    const issued = paper?.view.issued;
    if (!paper || !issued || !identity?.office) return undefined;
    const { number, ...rest } = issued;
    return recall(device, { id: paper.id, ...rest, ...(number && { number }) }, "Phát hành nhầm");
  },
  correct: (world, phone, { device }) => {
    const member = world.chance.pick([...(directoryOn(phone)?.members.values() ?? [])]);
    return member && correctMember(device, { ...member, name: `Đảng viên ${world.chance.below(1000)}` });
  },
  grant: (world, phone, { device }) => {
    const member = world.chance.pick(
      [...(directoryOn(phone)?.members.values() ?? [])].filter(({ left }) => !left),
    );
    return (
      member &&
      grantRole(
        device,
        member,
        world.chance.pick(["secretary", "deputy", "committee", null] as const) ?? null,
      )
    );
  },
  move: (world, phone, { device }) => {
    const directory = directoryOn(phone);
    const member = world.chance.pick([...(directory?.members.values() ?? [])]);
    const to = world.chance.pick(world.founding.cells.slice(1).filter((org) => org !== member?.org));
    return directory && member && to ? moveMember(device, directory, member, to) : undefined;
  },
  leaves: (world, phone, { device }) => {
    const member = world.chance.pick([...(directoryOn(phone)?.members.values() ?? [])]);
    return member && member.id !== phone.member ? memberLeaves(device, member) : undefined;
  },
  revoke: (world, phone, { device }) => {
    const directory = directoryOn(phone);
    const one = directory && world.chance.pick(enrolledDevices(directory).filter(({ key }) => !key.office));
    return directory && one ? revokeDevice(device, directory, one.key.id) : undefined;
  },
  /** A second phone, or one in place of a lost one. */
  secondPhone: async (world, phone, { device }) => {
    const directory = directoryOn(phone);
    const member = world.chance.pick([...(directory?.members.values() ?? [])].filter(({ left }) => !left));
    if (!directory || !member || world.phones.length >= 40) return "nothing";
    const { links } = await offerEnrolment(device, directory, [member], origin);
    const [offer] = links;
    if (!offer) return "nothing";
    const fresh = world.addPhone({ member: member.id as MemberId, link: offer.link });
    world.transcript.say(fresh.name, "is given a link");
    world.open(fresh);
  },
  retry: async (world, phone, { device }) => {
    const refused = world.chance.pick(
      phone.browser.rows<OutboxRow>("outbox").filter(({ state }) => state === "refused"),
    );
    if (!refused) return "nothing";
    await device.outbox.retry(refused.id);
  },
  sync: (_world, _phone, { device }) => device.sync(),
  freeStorage: (_world, _phone, { device }) => device.freeStorage(),
} satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;

const everyone = {
  read: 22,
  acknowledge: 14,
  open: 4,
  search: 1,
  opinion: 4,
  progress: 8,
  checkIn: 5,
  retry: 1,
  sync: 14,
  freeStorage: 0.3,
} as const;
const secretaries = {
  ...everyone,
  publish: 4,
  call: 4,
  openDoor: 5,
  mark: 8,
  write: 14,
  close: 3,
  assign: 5,
} as const;
const photographers = { photograph: 10, takePhotoBack: 1 } as const;
const desk = {
  publish: 24,
  recall: 5,
  correct: 3,
  grant: 5,
  move: 4,
  leaves: 0.5,
  revoke: 2,
  secondPhone: 3,
  read: 5,
  sync: 12,
} as const;

/** What this person would do next. */
export const nextOperation = (world: World, phone: Phone, tab: Tab): OperationName => {
  const { identity } = tab.device.state.getState();
  const weights: Readonly<Partial<Record<OperationName, number>>> = phone.office
    ? desk
    : identity?.role === "secretary" || identity?.role === "deputy"
      ? { ...secretaries, ...(world.plan.photos && photographers) }
      : everyone;
  return world.chance.choose(weights);
};

/** Does it; what the app refuses is an outcome like any other. */
export const operate = async (world: World, phone: Phone, tab: Tab, name: OperationName): Promise<void> => {
  world.stats.operations += 1;
  world.stats.byOperation[name] = (world.stats.byOperation[name] ?? 0) + 1;
  world.transcript.say(phone.name, name);
  try {
    await (operations[name] as Operation)(world, phone, tab);
  } catch (error) {
    world.stats.refusedOperations += 1;
    world.transcript.say(
      phone.name,
      `${name}: ${error instanceof Error ? error.message.split("\n")[0] : error}`,
    );
  }
};
