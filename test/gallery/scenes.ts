import type { Device, OutboxItem } from "../../src/device/device";
import { createTestVoice } from "../../src/device/voice/test-voice";

import type { DocumentId, EntryId, Hash, MemberId, PhotoId } from "../../src/domain/ids";

import { keepSearch, saveSearch } from "../../src/screens/library/searches";
import {
  cellMeetings,
  cellMembers,
  halfCalled,
  lastMonth,
  lastMonthAt,
  tonight,
} from "../support/fake-cell-meetings";
import { cellDirectory, cellTasks, fees, road } from "../support/fake-cell-tasks";
import { closedMeetings } from "../support/fake-closed-year";
import { conferenceId, officeMeetings } from "../support/fake-conference";
import { createFakeDevice, type FakeOptions, type FakePaper } from "../support/fake-device";
import type { FakeMeeting } from "../support/fake-meetings";
import { halfWritten } from "../support/fake-minutes";
import { createFakeOffice, fakeDirectory } from "../support/fake-office";
import { fakeLibrary, secretary } from "../support/fake-papers";
import { type FakeRecord, fakeRecord, fakeRecordComing, fakeRecordEmpty } from "../support/fake-record";
import { studiedText, studyNotes } from "../support/fake-study";
import { stampedPdf } from "./stamped-pdf";

interface Scene {
  readonly device: Device;
  readonly path: string;
  /** Buttons to press once it stands there, by the beginnings of their names. */
  readonly presses?: readonly string[];
  /** Typed into the field that searches, before anything is pressed; empty: the field is entered. */
  readonly sought?: string;
  /** Shown in the simple way. */
  readonly simple?: boolean;
}

const now = new Date(2026, 10, 24, 8, 5).getTime();
const synced = { running: false, at: new Date(2026, 10, 24, 7, 32).getTime() };

const outbox: readonly OutboxItem[] = [
  {
    id: "1" as EntryId,
    type: "document.read",
    subject: "x",
    about: "Kết luận giao ban công tác tháng 11",
    at: now - 3_600_000,
    state: "waiting",
  },
  {
    id: "2" as EntryId,
    type: "document.acknowledged",
    subject: "x",
    about: "Sinh hoạt chuyên đề quý IV về ứng dụng công nghệ số",
    at: now - 90_000_000,
    state: "refused",
    code: "clock-ahead",
  },
];

const ready = (options: FakeOptions = {}) =>
  createFakeDevice({
    now,
    papers: fakeLibrary(),
    outbox: outbox.slice(0, 1),
    ...options,
    state: {
      identity: secretary,
      sync: synced,
      directory: { attestedAt: now - 86_400_000 * 2, agrees: true },
      ...options.state,
    },
  }).device;

const paperPath = (papers: readonly FakePaper[], number: string, rest = "") =>
  `/van-ban/${papers.find(({ detail }) => detail.number === number)?.detail.id ?? ""}${rest}`;

const reading = (number: string, rest?: string) => async (): Promise<Scene> => {
  const papers = fakeLibrary(await stampedPdf());
  return { device: ready({ papers, filesHere: true }), path: paperPath(papers, number, rest) };
};

const at = (path: string, options?: FakeOptions) => async (): Promise<Scene> => ({
  device: ready(options),
  path,
});

/** The list while something is looked for in it. */
const searched =
  (sought: string, presses: readonly string[] = [], past = false, index?: "rebuilt") =>
  async (): Promise<Scene> => {
    const papers = fakeLibrary(await stampedPdf());
    if (past) for (const words of ["chi bộ bốn tốt", "105-QĐ/ĐU", "mưa lũ"]) keepSearch({ words });
    if (past) saveSearch({ show: "unread", words: "", kind: "ke_hoach", year: "2026" });
    const tasked = papers.slice(0, 2).map(({ detail }) => detail.id);
    return {
      device: ready({ papers, tasked, ...(index && { state: { index } }) }),
      path: "/",
      sought,
      presses,
    };
  };

