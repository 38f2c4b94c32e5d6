import { expect, test } from "vitest";
import { cellScope, committeeScope, type Scope } from "../../src/domain/scope";
import type { CoverageReport, DocumentCoverage } from "../../src/protocol/coverage";
import { emptyDigest } from "../../src/protocol/digest";
import type { Signer } from "../../src/protocol/keys";
import type { TestDevice, TestPaper } from "../support/commune";
import { createTestOffice } from "../support/office";

const createScene = async () => {
  const office = await createTestOffice();
  const { commune, log } = office;
  const { east } = commune;
  const forAll = await office.issue(await commune.paper({ words: "cho toàn Đảng bộ" }));
  const forEast = await office.issue(await commune.paper({ scopes: [cellScope(east.org), "office"] }));
  const forCommittee = await office.issue(
    await commune.paper({ scopes: [committeeScope(east.org), "office"] }),
  );

  /** The device says that it holds these scopes with their texts. */
  const confirm = async (device: TestDevice, scopes: readonly Scope[]) => {
    const heads = await log.heads(scopes);
    await log.confirm(
      device.signer.id,
      Object.fromEntries(
        scopes.map((scope) => {
          const n = heads.get(scope) ?? 0;
          return [scope, { n, full: n, digest: emptyDigest }];
        }),
      ),
    );
  };
  const report = async (as: Signer) =>
    ((await (await office.send(as, "GET", "/coverage")).json()) as CoverageReport).documents;
  const detail = async (as: Signer, paper: TestPaper) =>
    (await (await office.send(as, "GET", `/coverage/${paper.id}`)).json()) as DocumentCoverage;
  return { ...office, forAll, forEast, forCommittee, confirm, report, detail };
};

test("numbers come from what phones confirmed and members signed", async () => {
  const { commune, log, forAll, forEast, forCommittee, confirm, report, detail } = await createScene();
  const { east, west, office, officeCell } = commune;
  const [a, b] = east.members;
  const none = { onPhone: 0, read: 0, acknowledged: 0 };
  expect(await report(office.signer)).toEqual([
    { document: forCommittee.id, members: 1, ...none },
    { document: forEast.id, members: 3, ...none },
    { document: forAll.id, members: 7, ...none },
  ]);

  await confirm(a, ["commune", cellScope(east.org)]);
  await confirm(east.secretary, ["commune", committeeScope(east.org)]);
  await confirm(west.members[0], ["commune"]);
  await log.accept([
    await commune.receipt(a, forAll.id),
    await commune.receipt(a, forAll.id, "document.acknowledged"),
    await commune.receipt(b, forAll.id, "document.acknowledged"),
    await commune.receipt(west.members[0], forAll.id),
    await commune.receipt(a, forEast.id),
  ]);
  expect(await report(office.signer)).toEqual([
    { document: forCommittee.id, members: 1, onPhone: 1, read: 0, acknowledged: 0 },
    { document: forEast.id, members: 3, onPhone: 1, read: 1, acknowledged: 0 },
    { document: forAll.id, members: 7, onPhone: 3, read: 3, acknowledged: 2 },
  ]);
  const byCell = new Map((await detail(office.signer, forAll)).cells.map((cell) => [cell.org, cell]));
  expect(byCell.get(east.org)).toEqual({ org: east.org, members: 3, onPhone: 2, read: 2, acknowledged: 2 });
  expect(byCell.get(west.org)).toEqual({ org: west.org, members: 3, onPhone: 1, read: 1, acknowledged: 0 });
  expect(byCell.get(officeCell)).toEqual({ org: officeCell, members: 1, ...none });
});

test("a secretary sees his own cell alone, and who is missing there", async () => {
  const { commune, forAll, forEast, forCommittee, confirm, report, detail, issue, send } =
    await createScene();
  const { east, west } = commune;
  const [a, b] = east.members;
  await confirm(a, ["commune"]);
  await confirm(west.members[0], ["commune"]);
  expect(await detail(east.secretary.signer, forAll)).toEqual({
    document: forAll.id,
    cells: [
      {
        org: east.org,
        members: 3,
        onPhone: 1,
        read: 0,
        acknowledged: 0,
        missing: expect.arrayContaining([b.member, east.secretary.member]),
      },
    ],
  });
  expect((await report(west.secretary.signer)).map(({ document, members }) => [document, members])).toEqual([
    [forAll.id, 3],
  ]);
  expect((await report(east.secretary.signer)).map(({ document }) => document)).toEqual([
    forCommittee.id,
    forEast.id,
    forAll.id,
  ]);
  expect((await send(west.secretary.signer, "GET", `/coverage/${forEast.id}`)).status).toBe(404);
  const own = await issue(
    await commune.paper({ scopes: [cellScope(east.org), "office"] }, east.secretary.signer),
  );
  expect((await detail(east.secretary.signer, own)).cells[0]?.missing).toHaveLength(3);
  // The office is told numbers and never names.
  for (const paper of [forAll, forEast, own])
    expect(JSON.stringify(await detail(commune.office.signer, paper))).not.toContain("missing");
});

test("a text still on its way, a phone that lagged, a lost phone, a member who left: none of them counts", async () => {
  const { commune, log, forAll, confirm, detail, issue } = await createScene();
  const { east, office } = commune;
  const [a, b] = east.members;
  const cell = async () => (await detail(office.signer, forAll)).cells.find(({ org }) => org === east.org);
  const head = (await log.heads(["commune"])).get("commune") ?? 0;
  await log.confirm(a.signer.id, { commune: { n: head, full: head - 1, digest: emptyDigest } });
  expect(await cell()).toMatchObject({ members: 3, onPhone: 0 });
  await confirm(a, ["commune"]);
  await confirm(b, ["commune"]);
  expect(await cell()).toMatchObject({ members: 3, onPhone: 2 });
  const later = await issue(await commune.paper());
  expect((await detail(office.signer, later)).cells.every(({ onPhone }) => onPhone === 0)).toBe(true);

  const scopes: Scope[] = [cellScope(east.org), "office"];
  const lost = { type: "device.revoked", scopes, subject: a.signer.id, body: { org: east.org, since: 0 } };
  await log.accept([await commune.sign(office.signer, lost)]);
  expect(await cell()).toMatchObject({ members: 3, onPhone: 1 });
  await log.accept([
    await commune.sign(office.signer, {
      type: "member.left",
      scopes: [cellScope(east.org), `member:${b.member}`, "office"],
      subject: b.member,
      body: { org: east.org },
    }),
  ]);
  expect(await cell()).toMatchObject({ members: 2, onPhone: 0 });
});

test("a recalled paper is no longer counted", async () => {
  const { commune, log, forAll, report, send } = await createScene();
  await log.accept([await commune.recall(forAll)]);
  expect((await report(commune.office.signer)).map(({ document }) => document)).not.toContain(forAll.id);
  expect((await send(commune.office.signer, "GET", `/coverage/${forAll.id}`)).status).toBe(404);
});
