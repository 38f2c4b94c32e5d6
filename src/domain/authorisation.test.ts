import { describe, expect, test } from "vitest";
import { applyTo, entryOf, idNamed, keyNamed, pointNamed, writerOf } from "../../test/support/entries";
import { type Directory, emptyDirectory } from "./directory";
import { definitionOf, definitions } from "./every-definition";
import type { DocumentId, EntryId, KeyId, MeetingId, MemberId, OrgId, TaskId } from "./ids";
import { cellScope, committeeScope, memberScope, type Scope } from "./scope";

const [east, west] = [idNamed<OrgId>("east"), idNamed<OrgId>("west")];
const day = 24 * 3600_000;
const offer = (n: number) => `0190000${n}-0000-7000-8000-000000000000` as EntryId;

/** Every kind of author. The first letter of each row below stands for the first of them, and so on. */
const writers = [
  "root",
  "desk",
  "eastSecretary",
  "eastDeputy",
  "eastCommittee",
  "eastMember",
  "westSecretary",
] as const;
type Writer = (typeof writers)[number];
const keys = Object.fromEntries(writers.map((name) => [name, keyNamed(name)])) as Record<Writer, KeyId>;
const members = Object.fromEntries(
  writers.map((name) => [name, idNamed<MemberId>(name.slice(0, 8))]),
) as Record<Writer, MemberId>;
const cellOf = (name: Writer): OrgId => (name.startsWith("east") ? east : west);
const roles: Partial<Record<Writer, string>> = {
  eastSecretary: "secretary",
  eastDeputy: "deputy",
  eastCommittee: "committee",
  westSecretary: "secretary",
};

const createDirectory = (): Directory => {
  const directory = emptyDirectory();
  let at = 1000;
  const write = (
    type: string,
    by: KeyId,
    scopes: readonly Scope[],
    subject: string,
    body: unknown,
    id?: EntryId,
  ) => {
    at += 1000;
    const refusal = applyTo(directory, entryOf(type, by, at, scopes, subject, body, id));
    if (refusal) throw new Error(`${type}: ${refusal}`);
  };
  const { root } = keys;
  write("commune.founded", root, ["commune"], "xathu", { name: "Xã Thử", key: pointNamed("root") });
  for (const org of [east, west])
    write("organisation.formed", root, ["commune"], org, { name: org, kind: "cell", setting: "village" });
  for (const [i, name] of writers.entries()) {
    if (name === "root") continue;
    const org = cellOf(name);
    const member = members[name];
    const role = name === "desk" ? "office" : name.endsWith("Secretary") ? "secretary" : "member";
    const scopes: Scope[] = [...(name === "desk" ? (["commune"] as const) : []), cellScope(org), "office"];
    write("member.listed", root, [cellScope(org), "office"], member, { name, org, kind: "official" });
    if (roles[name])
      write("role.granted", root, [cellScope(org), "office"], member, { org, role: roles[name] });
    const expires = at + day;
    const body = { member, org, role, key: pointNamed(`link${name}`), expires };
    write("enrolment.offered", root, scopes, member, body, offer(i));
    const proof = "p".repeat(86);
    write("device.enrolled", keys[name], scopes, member, {
      offer: offer(i),
      org,
      key: pointNamed(name),
      proof,
    });
  }
  return directory;
};
const directory = createDirectory();
const now = 100_000;

const paper = idNamed<DocumentId>("paper");
const meeting = idNamed<MeetingId>("meeting");
const task = idNamed<TaskId>("task");
const closing = (host: string) => ({
  host,
  closing: newcomer,
  parts: 1,
  startedAt: 1,
  endedAt: 2,
  chair: "Quách Văn Lâm",
  writer: "Bùi Thị Hoa",
  roll: [],
  guests: [],
  adopted: { agree: 9, disagree: 0, other: 0 },
});
const assignment = (host: string) => ({ host, text: "Thu đảng phí", lead: members.eastMember, support: [] });
const taskRoll: readonly Scope[] = [cellScope(east), "office", memberScope(members.eastMember)];
const call = (host: OrgId | "office", kind: string) => ({
  host,
  kind,
  title: "Sinh hoạt chi bộ",
  place: "Nhà văn hóa",
  startsAt: now,
  minutes: 90,
  agenda: ["Điểm danh"],
  papers: [],
});
const photographed = (host: string) => ({
  host,
  photo: paper,
  title: "Danh sách hộ nghèo",
  pages: [{ hash: "h".repeat(43), bytes: 10, media: "image/jpeg", width: 1350, height: 1800 }],
  declaredBy: "Bùi Văn Thắng",
});
const newcomer = idNamed<MemberId>("newcomer");
const issued = {
  kind: "ke_hoach",
  issuedOn: "2026-11-20",
  abstract: "Kế hoạch",
  issuer: "Đảng ủy",
  urgency: "normal",
  text: { hash: "h".repeat(43), bytes: 10 },
  declaredBy: "Văn thư",
};
const roll = (org: OrgId): Scope[] => [cellScope(org), "office"];
const offered = (member: MemberId, org: OrgId, role: string, expires = now + day) => ({
  member,
  org,
  role,
  key: pointNamed("new"),
  expires,
});

