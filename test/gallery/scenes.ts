import type { Device, OutboxItem } from "../../src/device/device";
import type { DocumentId, EntryId } from "../../src/domain/ids";
import { cellMeetings, cellMembers, halfCalled, tonight } from "../support/fake-cell-meetings";
import { createFakeDevice, type FakeOptions, type FakePaper } from "../support/fake-device";
import { createFakeOffice } from "../support/fake-office";
import { fakeLibrary, secretary } from "../support/fake-papers";
import { stampedPdf } from "./stamped-pdf";

interface Scene {
  readonly device: Device;
  readonly path: string;
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

const desk =
  (path: string, as: "clerk" | "secretary" = "clerk") =>
  async (): Promise<Scene> => ({
    device: createFakeOffice({ now, as }).device,
    path,
  });

/** The meetings of a village cell tonight, as its secretary sees them or as a member does. */
const meeting =
  (path: string, as: "secretary" | "member", open = false, checkedIn = false) =>
  async (): Promise<Scene> => {
    const papers = fakeLibrary();
    const onPaper = papers.slice(0, 2).map(({ detail }) => detail.id);
    const meetings = cellMeetings(now, [...onPaper, "0paper999999" as DocumentId], {
      ...(open && { open, ticks: halfCalled }),
      ...(checkedIn && { checkedInAt: now - 120_000 }),
    });
    const identity = as === "member" ? { ...secretary, role: "member" as const } : secretary;
    return {
      device: ready({ papers, meetings: { meetings, members: cellMembers }, state: { identity } }),
      path,
    };
  };
const ticket = (rest: string) => `/vao-hop#${tonight}.7kq3m9xt.${rest}`;

export const scenes: { readonly [name: string]: () => Promise<Scene> } = {
  library: at("/"),
  "library-first-sync": at("/", {
    papers: [],
    outbox: [],
    state: { sync: { running: true, progress: { done: 120, of: 856 } } },
  }),
  "library-offline": at("/", { outbox, state: { sync: { ...synced, problem: "unreachable" } } }),
  "library-empty": at("/", { papers: [], outbox: [] }),
  reader: reading("118-KH/ĐU"),
  "reader-original": reading("105-QĐ/ĐU"),
  "reader-done": reading("07-NQ/CB"),
  "reader-coming": reading("121-CV/ĐU"),
  "reader-scanned": reading("30/2020/NĐ-CP"),
  "reader-superseded": reading("88-KH/ĐU"),
  "reader-gone": at("/van-ban/000000000000"),
  original: reading("105-QĐ/ĐU", "/ban-goc"),
  "original-away": async () => {
    const papers = fakeLibrary(await stampedPdf());
    return { device: ready({ papers }), path: paperPath(papers, "105-QĐ/ĐU", "/ban-goc") };
  },
  me: at("/toi"),
  outbox: at("/cho-gui", { outbox, state: { sync: { ...synced, problem: "not-our-server" } } }),
  "outbox-empty": at("/cho-gui", { outbox: [] }),
  "meetings-empty": at("/hop"),
  "meetings-empty-member": at("/hop", { state: { identity: { ...secretary, role: "member" } } }),
  meetings: meeting("/hop", "secretary"),
  "meeting-call": meeting("/hop/moi", "secretary"),
  "meeting-member": meeting(`/hop/${tonight}`, "member", true),
  "meeting-came": meeting(`/hop/${tonight}`, "member", true, true),
  "meeting-roll": meeting(`/hop/${tonight}`, "secretary", true),
  "meeting-code": meeting(`/hop/${tonight}/ma`, "secretary", true),
  "meeting-poster": meeting(`/hop/${tonight}/ap-phich`, "secretary", true),
  "door-verified": meeting(ticket("signed"), "member", true),
  "door-unverified": meeting(ticket("unverified"), "member", true),
  "door-damaged": meeting("/vao-hop#khong-phai", "member", true),
  "door-not-enrolled": at(ticket("signed"), { state: { phase: "blank" } }),
  "card-taken": meeting(`/diem-danh#${tonight}.0member00002`, "secretary", true),
  tasks: at("/viec"),
  lost: at("/khong-co"),
  welcome: at("/", { state: { phase: "blank" } }),
  wiped: at("/", { state: { phase: "wiped" } }),
  broken: at("/", { state: { phase: "broken" } }),
  enrol: at("/ghi-danh#AbC", { state: { phase: "blank" } }),
  starting: at("/", { state: { phase: "starting" } }),
  "office-register": desk("/van-phong"),
  "office-publish": desk("/van-phong/phat-hanh"),
  "office-cells": desk("/van-phong/chi-bo"),
  "office-codes": desk("/van-phong/ghi-danh"),
  "office-machines": desk("/van-phong/may"),
  "own-cell": desk("/chi-bo", "secretary"),
};
