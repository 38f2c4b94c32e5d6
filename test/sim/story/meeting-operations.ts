import type { MeetingDetail, Meetings } from "../../../src/device/meetings/meetings";
import { typeInto } from "../../../src/device/minutes/minutes-document";
import type { MinutesWriting } from "../../../src/device/minutes/minutes-writing";
import type { Hash, MeetingId } from "../../../src/domain/ids";
import { photosOf } from "../../../src/domain/meeting-photos";
import { makeJpeg } from "../../support/jpeg";
import { sleep, worldNow } from "../world/loop";
import type { Tab } from "../world/phone";
import { directoryOn, meetingsRunBy, now, type Operation, viewsOn, words } from "./acting";

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

/** What officers and members do at a meeting. */
export const meetingOperations = {
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
} satisfies Record<string, Operation>;