const desk =
  (path: string, as: "clerk" | "secretary" = "clerk", presses: readonly string[] = []) =>
  async (): Promise<Scene> => ({
    device: createFakeOffice({ now, as }).device,
    path,
    presses,
  });

/** A desk without a line, on which a paper was recalled. */
const recalling = async (): Promise<Scene> => {
  const papers = fakeLibrary();
  const { device } = createFakeOffice({ now, offline: true, papers });
  const [paper] = papers;
  if (!paper) throw new Error("the library has papers");
  const { id, scopes, abstract } = paper.detail;
  await device.write([
    { type: "document.recalled", scopes: [...scopes], subject: id, body: { reason: "Gửi nhầm bản" } },
  ]);
  return { device, path: "/van-phong", presses: [abstract] };
};

/** A regulation that is read with a pencil: it names others, and some of it is marked. */
const studied =
  (presses: readonly string[] = [], hash = "", path?: string) =>
  async (): Promise<Scene> => {
    const library = fakeLibrary(await stampedPdf());
    const paper = library[1] as FakePaper;
    const id = paper.detail.id;
    const papers = [library[0] as FakePaper, { ...paper, body: studiedText }, ...library.slice(2)];
    const plan = library[0]?.detail as FakePaper["detail"];
    const related = {
      supersedes: [library[6]?.detail as typeof plan],
      cites: [plan, library[7]?.detail as typeof plan],
      citedBy: [library[3]?.detail as typeof plan],
      meetings: [{ id: tonight, title: "Sinh hoạt thường kỳ tháng 11", startsAt: now }],
      tasks: [{ id: road, text: "Rà soát các hộ ở ven suối", standing: "overdue" as const }],
    };
    const reading = { notes: studyNotes(id), related, voice: createTestVoice() };
    return {
      device: ready({ papers, reading, filesHere: true }),
      path: path ?? `/van-ban/${id}${hash && `#${hash}`}`,
      presses,
    };
  };

/** The meetings of a village cell tonight, as its secretary sees them or as a member does. */
const meeting =
  (
    path: string,
    as: "secretary" | "member",
    open = false,
    checkedIn = false,
    more: Partial<FakeMeeting> = {},
  ) =>
  async (): Promise<Scene> => {
    const papers = fakeLibrary();
    const onPaper = papers.slice(0, 2).map(({ detail }) => detail.id);
    const meetings = cellMeetings(now, [...onPaper, "0paper999999" as DocumentId], {
      ...(open && { open, ticks: halfCalled }),
      ...(checkedIn && { checkedInAt: now - 120_000 }),
      ...more,
    });
    const identity = as === "member" ? { ...secretary, role: "member" as const } : secretary;
    return {
      device: ready({ papers, meetings: { meetings, members: cellMembers }, state: { identity } }),
      path,
    };
  };
const opinions = [
  {
    member: "0member00002" as MemberId,
    name: "Bùi Thị Lành",
    at: now - 40_000_000,
    text: "Đề nghị chi bộ bàn việc sửa mương Bai Lòng trước vụ xuân: đoạn qua nhà văn hóa bị vỡ từ tháng 9.\nTôi nhận vận động các hộ góp công.",
  },
  {
    member: "0member00007" as MemberId,
    name: "Nguyễn Văn Hòa",
    at: now - 3_600_000,
    text: "Xin cho ý kiến về lịch trực đêm mùa hanh khô.",
  },
];
const minutes = (page: string) =>
  meeting(`/hop/${tonight}/${page}`, "secretary", true, false, halfWritten(now));

/** What the office reads of meetings. */
const conferring = (path: string) =>
  at(path, {
    directory: fakeDirectory(),
    meetings: { meetings: officeMeetings(now) },
    state: { identity: { ...secretary, office: true } },
  });

/** The year's attendance of a village cell. */
const year = (role: "secretary" | "member") =>
  at("/hop/ca-nam", {
    meetings: { meetings: closedMeetings, members: cellMembers },
    state: { identity: { ...secretary, role } },
  });

