// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { cellMeetings, cellMembers, halfCalled, tonight } from "../../../test/support/fake-cell-meetings";
import { secretary } from "../../../test/support/fake-papers";
import { renderScreen } from "../../../test/support/render-screen";
import { MeetingCodeScreen } from "./code-screen";
import { MeetingPosterScreen } from "./poster-screen";

const now = new Date(2026, 10, 24, 19, 0).getTime();
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const options = (change: Parameters<typeof cellMeetings>[2], role: "secretary" | "member" = "secretary") => ({
  now,
  meetings: { meetings: cellMeetings(now, [], change), members: cellMembers },
  state: { identity: { ...secretary, role } },
});

test("the code stands with its letters and how many came, and is asked for anew when its time is over", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const shown = renderScreen(<MeetingCodeScreen id={tonight} />, options({ open: true, ticks: halfCalled }));
  expect(await screen.findByRole("img", { name: "Mã điểm danh của cuộc họp" })).toBeTruthy();
  expect(screen.getByText("7KQ3 M9XT")).toBeTruthy();
  expect(screen.getByText("11")).toBeTruthy();
  const asked = vi.spyOn(await shown.device.meetings(), "code");
  await vi.advanceTimersByTimeAsync(29_000);
  expect(asked).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked).toHaveBeenCalledWith(tonight);
});

test("a page that is closed asks for no more codes", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const shown = renderScreen(<MeetingCodeScreen id={tonight} />, options({ open: true }));
  await screen.findByText("7KQ3 M9XT");
  const asked = vi.spyOn(await shown.device.meetings(), "code");
  shown.unmount();
  await vi.advanceTimersByTimeAsync(90_000);
  expect(asked).not.toHaveBeenCalled();
});

test("before the roll is open there is a button in place of the code", async () => {
  renderScreen(<MeetingCodeScreen id={tonight} />, options({}));
  fireEvent.click(await screen.findByRole("button", { name: "Mở điểm danh" }));
  expect(await screen.findByText("7KQ3 M9XT")).toBeTruthy();
});

test("a member is told whose phone shows the code", async () => {
  renderScreen(<MeetingCodeScreen id={tonight} />, options({ open: true }, "member"));
  expect(await screen.findByText("Mã chỉ hiện trên máy của người điều hành họp")).toBeTruthy();
});

test("the poster says what, where, and that its code counts in the meeting's hours", async () => {
  renderScreen(<MeetingPosterScreen id={tonight} />, options({ open: true }));
  expect(await screen.findByText("Mã chỉ có giá trị trong giờ họp.")).toBeTruthy();
  expect(screen.getByRole("heading", { name: "Sinh hoạt chi bộ thường kỳ tháng 11/2026" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "In tờ này" })).toBeTruthy();
});
