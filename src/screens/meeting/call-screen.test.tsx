// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cellMeetings, cellMembers, tonight } from "../../../test/support/fake-cell-meetings";
import { secretary } from "../../../test/support/fake-papers";
import { renderScreen } from "../../../test/support/render-screen";
import { CallMeetingScreen, ChangeMeetingScreen } from "./call-screen";
import { MeetingScreen } from "./meeting-screen";

const now = new Date(2026, 10, 24, 8, 5).getTime();
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(cleanup);

const options = (role: "secretary" | "member" = "secretary", fails = false) => ({
  now,
  meetings: { meetings: cellMeetings(now), members: cellMembers, fails },
  state: { identity: { ...secretary, role } },
});

test("a meeting is called with what is filled in already and the one thing that is missing", async () => {
  const { went, said } = renderScreen(<CallMeetingScreen />, options());
  expect(((await screen.findByLabelText("Tên cuộc họp")) as HTMLTextAreaElement).value).toContain(
    "thường kỳ",
  );
  fireEvent.click(screen.getByRole("button", { name: "Triệu tập" }));
  expect(await screen.findByText("Đồng chí ghi nơi họp.")).toBeTruthy();
  expect(went).toEqual([]);
  fireEvent.input(screen.getByLabelText("Nơi họp"), { target: { value: "Nhà văn hóa thôn Rềnh" } });
  fireEvent.click(screen.getByRole("button", { name: "Triệu tập" }));
  await waitFor(() => expect(said).toHaveLength(1));
});

test("what was typed is there again after the page was left, and can be thrown away", async () => {
  const first = renderScreen(<CallMeetingScreen />, options());
  fireEvent.input(await screen.findByLabelText("Nơi họp"), { target: { value: "Nhà bà Lành" } });
  first.unmount();
  renderScreen(<CallMeetingScreen />, options());
  expect(((await screen.findByLabelText("Nơi họp")) as HTMLInputElement).value).toBe("Nhà bà Lành");
  expect(screen.getByText("Đây là bản đồng chí đang viết dở.")).toBeTruthy();
});

test("where it cannot be written, nothing typed is lost", async () => {
  renderScreen(<CallMeetingScreen />, options("secretary", true));
  fireEvent.input(await screen.findByLabelText("Nơi họp"), { target: { value: "Nhà bà Lành" } });
  fireEvent.click(screen.getByRole("button", { name: "Triệu tập" }));
  expect(await screen.findByText(/Chưa ghi được cuộc họp/)).toBeTruthy();
  expect((screen.getByLabelText("Nơi họp") as HTMLInputElement).value).toBe("Nhà bà Lành");
});

test("an agenda's points move by buttons that name them", async () => {
  renderScreen(<ChangeMeetingScreen id={tonight} />, options());
  const first = (await screen.findByLabelText("Mục 1")) as HTMLTextAreaElement;
  const words = first.value;
  fireEvent.click(screen.getByRole("button", { name: "Đưa mục 1 xuống" }));
  await waitFor(() => expect((screen.getByLabelText("Mục 2") as HTMLTextAreaElement).value).toBe(words));
  fireEvent.click(screen.getByRole("button", { name: "Bỏ mục 2" }));
  await waitFor(() => expect(screen.queryByDisplayValue(words)).toBeNull());
});

test("a member is told whose page this is, and his list has no button to call", async () => {
  renderScreen(<CallMeetingScreen />, options("member"));
  expect(await screen.findByText("Trang này dành cho bí thư, phó bí thư")).toBeTruthy();
  cleanup();
  renderScreen(<MeetingScreen />, options("member"));
  expect(await screen.findByText(/Không họp: Mưa lũ/)).toBeTruthy();
  expect(screen.queryByRole("link", { name: "Triệu tập họp" })).toBeNull();
});