/** What a village cell has to do, as its secretary sees it or as a member does. */
const tasks = (path: string, as: "secretary" | "member") =>
  at(path, {
    tasks: { tasks: cellTasks(now), members: cellMembers },
    meetings: { meetings: cellMeetings(now), members: cellMembers },
    directory: cellDirectory(),
    state: { identity: { ...secretary, role: as } },
  });
/** Papers in groups: one saved with topics of its reader's own, the next meeting's not all here. */
const groups =
  (path: string, change: FakeOptions["collections"] = {}) =>
  async (): Promise<Scene> => {
    const papers = fakeLibrary();
    const [first, second, third] = papers.map(({ detail }) => detail.id);
    if (!first || !second || !third) throw new Error("no papers");
    const meetings = cellMeetings(now, [first, second, "0paper999999" as DocumentId]);
    return {
      device: ready({
        papers,
        meetings: { meetings, members: cellMembers },
        collections: {
          lacks: { [second]: "file" },
          left: [{ id: "0paper999999" as DocumentId, why: "not-sent" }],
          saved: [
            { id: second, labels: ["Đảng phí", "Thôn mình"] },
            { id: third, labels: [] },
          ],
          ...change,
        },
      }),
      path,
    };
  };
/** Two photographed papers, one of them half on this phone; and one being photographed. */
const photographed = (presses: readonly string[] = [], as: "secretary" | "member" = "secretary") => {
  const page = (n: number) => ({
    hash: `page${n}`.padEnd(43, "0") as Hash,
    bytes: 180_000,
    media: "image/jpeg" as const,
    width: 1350,
    height: 1800,
  });
  const row = (n: number, title: string, pages: number, here: number) => ({
    photo: `0photo00000${n}` as PhotoId,
    title,
    pages: Array.from({ length: pages }, (_, i) => page(10 * n + i)),
    declaredBy: secretary.name,
    here,
    away: 180_000 * (pages - here),
    unsent: false,
    leaving: false,
  });
  const photos = [row(1, "Danh sách hộ nghèo, cận nghèo năm 2026", 3, 3), row(2, "Quy ước thôn", 4, 1)];
  return async (): Promise<Scene> => {
    const papers = fakeLibrary();
    const [first] = papers.map(({ detail }) => detail.id);
    const meetings = cellMeetings(now, first ? [first] : [], { photos });
    const draft = { photo: "0photo000003" as PhotoId, title: "", pages: [page(31)], of: tonight };
    const identity = as === "member" ? { ...secretary, role: "member" as const } : secretary;
    return {
      device: ready({
        papers,
        meetings: { meetings, members: cellMembers, photos: { drafts: [draft] } },
        state: { identity },
      }),
      path: `/hop/${tonight}`,
      presses,
    };
  };
};
const ticket = (rest: string) => `/vao-hop#${tonight}.7kq3m9xt.${rest}`;

/** The meeting of last month, closed. */
const record =
  (made: (startedAt: number, members: typeof cellMembers) => FakeRecord, as: "secretary" | "member") =>
  async (): Promise<Scene> => {
    const meetings = cellMeetings(now, [], {}, made(lastMonthAt(now), cellMembers));
    const identity = as === "member" ? { ...secretary, role: "member" as const } : secretary;
    return {
      device: ready({ meetings: { meetings, members: cellMembers }, state: { identity } }),
      path: `/hop/${lastMonth}/bien-ban`,
    };
  };

