// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { cellMeetings, cellMembers } from "../../../test/support/fake-cell-meetings";
import { closedMeetings } from "../../../test/support/fake-closed-year";
import type { FakeMeeting } from "../../../test/support/fake-meetings";
import { secretary } from "../../../test/support/fake-papers";
import { renderScreen } from "../../../test/support/render-screen";
import type { MemberId } from "../../domain/ids";
import { MeetingScreen } from "./meeting-screen";
import { MeetingYearScreen } from "./year-screen";

const november = Date.parse("2026-11-24T08:05:00+07:00");
afterEach(cleanup);

interface Shown {
  readonly now?: number;
  readonly role?: "secretary" | "committee" | "member";
  readonly member?: MemberId;
  readonly meetings?: readonly FakeMeeting[];
}
const options = ({
  now = november,
  role = "secretary",
  member = secretary.member,
  meetings = closedMeetings,
}: Shown) => ({
  now,
  meetings: { meetings, members: cellMembers },
  state: { identity: { ...secretary, role, member } },
});
const show = (shown: Shown = {}) => renderScreen(<MeetingYearScreen />, options(shown));

test("a member sees his own figures and meetings, and nobody else's", async () => {
  show({ role: "member" });
  expect(await screen.findByText("9/10 cuộc họp")).toBeTruthy();
  expect(screen.getByText(/Vắng có lý do: 1/)).toBeTruthy();
  const meetings = screen.getAllByRole("link");
  expect(meetings).toHaveLength(10);
  // The latest on top.
  expect(meetings[0]?.textContent).toContain("tháng 10/2026");
  expect(meetings[7]?.textContent).toContain("Vắng có lý do");
  expect(screen.queryByRole("table")).toBeNull();
  for (const { name } of cellMembers) expect(screen.queryByText(name)).toBeNull();
});

test("the committee sees the whole cell in the order of its roll, with percent", async () => {
  show({ role: "committee" });
  const table = await screen.findByRole("table");
  const [, ...rows] = within(table).getAllByRole("row");
  expect(rows).toHaveLength(cellMembers.length);
  expect(rows[0]?.textContent).toContain("Bùi Văn Dũng");
  const own = rows.find((row) => row.textContent?.includes("Bùi Văn Thắng"));
  expect(own?.textContent).toContain("9/10");
  expect(own?.textContent).toContain("90%");
});

test("who is exempt has no missed meeting held against him", async () => {
  const exempt = cellMembers.find(({ kind }) => kind === "exempt");
  show({ role: "member", member: exempt?.id ?? secretary.member });
  const notOwed = await screen.findAllByText(/Không tính/);
  const came = screen.getAllByRole("link").length - notOwed.length;
  expect(screen.getByText(`${came}/${came} cuộc họp`)).toBeTruthy();
});

test("one goes from year to year, to those alone that there are", async () => {
  show();
  expect(await screen.findByText("Năm 2026")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Xem năm 2027" })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Xem năm 2025" }));
  expect(await screen.findByText("Năm 2025")).toBeTruthy();
  expect(screen.getByText("2/2 cuộc họp")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Xem năm 2024/ })).toBeNull();
  expect(screen.getByRole("button", { name: "Xem năm 2026" })).toBeTruthy();
});

test("in January the year before is shown", async () => {
  show({ now: Date.parse("2027-01-04T08:00:00+07:00") });
  expect(await screen.findByText("Năm 2026")).toBeTruthy();
});

test("with nothing closed it says so, and the list of meetings leads here once there is something", async () => {
  const nothingClosed = cellMeetings(november).map(({ record: _, ...meeting }) => meeting);
  show({ meetings: nothingClosed });
  expect(await screen.findByText("Chưa có cuộc họp nào đã kết thúc")).toBeTruthy();
  cleanup();
  renderScreen(<MeetingScreen />, options({ meetings: nothingClosed }));
  await screen.findByText(/Không họp: Mưa lũ/);
  expect(screen.queryByText("Sổ điểm danh cả năm")).toBeNull();
  cleanup();
  renderScreen(<MeetingScreen />, options({}));
  expect((await screen.findByText("Sổ điểm danh cả năm")).closest("a")?.getAttribute("href")).toBe(
    "/hop/ca-nam",
  );
});
