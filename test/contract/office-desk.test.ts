import "fake-indexeddb/auto";
import { expect, test as it } from "vitest";
import type { Device } from "../../src/device/device";
import { fetchCoverage, fetchDocumentCoverage } from "../../src/device/office/coverage";
import { enrolledDevices, revokeDevice } from "../../src/device/office/devices";
import { offerEnrolment } from "../../src/device/office/offers";
import { publish } from "../../src/device/office/publish";
import { recall } from "../../src/device/office/recall";
import { addCell, addMembers, grantRole, moveMember } from "../../src/device/office/roster";
import { membersOf } from "../../src/domain/directory";
import { plainText } from "../../src/domain/reading-text";
import { cellScope } from "../../src/domain/scope";
import { enrolByLink, machineOrigin, newMachine, now } from "../support/machine";
import { createTestOffice } from "../support/office";
import { publishWord, readWord, wordFields } from "../support/word-paper";

/** The clerk's second desk. */
const openDesk = async () => {
  const office = await createTestOffice();
  const { device, line } = newMachine(office);
  const { commune } = office;
  await enrolByLink(office, device, commune.root, commune.office.member, commune.officeCell, "office");
  const directory = () => now(device.directory());
  return { office, commune, device, line, directory };
};

it("a paper is issued when the server says so, and a phone reads it", async () => {
  const { office, commune, device } = await openDesk();
  const outcome = await publishWord(device, commune.random);
  if (outcome.is !== "applied") throw new Error(outcome.is);
  const { device: phone } = newMachine(office);
  const { member } = commune.east.members[0];
  await enrolByLink(office, phone, commune.office.signer, member, commune.east.org, "member");
  const detail = await now(phone.library.document(outcome.id), (paper) => paper?.hasText === true);
  expect(detail).toMatchObject({ number: "118-KH/ĐU", urgency: "urgent", scopes: ["commune"] });
  expect(detail?.signedBy.office).toBe(true);
  const text = detail && (await phone.library.text(detail.text));
  expect(text && plainText(text)).toBe("KẾ HOẠCH\nNội dung cần nắm.");
  const file =
    detail?.file &&
    (await phone.files.fetch(detail.file.hash, detail.file.bytes, detail.file.media, () => undefined));
  expect(file?.ok).toBe(true);
  // For a server that is lost: the desk has it, too.
  expect(detail?.file && (await device.files.get(detail.file.hash))?.size).toBe(detail?.file?.bytes);

  // What the office sees of it, once the phone has confirmed.
  await phone.library.acknowledge(outcome.id);
  await phone.sync();
  await phone.sync();
  const report = await fetchCoverage(device);
  expect(report.ok && report.value.documents[0]).toMatchObject({
    document: outcome.id,
    onPhone: 1,
    acknowledged: 1,
  });
  const cells = await fetchDocumentCoverage(device, outcome.id);
  expect(cells.ok && cells.value.cells.find(({ org }) => org === commune.east.org)).toMatchObject({
    onPhone: 1,
    read: 1,
  });
});

it("a replacement marks the old paper, a recall takes the new one off the phones", async () => {
  const { office, commune, device } = await openDesk();
  const first = await publishWord(device, commune.random);
  if (first.is !== "applied") throw new Error(first.is);
  const paper = await readWord("KẾ HOẠCH");
  const second = await publish(
    device,
    {
      paper,
      text: paper.text,
      fields: { ...wordFields, number: "119-KH/ĐU" },
      scopes: ["commune"],
      attachFile: false,
      replaces: [{ id: first.id, scopes: ["commune"] }],
    },
    { random: commune.random },
  );
  if (second.is !== "applied") throw new Error(second.is);
  expect(await now(device.library.document(first.id))).toMatchObject({
    superseded: true,
    supersededBy: second.id,
  });
  expect(await now(device.library.document(second.id))).not.toHaveProperty("file");

  const register = (machine: Device) =>
    now(machine.library.register({ limit: 10 }), ({ rows }) =>
      rows.some(({ state }) => state === "recalled"),
    );
  expect(
    await recall(
      device,
      { ...wordFields, number: "119-KH/ĐU", id: second.id, scopes: ["commune"] },
      "Phát hành nhầm",
    ),
  ).toEqual({ is: "applied" });
  const kept = [
    {
      id: second.id,
      number: "119-KH/ĐU",
      abstract: wordFields.abstract,
      state: "recalled",
      reason: "Phát hành nhầm",
    },
    { id: first.id, state: "replaced" },
  ];
  expect((await register(device)).rows).toMatchObject(kept);
  const { device: phone } = newMachine(office);
  const { member, org } = commune.west.members[0];
  await enrolByLink(office, phone, commune.office.signer, member, org, "member");
  const list = await now(phone.library.list({ show: "all", limit: 10 }), ({ rows }) => rows.length > 0);
  expect(list.rows.map((row) => row.id)).toEqual([first.id]);
  expect(await now(phone.library.register({ limit: 10 }))).toMatchObject({
    total: 1,
    rows: [{ id: first.id }],
  });

  // A desk that never held the paper knows its number, its subject and why it was recalled.
  const { device: later } = newMachine(office);
  await enrolByLink(office, later, commune.root, commune.office.member, commune.officeCell, "office");
  expect((await register(later)).rows).toMatchObject(kept);
  expect(await now(later.library.register({ words: "119 mua lu", limit: 10 }))).toMatchObject({ total: 1 });
});