export const scenes: { readonly [name: string]: () => Promise<Scene> } = {
  library: at("/"),
  "library-first-sync": at("/", {
    papers: [],
    outbox: [],
    state: { sync: { running: true, progress: { done: 120, of: 856 } } },
  }),
  "library-offline": at("/", { outbox, state: { sync: { ...synced, problem: "unreachable" } } }),
  "library-empty": at("/", { papers: [], outbox: [] }),
  "search-found": searched("phong chong mua lu"),
  "search-number": searched("118 kh"),
  "search-near": searched("phong chong mua luu"),
  "search-nothing": searched("xe đạp điện"),
  "search-past": searched("", [], true),
  "search-filter": searched("phong chong", ["Lọc"]),
  "search-rebuilt": searched("mua lu", [], false, "rebuilt"),
  reader: reading("118-KH/ĐU"),
  "reader-original": reading("105-QĐ/ĐU"),
  "reader-done": reading("07-NQ/CB"),
  "reader-coming": reading("121-CV/ĐU"),
  "reader-scanned": reading("30/2020/NĐ-CP"),
  "reader-superseded": reading("88-KH/ĐU"),
  "reader-gone": at("/van-ban/000000000000"),
  "reader-recalled": at("/van-ban/000000000000", {
    reading: {
      recalled: { at: now - 90_000_000, reason: "Gửi nhầm bản chưa duyệt; bản đúng sẽ phát hành lại." },
    },
  }),
  "reader-studied": studied([], "dieu-5"),
  "reader-contents": studied(["Mục lục"], "dieu-6"),
  "reader-more": studied(["Việc khác"]),
  "reader-passage": studied(["Việc khác", "Chọn từng đoạn"], "dieu-5"),
  "reader-note": studied(["Việc khác", "Dấu trang", "Sửa"]),
  "reader-notes": studied(["Việc khác", "Dấu trang"]),
  "reader-table": studied([], "doan-13"),
  "reader-cards": studied(["Xem từng dòng"], "doan-13"),
  "reader-table-full": studied(["Toàn màn hình"]),
  "reader-related": studied([], "doan-15"),
  "reader-aloud": studied(["Việc khác", "Nghe đọc"]),
  "reader-sought": studied([], "tim=bien%20ban"),
  "reader-find": studied(["Tìm trong văn bản"]),
  "reader-beside": studied([], "dieu-5"),
  "my-notes": studied([], "", "/van-ban/ghi-chu"),
  "my-notes-none": at("/van-ban/ghi-chu"),
  original: reading("105-QĐ/ĐU", "/ban-goc"),
  "original-away": async () => {
    const papers = fakeLibrary(await stampedPdf());
    return { device: ready({ papers }), path: paperPath(papers, "105-QĐ/ĐU", "/ban-goc") };
  },
  simple: async () => ({
    ...(await tasks("/", "member")()),
    simple: true,
  }),
  "simple-list": async () => ({ ...(await at("/van-ban")()), simple: true }),
  groups: groups("/nhom"),
  "groups-empty": at("/nhom", { papers: [], outbox: [] }),
  "group-to-read": groups("/nhom/can-doc"),
  "group-due": groups("/nhom/can-xac-nhan"),
  "group-due-empty": at("/nhom/can-xac-nhan", { papers: [] }),
  "group-next": groups("/nhom/hop-toi"),
  "group-next-full": groups("/nhom/hop-toi", { lacks: {}, withdrawn: ["0paper999999" as DocumentId] }),
  "group-next-empty": at("/nhom/hop-toi"),
  "group-saved": groups("/nhom/da-luu"),
  "group-saved-empty": at("/nhom/da-luu"),
  "group-topics": groups("/nhom/chu-de"),
  "group-topic": groups("/nhom/chu-de/digital"),
  me: at("/toi"),
  outbox: at("/cho-gui", { outbox, state: { sync: { ...synced, problem: "not-our-server" } } }),
  "outbox-empty": at("/cho-gui", { outbox: [] }),
  "meetings-empty": at("/hop"),
  "meetings-empty-member": at("/hop", { state: { identity: { ...secretary, role: "member" } } }),
  meetings: meeting("/hop", "secretary"),
  "meeting-call": meeting("/hop/moi", "secretary"),
  "conference-call": at("/hop/hoi-nghi", {
    directory: fakeDirectory(),
    state: { identity: { ...secretary, office: true } },
  }),
  "conference-roll": conferring(`/hop/${conferenceId}`),
  "office-meetings": conferring("/hop"),
  "meeting-member": meeting(`/hop/${tonight}`, "member", true),
  "meeting-came": meeting(`/hop/${tonight}`, "member", true, true),
  "meeting-prepare": meeting(`/hop/${tonight}`, "secretary", false, false, {
    opinions,
    notes: { told: now },
    startsAt: new Date(2026, 10, 24, 19, 30).getTime(),
  }),
  "meeting-opinion": meeting(`/hop/${tonight}`, "member", false, false, {
    opinions: opinions.slice(0, 1).map((one) => ({ ...one, member: secretary.member })),
  }),
  "meeting-roll": meeting(`/hop/${tonight}`, "secretary", true),
  "meeting-photos": photographed([], "member"),
  "meeting-photo-look": photographed(["Danh sách hộ nghèo"]),
  "meeting-photo-take": photographed(["Mở Chưa đặt tên"]),
  "meeting-code": meeting(`/hop/${tonight}/ma`, "secretary", true),
  "meeting-poster": meeting(`/hop/${tonight}/ap-phich`, "secretary", true),
  "minutes-begin": meeting(`/hop/${tonight}/dien-bien`, "secretary", true),
  minutes: minutes("dien-bien"),
  "minutes-task": async () => ({ ...(await minutes("dien-bien")()), presses: ["Huy động ngày công"] }),
  score: minutes("cham-diem"),
  closing: minutes("thong-qua"),
  "door-verified": meeting(ticket("signed"), "member", true),
  "door-unverified": meeting(ticket("unverified"), "member", true),
  "door-damaged": meeting("/vao-hop#khong-phai", "member", true),
  "door-not-enrolled": at(ticket("signed"), { state: { phase: "blank" } }),
  "card-taken": meeting(`/diem-danh#${tonight}.0member00002`, "secretary", true),
  "meeting-closed": meeting(`/hop/${lastMonth}`, "secretary"),
  record: record(fakeRecord, "secretary"),
  "record-missing": record(fakeRecordComing, "member"),
  "record-empty": record(fakeRecordEmpty, "secretary"),
  year: year("secretary"),
  "year-member": year("member"),
  "meetings-closed": at("/hop", {
    meetings: { meetings: [...cellMeetings(now), ...closedMeetings.slice(-2)] },
  }),
  tasks: tasks("/viec", "secretary"),
  "tasks-member": tasks("/viec", "member"),
  "tasks-empty": at("/viec"),
  "tasks-empty-member": at("/viec", { state: { identity: { ...secretary, role: "member" } } }),
  "task-one": tasks(`/viec/${road}`, "secretary"),
  "task-one-member": tasks(`/viec/${fees}`, "member"),
  "task-assign": tasks("/viec/moi", "secretary"),
  "task-change": tasks(`/viec/${road}/sua`, "secretary"),
  lost: at("/khong-co"),
  welcome: at("/", { state: { phase: "blank" } }),
  wiped: at("/", { state: { phase: "wiped" } }),
  broken: at("/", { state: { phase: "broken" } }),
  enrol: at("/ghi-danh#AbC", { state: { phase: "blank" } }),
  starting: at("/", { state: { phase: "starting" } }),
  "office-register": desk("/van-phong"),
  "office-paper": desk("/van-phong", "clerk", ["Phòng, chống mưa lũ"]),
  "office-recall": desk("/van-phong", "clerk", ["Phòng, chống mưa lũ", "Thu hồi"]),
  "office-paper-gone": desk("/van-phong", "clerk", ["Lịch làm việc"]),
  "office-recall-waiting": recalling,
  "office-publish": desk("/van-phong/phat-hanh"),
  "office-cells": desk("/van-phong/chi-bo"),
  "office-members": desk("/van-phong/chi-bo", "clerk", ["Chi bộ Công an xã"]),
  "office-move": desk("/van-phong/chi-bo", "clerk", ["Chi bộ Công an xã", "Chuyển"]),
  "office-sheet": desk("/van-phong/cham-diem"),
  "office-codes": desk("/van-phong/ghi-danh"),
  "office-machines": desk("/van-phong/may"),
  "own-cell": desk("/chi-bo", "secretary"),
};
