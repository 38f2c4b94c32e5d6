import { expect, test as it } from "vitest";
import type { DocumentId } from "../../src/domain/ids";
import { plainText } from "../../src/domain/reading-text";
import { cellScope } from "../../src/domain/scope";
import { smallPage } from "../support/jpeg";
import { now, openMeetingMachine, regularMeeting } from "../support/machine";
import { createTestOffice } from "../support/office";

/*
 * What takes content off the devices, written where there is no network and refused later: the office ended the secretary's
 * role meanwhile.
 */
const cell = async () => {
  const office = await createTestOffice();
  const { commune } = office;
  const { east } = commune;
  const secretary = await openMeetingMachine(office, east.secretary.member, east.org, "secretary");
  const endRole = async () => {
    const ended = await commune.sign(commune.office.signer, {
      type: "role.granted",
      scopes: [cellScope(east.org), "office"],
      subject: east.secretary.member,
      body: { org: east.org, role: null },
    });
    expect(await office.log.accept([ended])).toMatchObject([{ is: "applied" }]);
  };
  const paper = await commune.paper({ scopes: [cellScope(east.org), "office"] }, east.secretary.signer);
  await office.putText(paper.text);
  expect(await office.log.accept([paper.signed])).toMatchObject([{ is: "applied" }]);
  await secretary.device.sync();
  const { device } = secretary;
  const recall = () =>
    device.write([
      {
        type: "document.recalled",
        scopes: [cellScope(east.org), "office"],
        subject: paper.id,
        body: { reason: "Nhầm số" },
      },
    ]);
  return { office, ...secretary, endRole, paper, recall };
};
type Cell = Awaited<ReturnType<typeof cell>>;

const textOf = async ({ device }: Cell, id: DocumentId) => {
  const detail = await now(device.library.document(id));
  const text = detail && (await device.library.text(detail.text));
  return text && plainText(text);
};
const outboxOf = ({ device }: Cell) => now(device.outbox.items());

it("a paper whose recall waits is still read by whoever recalled it, and leaves when the office has taken it", async () => {
  const here = await cell();
  const { device, line, paper, recall } = here;
  const words = await textOf(here, paper.id);
  expect(words).toBeTruthy();
  line.up = false;
  await recall();
  await device.sync();
  expect(await textOf(here, paper.id)).toBe(words);
  expect(await outboxOf(here)).toMatchObject([{ type: "document.recalled", state: "waiting" }]);
  expect((await device.storage()).unsent).toBe(1);

  line.up = true;
  // Taken, but the answer is lost: the next one says so.
  line.breaks = () => "after";
  await device.sync();
  expect(await textOf(here, paper.id)).toBe(words);
  line.breaks = undefined;
  await device.sync();
  expect(await now(device.library.document(paper.id))).toBeUndefined();
  expect(await outboxOf(here)).toEqual([]);
  expect(JSON.stringify(await device.store.mirror.entries.toArray())).not.toContain(paper.textHash);
  // The copies are equal: nothing to repair.
  const before = line.asked.length;
  await device.sync();
  expect(line.asked.slice(before)).toEqual(["POST /sync"]);
});

it("a paper whose recall was refused is as it was, and its author is told why", async () => {
  const here = await cell();
  const { device, line, paper, recall, endRole } = here;
  const words = await textOf(here, paper.id);
  line.up = false;
  await endRole();
  await recall();
  line.up = true;
  await device.sync();
  expect(await outboxOf(here)).toMatchObject([
    {
      type: "document.recalled",
      state: "refused",
      code: "not-allowed",
      about: expect.stringMatching("Kế hoạch thử"),
    },
  ]);
  expect(await textOf(here, paper.id)).toBe(words);
  const list = await now(device.library.list({ show: "all", limit: 5 }));
  expect(list.rows.map(({ id }) => id)).toEqual([paper.id]);
  const found = await now(
    (await device.library.finding()).find({ words: "ke hoach", filter: { show: "all" } }, 5),
  );
  expect(found.papers.map(({ row }) => row.id)).toEqual([paper.id]);
});

it("pages that were to be taken back are as they were where the office says no", async () => {
  const here = await cell();
  const { office, device, line, meetings, endRole } = here;
  const id = await meetings.call(regularMeeting(office.clock.now() + 60 * 60_000));
  const photo = meetings.photos.newName();
  const page = await meetings.photos.addPage(id, photo, new Blob([smallPage(1)]));
  if (!page.ok) throw new Error(page.error);
  await meetings.photos.save(id, photo, "Danh sách hộ nghèo");
  await device.sync();
  line.up = false;
  await endRole();
  await meetings.photos.takeBack(id, photo);
  const shown = async (until: boolean) =>
    (await now(meetings.meeting(id), (one) => one?.photos[0]?.leaving === until))?.photos;
  expect(await shown(true)).toMatchObject([{ title: "Danh sách hộ nghèo", here: 1 }]);
  line.up = true;
  await device.sync();
  expect(await outboxOf(here)).toMatchObject([{ type: "meeting.unphotographed", state: "refused" }]);
  expect(await shown(false)).toMatchObject([{ title: "Danh sách hộ nghèo", here: 1 }]);
  expect((await meetings.photos.page(page.value.hash))?.size).toBe(smallPage(1).length);
});
