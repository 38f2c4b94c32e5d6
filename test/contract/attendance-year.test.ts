import { expect, test as it } from "vitest";
import type { MeetingDraft } from "../../src/device/meetings/meetings";
import { yearAt } from "../../src/domain/attendance-year";
import type { MemberId } from "../../src/domain/ids";
import type { Closing } from "../../src/domain/meeting";
import { callScopes } from "../../src/domain/meeting-host";
import { now, openMachine } from "../support/machine";
import { createTestOffice } from "../support/office";

it("of a year's closed meetings a member's phone shows his own part, the secretary's everyone's, another cell's nothing", async () => {
  const office = await createTestOffice();
  const { east, west } = office.commune;
  const secretary = await openMachine(office, east.secretary.member, east.org, "secretary");
  const anh = await openMachine(office, east.members[0].member, east.org);
  const stranger = await openMachine(office, west.members[0].member, west.org);
  const startsAt = office.clock.now();
  const draft: MeetingDraft = {
    kind: "regular",
    title: "Sinh hoạt chi bộ thường kỳ",
    place: "Nhà văn hóa thôn Đông",
    startsAt,
    minutes: 90,
    agenda: [],
    papers: [],
  };
  const id = await (await secretary.device.meetings()).call(draft);
  const line = (member: MemberId, name: string, presence: "present" | "excused") =>
    ({ member, name, standing: "official", presence }) as const;
  const closing: Closing = {
    host: east.org,
    closing: id as string as MemberId,
    parts: 1,
    startedAt: startsAt,
    endedAt: startsAt + 1,
    chair: "Bí thư Số 1",
    writer: "Đảng viên 1B",
    roll: [
      line(secretary.member, "Bí thư Số 1", "present"),
      line(anh.member, "Đảng viên 1A", "excused"),
      line(east.members[1].member, "Đảng viên 1B", "present"),
    ],
    guests: [],
    adopted: { agree: 2, disagree: 0, other: 0 },
  };
  const scopes = callScopes(east.org, "regular");
  await secretary.device.write([{ type: "meeting.closed", subject: id, scopes, body: closing }]);
  for (const { device } of [secretary, anh, stranger]) await device.sync();

  const year = yearAt(startsAt);
  const yearOn = async ({ device }: typeof anh, years: number) =>
    now((await device.meetings()).year(year), (found) => found.years.length === years);
  const hers = await yearOn(secretary, 1);
  expect(hers.own).toMatchObject({ called: 1, present: 1 });
  // In the order of a roll, which is read by the given name.
  expect(hers.rows?.map(({ name, present }) => [name, present])).toEqual([
    ["Bí thư Số 1", 1],
    ["Đảng viên 1A", 0],
    ["Đảng viên 1B", 1],
  ]);
  const his = await yearOn(anh, 1);
  expect(his).toMatchObject({
    own: { called: 1, present: 0, excused: 1 },
    meetings: [{ id, title: draft.title, presence: "excused" }],
  });
  expect(his.rows).toBeUndefined();
  expect(JSON.stringify(his)).not.toContain("1B");
  expect(await yearOn(stranger, 0)).toMatchObject({ meetings: [] });
});
