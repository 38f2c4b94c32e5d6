import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { moveMember } from "../../src/device/office/roster";
import { findEntries } from "../../src/device/store/entries";
import { cellScope } from "../../src/domain/scope";
import { enrolByLink, newMachine, now } from "../support/machine";
import { createTestOffice } from "../support/office";

it("a phone that enrolled in a cell while a desk without a line moved its member is known to desk and new cell", async () => {
  const office = await createTestOffice();
  const { commune } = office;
  const { member, org } = commune.east.members[0];
  const desk = newMachine(office);
  await enrolByLink(office, desk.device, commune.root, commune.office.member, commune.officeCell, "office");
  const chief = newMachine(office);
  const { secretary } = commune.west;
  await enrolByLink(
    office,
    chief.device,
    commune.office.signer,
    secretary.member,
    commune.west.org,
    "secretary",
  );

  desk.line.up = false;
  const directory = await now(desk.device.directory());
  const moved = directory.members.get(member);
  if (!moved) throw new Error("nobody to move");
  await moveMember(desk.device, directory, moved, commune.west.org);
  const phone = newMachine(office);
  const { key } = await enrolByLink(office, phone.device, commune.office.signer, member, org, "member");

  // The desk's move and what it says of the new phone reach the server; then everyone hears of both.
  desk.line.up = true;
  await desk.device.sync();
  await desk.device.sync();
  expect((await now(desk.device.directory())).keys.get(key)?.member).toBe(member);
  expect(await desk.device.store.mirror.quarantine.count()).toBe(0);
  expect(await now(desk.device.outbox.items())).toEqual([]);

  // What the phone signs in its new cell counts there.
  const paper = await office.issue(await commune.paper({ scopes: [cellScope(commune.west.org), "office"] }));
  await phone.device.sync();
  await phone.device.sync();
  await phone.device.library.acknowledge(paper.id);
  await phone.device.sync();
  expect(await now(phone.device.outbox.items())).toEqual([]);
  await chief.device.sync();
  expect((await now(chief.device.directory())).keys.get(key)?.member).toBe(member);
  expect(await chief.device.store.mirror.quarantine.count()).toBe(0);
  expect((await chief.device.store.mirror.documents.get(paper.id))?.view.acknowledged).toHaveProperty(member);

  // Said once, however often one syncs.
  await desk.device.sync();
  await desk.device.sync();
  const said = await findEntries(desk.device.store.mirror, ({ type }) => type === "device.vouched");
  expect(said).toHaveLength(1);
});
