// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { cellMeetings, cellMembers, halfCalled, tonight } from "../../../test/support/fake-cell-meetings";
import type { FakeMeeting } from "../../../test/support/fake-meetings";
import { halfWritten } from "../../../test/support/fake-minutes";
import { secretary } from "../../../test/support/fake-papers";
import { now as current } from "../../../test/support/machine";
import { renderScreen } from "../../../test/support/render-screen";
import { CloseMeetingScreen } from "./close-screen";
import { ScoreMeetingScreen } from "./score-screen";

const now = new Date(2026, 10, 24, 19, 30).getTime();
afterEach(cleanup);

const options = (change: Partial<FakeMeeting> = {}) => ({
  now,
  meetings: {
    meetings: cellMeetings(now, [], { open: true, ticks: halfCalled, ...halfWritten(now), ...change }),
    members: cellMembers,
  },
  state: { identity: secretary },
});
const closeButton = () => screen.getByRole("button", { name: "Thông qua và đóng biên bản" });

test("what is not right is said with the way to mend it, and marking the rest can be undone", async () => {
  const { said, undo } = renderScreen(<CloseMeetingScreen id={tonight} />, options());
  // Neither who is exempt nor who scanned a code is put down as absent in the lump.
  expect(await screen.findByText("Còn 8 đồng chí chưa điểm danh")).toBeTruthy();
  expect(screen.getByText("Còn 1 đồng chí đã quét mã nhưng chưa chắc, cần xác nhận")).toBeTruthy();
  expect(screen.getByText(/Chưa đủ điều kiện họp: 9\/20/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Ghi là vắng không lý do" }));
  await waitFor(() => expect(screen.queryByText("Còn 8 đồng chí chưa điểm danh")).toBeNull());
  await waitFor(() => expect(said).toEqual(["Đã ghi 8 đồng chí vắng không lý do"]));
  undo();
  expect(await screen.findByText("Còn 8 đồng chí chưa điểm danh")).toBeTruthy();
});

test("a vote with more hands than voters, or none, keeps the minutes open; so does an end before the beginning", async () => {
  const { writes } = halfWritten(now);
  const wrong = (agree: number) =>
    options({
      writes: (minutes) => {
        writes?.(minutes);
        for (const { id, ...facts } of minutes.read().votes)
          minutes.putVote(id, { ...facts, agree, other: 0 });
      },
    });
  for (const agree of [10, 0]) {
    renderScreen(<CloseMeetingScreen id={tonight} />, wrong(agree));
    expect(await screen.findByText(/Có 1 biểu quyết chưa đúng/)).toBeTruthy();
    expect((closeButton() as HTMLButtonElement).disabled).toBe(true);
    cleanup();
  }
  renderScreen(<CloseMeetingScreen id={tonight} />, options());
  const end = (await screen.findByLabelText("Kết thúc lúc")) as HTMLInputElement;
  expect(end.value).toBe("2026-11-24T19:30");
  fireEvent.change(end, { target: { value: "2026-11-24T18:00" } });
  expect(await screen.findByText(/Giờ kết thúc phải sau giờ bắt đầu/)).toBeTruthy();
  expect((closeButton() as HTMLButtonElement).disabled).toBe(true);
});

test("minutes written after the meeting end when the meeting did", async () => {
  const { device } = renderScreen(<CloseMeetingScreen id={tonight} />, options());
  fireEvent.change(await screen.findByLabelText("Kết thúc lúc"), { target: { value: "2026-11-24T19:20" } });
  expect(await screen.findByText(/^19:20 thứ Ba, ngày 24 tháng 11 năm 2026/)).toBeTruthy();
  fireEvent.input(screen.getByLabelText("Tán thành"), { target: { value: "4" } });
  fireEvent.click(closeButton());
  expect(await screen.findByText(/Số tán thành chưa quá nửa/)).toBeTruthy();
  fireEvent.click(await screen.findByRole("button", { name: "Đóng biên bản" }));
  const meetings = await device.meetings();
  const record = await current(meetings.record(tonight), (one) => one !== undefined);
  expect(record?.closing.endedAt).toBe(new Date(2026, 10, 24, 19, 20).getTime());
});

test("the minutes are read out as they will be adopted, then closed for good", async () => {
  const { went, device } = renderScreen(<CloseMeetingScreen id={tonight} />, options());
  expect(await screen.findByText(/Chi bộ thống nhất đắp lại đoạn đường/)).toBeTruthy();
  expect(screen.getByText(/Huy động ngày công/).textContent).toContain("xong trước 20/12");
  fireEvent.click(closeButton());
  const [no] = await screen.findAllByRole("button", { name: "Chưa đóng" });
  fireEvent.click(no as HTMLElement);
  expect(went).toEqual([]);
  fireEvent.click(closeButton());
  fireEvent.click(await screen.findByRole("button", { name: "Đóng biên bản" }));
  await waitFor(() => expect(went).toEqual([`/hop/${tonight}/bien-ban`]));
  const record = await current((await device.meetings()).record(tonight));
  expect(record?.closing).toMatchObject({
    chair: cellMembers[0]?.name,
    writer: cellMembers[1]?.name,
    adopted: { agree: 9, disagree: 0, other: 0 },
  });
  // The statement without words is not in them.
  expect(record?.minutes.lines.filter(({ is }) => is === "statement")).toHaveLength(3);
  expect(await screen.findByText("Biên bản đã thông qua")).toBeTruthy();
});

test("a task without a person keeps the minutes open", async () => {
  const { writes } = halfWritten(now);
  renderScreen(
    <CloseMeetingScreen id={tonight} />,
    options({
      writes: (minutes) => {
        writes?.(minutes);
        for (const { id, lead: _, ...facts } of minutes.read().tasks) minutes.putTask(id, facts);
      },
    }),
  );
  expect(await screen.findByText(/Có 1 việc chưa đủ/)).toBeTruthy();
  expect((closeButton() as HTMLButtonElement).disabled).toBe(true);
});

test("points that can be reckoned stand there; others are given, and a change can be taken back", async () => {
  renderScreen(<ScoreMeetingScreen id={tonight} />, options());
  const [time] = (await screen.findAllByLabelText("Điểm, tối đa 5")) as HTMLInputElement[];
  expect(time?.value).toBe("1");
  expect(screen.getByText("Máy tự chấm: họp 32 phút")).toBeTruthy();
  fireEvent.change(time as HTMLInputElement, { target: { value: "3,5" } });
  expect(await screen.findByText("Đã sửa tay")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Lấy lại điểm máy tự chấm" }));
  await waitFor(() => expect(time?.value).toBe("1"));
  const chair = screen.getByLabelText("Điểm, tối đa 10") as HTMLInputElement;
  fireEvent.change(chair, { target: { value: "12" } });
  await waitFor(() => expect(chair.value).toBe("10"));
});