type Act = readonly [what: string, type: string, scopes: readonly Scope[], subject: string, body: unknown];

/**
 * What each author may write: + yes, - not allowed, s wrong scope, m malformed, w of another commune.
 * Columns: root, desk, east's secretary, deputy, committee member, member; west's secretary.
 */
// biome-ignore format: a table is read by its rows
const table: readonly (readonly [allowed: string, ...Act])[] = [
  ["+wwwwww", "found the commune again", "commune.founded", ["commune"], "xathu", { name: "Xã", key: pointNamed("root") }],
  ["swwwwww", "found it in a corner", "commune.founded", ["office"], "xathu", { name: "Xã", key: pointNamed("root") }],
  ["++-----", "vouch for the directory", "directory.attested", ["commune"], "xathu", { upTo: 9, digest: "d".repeat(43), revoked: [] }],
  ["ss-----", "vouch in secret", "directory.attested", ["office"], "xathu", { upTo: 9, digest: "d".repeat(43), revoked: [] }],
  ["++-----", "form a cell", "organisation.formed", ["commune"], idNamed("north"), { name: "Bắc", kind: "cell", setting: "village" }],
  ["ss-----", "form a cell unseen", "organisation.formed", ["office"], idNamed("north"), { name: "Bắc", kind: "cell", setting: "village" }],
  ["++-----", "dissolve a cell", "organisation.dissolved", ["commune"], east, { on: "2026-12-01", successor: west }],
  ["++-----", "list a newcomer", "member.listed", roll(east), newcomer, { name: "Hà Mai", org: east, kind: "official" }],
  ["ss-----", "list him in the sight of all", "member.listed", ["commune"], newcomer, { name: "Hà Mai", org: east, kind: "official" }],
  ["sssssss", "list another cell's member as one's own", "member.listed", roll(east), members.westSecretary, { name: "X", org: east, kind: "official" }],
  ["++-----", "move a member", "member.moved", [cellScope(east), cellScope(west), memberScope(members.eastMember), "office"], members.eastMember, { name: "X", from: east, to: west, kind: "official" }],
  ["ss-----", "move him behind his cell's back", "member.moved", [cellScope(west), memberScope(members.eastMember), "office"], members.eastMember, { name: "X", from: east, to: west, kind: "official" }],
  ["++-----", "vouch for his phone to his new cell", "device.vouched", roll(west), members.eastMember, { org: west, devices: [{ id: keys.eastMember, key: pointNamed("eastMember"), offer: offer(5), enrolledAt: now }] }],
  ["ss-----", "vouch for it in another cell's room", "device.vouched", roll(east), members.eastMember, { org: west, devices: [] }],
  ["++-----", "strike off who left", "member.left", [cellScope(east), memberScope(members.eastMember), "office"], members.eastMember, { org: east }],
  ["++-----", "grant a role", "role.granted", roll(east), members.eastMember, { org: east, role: "deputy" }],
  ["++-----", "end a role", "role.granted", roll(east), members.eastDeputy, { org: east, role: null }],
  ["-------", "grant a role in a cell that is not his", "role.granted", roll(west), members.eastMember, { org: west, role: "secretary" }],
  ["-------", "grant a role to nobody known", "role.granted", roll(east), newcomer, { org: east, role: "secretary" }],
  ["+------", "offer the office role", "enrolment.offered", ["commune", ...roll(west)], members.desk, offered(members.desk, west, "office")],
  ["s------", "offer it unseen", "enrolment.offered", roll(west), members.desk, offered(members.desk, west, "office")],
  ["++-----", "offer the secretary's role", "enrolment.offered", roll(east), members.eastSecretary, offered(members.eastSecretary, east, "secretary")],
  ["++++---", "offer a phone to a member", "enrolment.offered", roll(east), members.eastMember, offered(members.eastMember, east, "member")],
  ["mmmm---", "an offer for longer than a week", "enrolment.offered", roll(east), members.eastMember, offered(members.eastMember, east, "member", now + 8 * day)],
  ["mmmm---", "an offer filed under another", "enrolment.offered", roll(east), members.eastDeputy, offered(members.eastMember, east, "member")],
  ["-------", "offer a phone in the wrong cell", "enrolment.offered", roll(west), members.eastMember, offered(members.eastMember, west, "member")],
  ["ssss---", "offer it in another cell's room", "enrolment.offered", roll(west), members.eastMember, offered(members.eastMember, east, "member")],
  ["+++++--", "revoke a member's phone", "device.revoked", roll(east), keys.eastCommittee, { org: east, since: now }],
  ["ssss-s-", "revoke it in another cell's room", "device.revoked", roll(west), keys.eastMember, { org: east, since: now }],
  ["++----+", "revoke the secretary's phone", "device.revoked", roll(west), keys.westSecretary, { org: west, since: now }],
  ["++-----", "revoke a publishing key", "device.revoked", ["commune", ...roll(west)], keys.desk, { org: west, since: now }],
  ["-------", "revoke a key nobody knows", "device.revoked", roll(east), keyNamed("nobody"), { org: east, since: now }],
  ["mmmmmmm", "revoke what is no key", "device.revoked", roll(east), "east", { org: east, since: now }],
  ["++ss--s", "issue a paper to all", "document.issued", ["commune"], paper, issued],
  ["++++--s", "issue a paper to one's cell", "document.issued", [cellScope(east), "office"], paper, issued],
  ["++++--s", "issue a paper to one's committee", "document.issued", [committeeScope(east), "office"], paper, issued],
  ["sssssss", "issue a paper that the office does not see", "document.issued", [cellScope(east)], paper, issued],
  ["++ss--s", "issue a paper to two cells", "document.issued", [cellScope(east), cellScope(west), "office"], paper, issued],
  ["mmmmmmm", "issue a paper under a bad name", "document.issued", ["commune"], "Paper!", issued],
  ["++++--s", "recall a paper of the cell", "document.recalled", [cellScope(east), "office"], paper, { reason: "nhầm" }],
  ["++ss--s", "recall a paper of all", "document.recalled", ["commune"], paper, { reason: "nhầm" }],
  ["++ss--s", "keep the office's register", "document.registered", ["office"], paper, { kind: "ke_hoach", issuedOn: "2026-11-20", abstract: "Kế hoạch" }],
  ["ss++--s", "keep the cell's register", "document.registered", [committeeScope(east), "office"], paper, { kind: "ke_hoach", issuedOn: "2026-11-20", abstract: "Kế hoạch" }],
  ["ssss--s", "keep a register in the sight of all", "document.registered", ["commune"], paper, { kind: "ke_hoach", issuedOn: "2026-11-20", abstract: "Kế hoạch" }],
  ["++++--s", "replace a paper of the cell", "document.superseded", [cellScope(east), "office"], paper, { by: idNamed("other") }],
  ["-ssss+s", "read as east's member", "document.read", [committeeScope(east), memberScope(members.eastMember)], paper, {}],
  ["-ssss+s", "confirm as east's member", "document.acknowledged", [committeeScope(east), memberScope(members.eastMember)], paper, {}],
  ["-sssss+", "read as west's secretary", "document.read", [committeeScope(west), memberScope(members.westSecretary)], paper, {}],
  ["-ssssss", "read in the sight of all", "document.read", ["commune"], paper, {}],
  ["--++---", "call one's cell to a meeting", "meeting.called", roll(east), meeting, call(east, "regular")],
  ["--ss---", "call it unseen by the office", "meeting.called", [cellScope(east)], meeting, call(east, "thematic")],
  ["--++---", "call one's committee", "meeting.called", [committeeScope(east), "office"], meeting, call(east, "committee")],
  ["--ss---", "call the committee in the sight of the cell", "meeting.called", roll(east), meeting, call(east, "committee")],
  ["++-----", "call a conference", "meeting.called", ["commune"], meeting, call("office", "conference")],
  ["mmmmmmm", "call a conference as a cell", "meeting.called", roll(east), meeting, call(east, "conference")],
  ["mmmmmmm", "call a cell's meeting as the office", "meeting.called", roll(east), meeting, call("office", "regular")],
  ["mmmmmmm", "call a meeting under a bad name", "meeting.called", roll(east), "Meeting!", call(east, "regular")],
  ["--++---", "change a meeting", "meeting.changed", roll(east), meeting, call(east, "regular")],
  ["--++---", "cancel a meeting", "meeting.cancelled", roll(east), meeting, { host: east, reason: "mưa lũ" }],
  ["--ss---", "cancel it unseen by the office", "meeting.cancelled", [cellScope(east)], meeting, { host: east, reason: "mưa lũ" }],
  ["++-----", "cancel a conference", "meeting.cancelled", ["commune"], meeting, { host: "office", reason: "mưa lũ" }],
  ["--+++--", "open a meeting", "meeting.opened", [committeeScope(east)], meeting, { host: east, secret: "s".repeat(22) }],
  ["--sss--", "open it in the sight of the cell", "meeting.opened", [cellScope(east)], meeting, { host: east, secret: "s".repeat(22) }],
  ["++-----", "open a conference", "meeting.opened", ["office"], meeting, { host: "office", secret: "s".repeat(22) }],
  ["--+++--", "mark a member as present", "attendance.marked", [committeeScope(east)], meeting, { who: "member", host: east, member: members.eastMember, presence: "present" }],
  ["--sss--", "mark him in the sight of the cell", "attendance.marked", [cellScope(east)], meeting, { who: "member", host: east, member: members.eastMember, presence: "present" }],
  ["++-----", "mark a guest of a conference", "attendance.marked", ["office"], meeting, { who: "guest", host: "office", guest: newcomer, name: "Khách" }],
  ["-ssss+s", "check in as east's member", "attendance.checked", [committeeScope(east), memberScope(members.eastMember)], meeting, { code: "0a1b2c3d" }],
  ["-ssss+s", "check in at a conference", "attendance.checked", ["office", memberScope(members.eastMember)], meeting, { code: "0a1b2c3d" }],
  ["-ssssss", "check in at another cell", "attendance.checked", [committeeScope(west), memberScope(members.eastMember)], meeting, { code: "0a1b2c3d" }],
  ["-ssssss", "check in in the sight of the cell", "attendance.checked", [cellScope(east), memberScope(members.eastMember)], meeting, { code: "0a1b2c3d" }],
  ["--++---", "close a meeting", "meeting.closed", roll(east), meeting, closing(east)],
  ["--ss---", "close it among the committee", "meeting.closed", [committeeScope(east)], meeting, closing(east)],
  ["++-----", "close a conference", "meeting.closed", ["commune"], meeting, closing("office")],
  ["--+++--", "tick a duty off", "meeting.noted", [committeeScope(east)], meeting, { host: east, note: "posted", on: 1 }],
  ["--sss--", "tick it off in the sight of the cell", "meeting.noted", [cellScope(east)], meeting, { host: east, note: "told" }],
  ["--+++--", "photograph a paper for a meeting", "meeting.photographed", roll(east), meeting, photographed(east)],
  ["--+++--", "photograph one for the committee", "meeting.photographed", [committeeScope(east), "office"], meeting, photographed(east)],
  ["--sss--", "photograph one unseen by the office", "meeting.photographed", [cellScope(east)], meeting, photographed(east)],
  ["--sss--", "show it to another cell", "meeting.photographed", [...roll(east), cellScope(west)], meeting, photographed(east)],
  ["++-----", "photograph one for a conference", "meeting.photographed", ["commune"], meeting, photographed("office")],
  ["mmmmmmm", "photograph one for a meeting of a bad name", "meeting.photographed", roll(east), "Meeting!", photographed(east)],
  ["--+++--", "take a photographed paper back", "meeting.unphotographed", roll(east), meeting, { host: east, photo: paper }],
  ["--sss--", "take it back in another room", "meeting.unphotographed", ["commune"], meeting, { host: east, photo: paper }],
  ["++-----", "take one of a conference back", "meeting.unphotographed", ["commune"], meeting, { host: "office", photo: paper }],
  ["-ssss+s", "send an opinion as east's member", "opinion.sent", [committeeScope(east), memberScope(members.eastMember)], meeting, { text: "Đường xấu" }],
  ["-ssssss", "send it in the sight of the cell", "opinion.sent", [cellScope(east), memberScope(members.eastMember)], meeting, { text: "Đường xấu" }],
  ["--+++--", "write minutes", "minutes.edited", [committeeScope(east)], meeting, { host: east, update: "AAA" }],
  ["--sss--", "write them in the sight of the cell", "minutes.edited", [cellScope(east)], meeting, { host: east, update: "AAA" }],
  ["++-----", "write minutes of a conference", "minutes.edited", ["office"], meeting, { host: "office", update: "AAA" }],
  ["--++---", "adopt minutes", "minutes.adopted", roll(east), meeting, { host: east, closing: newcomer, part: 0, lines: [] }],
  ["--ss---", "adopt them in another room", "minutes.adopted", ["commune"], meeting, { host: east, closing: newcomer, part: 0, lines: [] }],
  ["--++---", "add to adopted minutes", "minutes.amended", roll(east), meeting, { host: east, text: "Sửa tên" }],
  ["--ss---", "add to them unseen by the office", "minutes.amended", [cellScope(east)], meeting, { host: east, text: "Sửa tên" }],
  ["--+++--", "keep an agenda for one's cell", "agenda.kept", [committeeScope(east)], east, { host: east, kind: "regular", points: ["Điểm danh"] }],
  ["--sss--", "keep it in the sight of the cell", "agenda.kept", [cellScope(east)], east, { host: east, kind: "regular", points: [] }],
  ["mmmmmmm", "keep it under another's name", "agenda.kept", [committeeScope(east)], west, { host: east, kind: "regular", points: [] }],
  ["++-----", "keep one for conferences", "agenda.kept", ["office"], "office", { host: "office", kind: "conference", points: ["Khai mạc"] }],
  ["++-----", "set the commune's score sheet", "sheet.set", ["commune"], "regular", { items: [{ id: "duration", title: "Thời gian", most: 5, by: { measure: "duration", bands: [{ from: 90, points: 5 }] } }] }],
  ["ss-----", "set it for one cell alone", "sheet.set", [cellScope(east)], "thematic", { items: [] }],
  ["mmmmmmm", "set a sheet of no kind", "sheet.set", ["commune"], "committee", { items: [] }],
  ["--++---", "assign a task", "task.assigned", taskRoll, task, assignment(east)],
  ["--ss---", "assign it unseen by its people", "task.assigned", roll(east), task, assignment(east)],
  ["--ss---", "assign it in the commune's sight", "task.assigned", ["commune", ...taskRoll], task, assignment(east)],
  ["++-----", "assign as the office", "task.assigned", ["office", memberScope(members.eastMember)], task, assignment("office")],
  ["--++---", "change a task", "task.changed", taskRoll, task, assignment(east)],
  ["--++---", "tell whom it was taken from", "task.changed", [...taskRoll, memberScope(members.eastDeputy)], task, assignment(east)],
  ["--++++-", "say how far a task is", "task.progressed", taskRoll, task, { host: east, state: "doing" }],
  ["--ssss-", "say it in the commune's sight", "task.progressed", ["commune"], task, { host: east, state: "doing" }],
];

const codes = {
  "+": undefined,
  "-": "not-allowed",
  s: "wrong-scope",
  m: "malformed",
  w: "wrong-commune",
} as const;

describe("who may write what", () => {
  test.each(table)("%s  %s", (allowed, _, type, scopes, subject, body) => {
    const definition = definitionOf(type);
    const outcome = writers.map((name) => {
      const entry = entryOf(type, keys[name], now, scopes, subject, body);
      const author = writerOf(directory, entry);
      return author && definition?.mayWrite(author, entry, directory);
    });
    expect(outcome).toEqual([...allowed].map((code) => codes[code as keyof typeof codes]));
  });

  test("every type of entry is in the table, or has its rules in enrolment.test", () => {
    const inTable = new Set(table.map(([, , type]) => type));
    expect(definitions.map(({ type }) => type).filter((type) => !inTable.has(type))).toEqual([
      "device.enrolled",
    ]);
  });

  test("the table's bodies are ones that would be let in", () => {
    for (const [, , type, , , body] of table) {
      const schema = definitionOf(type)?.body;
      expect(schema?.["~standard"].validate(body)).not.toHaveProperty("issues");
    }
  });
});
