// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cellMeetings, cellMembers, tonight } from "../../../test/support/fake-cell-meetings";
import { secretary } from "../../../test/support/fake-papers";
import { renderScreen } from "../../../test/support/render-screen";
import { CallMeetingScreen, ChangeMeetingScreen } from "./call-screen";
import { MeetingDetailScreen } from "./detail-screen";
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

const goodPlace = async () =>
  fireEvent.input(await screen.findByLabelText("Nơi họp"), { target: { value: "Nhà văn hóa thôn Rềnh" } });

test("a title with a mark of secrecy is refused with its rule, nothing is written, and the draft stays", async () => {
  const { went, said } = renderScreen(<CallMeetingScreen />, options());
  await goodPlace();
  const title = screen.getByLabelText<HTMLTextAreaElement>("Tên cuộc họp");
  fireEvent.input(title, { target: { value: "Phổ biến chỉ thị (MẬT) của cấp trên" } });
  fireEvent.click(screen.getByRole("button", { name: "Triệu tập" }));
  expect((await screen.findByText(/Luật Bảo vệ bí mật nhà nước/)).textContent).toContain(
    "Tên này không được",
  );
  await waitFor(() => expect(document.activeElement).toBe(title));
  expect(title.value).toBe("Phổ biến chỉ thị (MẬT) của cấp trên");
  expect(went).toEqual([]);
  expect(said).toEqual([]);
  fireEvent.input(title, { target: { value: "Phổ biến chỉ thị của cấp trên" } });
  fireEvent.click(screen.getByRole("button", { name: "Triệu tập" }));
  await waitFor(() => expect(said).toHaveLength(1));
});

test("a point on personnel work is refused by its number, in a change of the meeting too", async () => {
  const { went, said } = renderScreen(<ChangeMeetingScreen id={tonight} />, options());
  const point = await screen.findByLabelText<HTMLTextAreaElement>("Mục 3");
  fireEvent.input(point, { target: { value: "Công tác cán bộ: bổ nhiệm đồng chí Bùi Văn B" } });
  fireEvent.click(screen.getByRole("button", { name: "Lưu thay đổi" }));
  expect((await screen.findByText(/công tác cán bộ được quản lý/)).textContent).toContain("Mục 3 không được");
  await waitFor(() => expect(document.activeElement).toBe(point));
  expect(went).toEqual([]);
  expect(said).toEqual([]);
});

const october = "0meet0000004" as typeof tonight;
const typedIn = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;

test("the next meeting after one that was held: same place, a month later, its title renewed, a fresh agenda", async () => {
  renderScreen(<MeetingDetailScreen id={october} />, options());
  const again = await screen.findByRole("link", { name: "Họp lại từ cuộc này" });
  expect(again.getAttribute("href")).toBe(`/hop/moi#${october}`);
  cleanup();
  renderScreen(<CallMeetingScreen hash={october} />, options());
  await screen.findByLabelText("Tên cuộc họp");
  // Held on 25 October at 8:05.
  expect(typedIn("Ngày họp")).toBe("2026-11-25");
  expect(typedIn("Giờ bắt đầu")).toBe("08:05");
  // In words too: the fields themselves write a day as the phone's own language does.
  expect(screen.getByText("8:05 thứ Tư, ngày 25 tháng 11 năm 2026")).toBeTruthy();
  expect(typedIn("Nơi họp")).toBe("Nhà văn hóa thôn Rềnh");
  expect(typedIn("Tên cuộc họp")).toBe("Sinh hoạt chi bộ thường kỳ tháng 11/2026");
  expect(typedIn("Mục 1")).toContain("Nêu lý do");
});

test("a draft of a new meeting and one that follows another do not overwrite each other", async () => {
  const first = renderScreen(<CallMeetingScreen />, options());
  fireEvent.input(await screen.findByLabelText("Nơi họp"), { target: { value: "Nhà bà Lành" } });
  first.unmount();
  const second = renderScreen(<CallMeetingScreen hash={october} />, options());
  fireEvent.input(await screen.findByLabelText("Nơi họp"), { target: { value: "Trường học" } });
  second.unmount();
  renderScreen(<CallMeetingScreen />, options());
  await screen.findByLabelText("Nơi họp");
  expect(typedIn("Nơi họp")).toBe("Nhà bà Lành");
});

test("a meeting that is not here is followed by an ordinary new one; one to come has no such link", async () => {
  renderScreen(<CallMeetingScreen hash="0meet0000099" />, options());
  expect(((await screen.findByLabelText("Ngày họp")) as HTMLInputElement).value).toBe("2026-11-25");
  expect(typedIn("Giờ bắt đầu")).toBe("19:30");
  cleanup();
  renderScreen(<MeetingDetailScreen id={tonight} />, options());
  await screen.findByText("Chương trình");
  expect(screen.queryByRole("link", { name: "Họp lại từ cuộc này" })).toBeNull();
});