it("a paper that leaves the phones after its day stays in the register", async () => {
  const { office, commune, device } = await openDesk();
  const outcome = await publishWord(device, commune.random, { expiresOn: "2026-11-25" });
  if (outcome.is !== "applied") throw new Error(outcome.is);
  office.clock.advance(30 * 24 * 3600_000);
  const { device: later } = newMachine(office);
  await enrolByLink(office, later, commune.root, commune.office.member, commune.officeCell, "office");
  const found = await now(later.library.register({ limit: 10 }), ({ rows }) => rows.length > 0);
  expect(found.rows).toMatchObject([{ id: outcome.id, number: "118-KH/ĐU", state: "expired" }]);
  expect(found.rows[0]).not.toHaveProperty("recalledAt");
});

it("without a connection nothing is called issued", async () => {
  const { commune, device, line, office } = await openDesk();
  line.up = false;
  expect(await publishWord(device, commune.random)).toEqual({ is: "not-sent", problem: "unreachable" });
  line.up = true;
  const issued = await publishWord(device, commune.random);
  if (issued.is !== "applied") throw new Error(issued.is);
  line.up = false;
  expect(await recall(device, { ...wordFields, id: issued.id, scopes: ["commune"] }, "Sai số")).toEqual({
    is: "waiting",
    problem: "unreachable",
  });
  line.up = true;
  await device.sync();
  const paper = await fetchDocumentCoverage(device, issued.id);
  expect(paper).toEqual({ ok: false, error: "not-found" });
  expect(office.lines.join("\n")).not.toContain("Phòng, chống");
});

it.each([
  ["a mark in the text", () => readWord("MẬT"), {}, "secret-mark"],
  ["a mark in the file's name", () => readWord("KẾ HOẠCH", "KH (MẬT).docx"), {}, "secret-mark"],
  [
    "personnel work",
    () => readWord("QUYẾT ĐỊNH"),
    { kind: "quyet_dinh", abstract: "Về việc điều động, bổ nhiệm cán bộ" },
    "personnel-work",
  ],
  ["nobody who declares", () => readWord("KẾ HOẠCH"), { declaredBy: " " }, "not-declared"],
] as const)("%s stays outside: nothing is uploaded, written or logged", async (_, take, change, code) => {
  const { commune, device, office } = await openDesk();
  const paper = await take();
  let uploads = 0;
  const watched: Device = {
    ...device,
    files: {
      ...device.files,
      upload: (...args) => {
        uploads += 1;
        return device.files.upload(...args);
      },
    },
  };
  const publication = {
    paper,
    text: paper.text,
    fields: { ...wordFields, ...change },
    scopes: ["commune"] as const,
    attachFile: true,
  };
  expect(await publish(watched, publication, { random: commune.random })).toEqual({ is: "refused", code });
  expect(uploads).toBe(0);
  expect(await now(device.outbox.items())).toEqual([]);
  expect(office.lines.join("\n")).not.toContain(paper.name);
});

it("cells, members, roles, links and machines", async () => {
  const { office, commune, device, directory } = await openDesk();
  const cell = await addCell(device, { name: " Chi bộ xóm Bo ", setting: "village" }, commune.random);
  expect(cell.is).toBe("applied");
  const people = [
    { name: "Bùi Văn Thắng", kind: "official" },
    { name: "Bùi Thị Én", kind: "probationary" },
  ] as const;
  expect(await addMembers(device, cell.id, people, commune.random)).toEqual({ is: "applied" });
  const [thang, en] = membersOf(await directory(), cell.id);
  if (!thang || !en) throw new Error("two members were just listed");
  expect([thang.name, en.kind]).toEqual(["Bùi Văn Thắng", "probationary"]);
  expect(await grantRole(device, thang, "secretary")).toEqual({ is: "applied" });
  expect((await directory()).roles.get(thang.id)).toBe("secretary");
  expect(await moveMember(device, await directory(), en, commune.east.org)).toEqual({ is: "applied" });
  expect(membersOf(await directory(), commune.east.org).map(({ name }) => name)).toContain("Bùi Thị Én");

  // The sheet's links work, each once.
  const { links, outcome } = await offerEnrolment(
    device,
    await directory(),
    membersOf(await directory(), cell.id),
    machineOrigin,
  );
  expect(outcome).toEqual({ is: "applied" });
  expect(links.map(({ member, role }) => [member.name, role])).toEqual([["Bùi Văn Thắng", "secretary"]]);
  const { device: phone } = newMachine(office);
  expect(await phone.enrol(links[0]?.link ?? "")).toMatchObject({
    ok: true,
    value: { name: "Bùi Văn Thắng", role: "secretary" },
  });
  const { device: second } = newMachine(office);
  expect(await second.enrol(links[0]?.link ?? "")).toEqual({ ok: false, error: "offer-used" });

  // A secretary makes links for his own members, and for nobody else.
  const ownCell = await now(phone.directory(), ({ members }) => members.has(thang.id));
  const own = await offerEnrolment(phone, ownCell, [thang], machineOrigin);
  expect(own.outcome).toEqual({ is: "applied" });
  expect(own.links[0]?.role).toBe("member");
  const strangers = membersOf(await directory(), commune.west.org).slice(0, 1);
  expect((await offerEnrolment(phone, ownCell, strangers, machineOrigin)).outcome).toMatchObject({
    is: "refused",
  });

  // A lost phone.
  await device.sync();
  const lost = enrolledDevices(await directory()).find(({ member }) => member?.id === thang.id);
  if (!lost) throw new Error("the phone was just enrolled");
  expect(await revokeDevice(device, await directory(), lost.key.id)).toEqual({ is: "applied" });
  await phone.sync();
  expect(phone.state.getState().phase).toBe("wiped");
  expect(enrolledDevices(await directory()).find(({ key }) => key.id === lost.key.id)).toHaveProperty(
    "revokedSince",
  );
  expect(cellScope(cell.id)).toContain(cell.id);
});
