// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { cellMeetings, cellMembers, halfCalled, tonight } from "../../../test/support/fake-cell-meetings";
import { secretary } from "../../../test/support/fake-papers";
import { renderScreen } from "../../../test/support/render-screen";
import { MeetingDetailScreen } from "./detail-screen";

const now = new Date(2026, 10, 24, 19, 0).getTime();
afterEach(cleanup);

const show = (change: Parameters<typeof cellMeetings>[2] = {}, role: "secretary" | "member" = "secretary") =>
  renderScreen(<MeetingDetailScreen id={tonight} />, {
    now,
    meetings: { meetings: cellMeetings(now, [], change), members: cellMembers },
    state: { identity: { ...secretary, role } },
  });

const rowOf = async (name: string) => (await screen.findByText(name)).closest("li") as HTMLElement;

test("before it is opened there is one thing to press; then the roll and its figures", async () => {
  show();
  fireEvent.click(await screen.findByRole("button", { name: "Mở điểm danh" }));
  expect(await screen.findByText("0/22")).toBeTruthy();
  expect(screen.getByText(/Chưa đủ điều kiện họp/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Hiện mã QR" }).getAttribute("href")).toBe(`/hop/${tonight}/ma`);
});

test("a member is ticked, the figure follows, and the tick can be taken back", async () => {
  show({ open: true, ticks: halfCalled });
  expect(await screen.findByText("11/22")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Có mặt: Đinh Thị Mến" }));
  expect(await screen.findByText("12/22")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Bỏ đánh dấu: Đinh Thị Mến" }));
  expect(await screen.findByText("11/22")).toBeTruthy();
});

test("who is away is asked about: with a reason, which must be given, or without", async () => {
  show({ open: true });
  fireEvent.click(await screen.findByRole("button", { name: "Vắng: Bùi Thị Lành" }));
  const dialog = await screen.findByRole("dialog", { name: "Bùi Thị Lành vắng" });
  fireEvent.click(within(dialog).getByRole("button", { name: "Vắng có lý do" }));
  expect(await within(dialog).findByText(/ghi lý do/)).toBeTruthy();
  fireEvent.click(within(dialog).getByRole("button", { name: "Ốm" }));
  fireEvent.click(within(dialog).getByRole("button", { name: "Vắng có lý do" }));
  await waitFor(async () => expect((await rowOf("Bùi Thị Lành")).textContent).toContain("Vắng có lý do: Ốm"));
});

test("a doubtful check-in stands first and waits for the secretary's word", async () => {
  show({ open: true, ticks: halfCalled });
  const first = (await screen.findByText(/không đúng lúc mã hiện/)).closest("li") as HTMLElement;
  expect(first.previousElementSibling).toBeNull();
  fireEvent.click(within(first).getByRole("button", { name: "Đúng, có mặt: Bùi Văn Dũng" }));
  await waitFor(async () =>
    expect((await rowOf("Bùi Văn Dũng")).textContent).not.toContain("không đúng lúc"),
  );
});

test("the keyboard stays in the row when its button gives way to another", async () => {
  show({ open: true });
  const tick = await screen.findByRole("button", { name: "Có mặt: Bùi Thị Lành" });
  tick.focus();
  fireEvent.click(tick);
  const undo = await screen.findByRole("button", { name: "Bỏ đánh dấu: Bùi Thị Lành" });
  await waitFor(() => expect(document.activeElement).toBe(undo));
});

test("who leaves the list that is shown by a slip of the thumb is said, with a way back", async () => {
  const shown = show({ open: true });
  fireEvent.click(await screen.findByRole("button", { name: "Chưa điểm danh 21" }));
  fireEvent.click(screen.getByRole("button", { name: "Có mặt: Bùi Thị Lành" }));
  await waitFor(() => expect(shown.said).toEqual(["Bùi Thị Lành: Có mặt"]));
  expect(screen.queryByText("Bùi Thị Lành")).toBeNull();
});

test("chips show who was not called yet", async () => {
  show({ open: true, ticks: halfCalled });
  fireEvent.click(await screen.findByRole("button", { name: /^Chưa điểm danh \d+$/ }));
  expect(screen.queryByText("Đinh Thị Hường")).toBeNull();
  expect(await rowOf("Đinh Thị Mến")).toBeTruthy();
});

test("a member sees no roll, and may type the eight letters; a wrong shape is said", async () => {
  show({ open: true }, "member");
  expect(screen.queryByText("Danh sách đảng viên")).toBeNull();
  fireEvent.click(await screen.findByRole("button", { name: "Nhập mã điểm danh" }));
  const letters = await screen.findByLabelText("8 ký tự dưới mã QR");
  fireEvent.input(letters, { target: { value: "abc" } });
  fireEvent.click(screen.getByRole("button", { name: "Điểm danh" }));
  expect(await screen.findByText(/đúng 8 chữ và số/)).toBeTruthy();
  fireEvent.input(letters, { target: { value: "7KQ3 M9XT" } });
  fireEvent.click(screen.getByRole("button", { name: "Điểm danh" }));
  expect(await screen.findByText(/Đồng chí đã điểm danh lúc 19:00/)).toBeTruthy();
});

test("his own check-in is not taken back for him, but overruled; a doubt says when and why", async () => {
  show({ open: true, ticks: halfCalled });
  const row = await rowOf("Bùi Văn Dũng");
  expect(row.textContent).toContain("Quét mã lúc 18:12, không đúng lúc mã hiện");
  const [own] = (await screen.findAllByText("Có mặt, tự điểm danh")).map(
    (one) => one.closest("li") as HTMLElement,
  );
  expect(within(own as HTMLElement).queryByRole("button", { name: /^Bỏ đánh dấu/ })).toBeNull();
  fireEvent.click(within(own as HTMLElement).getByRole("button", { name: /^Vắng: / }));
  fireEvent.click(
    within(await screen.findByRole("dialog")).getByRole("button", { name: "Vắng không lý do" }),
  );
  expect(await screen.findByText("10/22")).toBeTruthy();
});

test("who was introduced elsewhere counts no more, is not waited for, and counts again when that is taken back", async () => {
  show({ open: true });
  const denominator = () => screen.getByText(/đảng viên, 0 có mặt/).textContent;
  await screen.findByText("0/22");
  const before = denominator();
  fireEvent.click(screen.getByRole("button", { name: "Vắng: Bùi Thị Lành" }));
  fireEvent.click(within(await screen.findByRole("dialog")).getByText("Không tính vào số được triệu tập"));
  fireEvent.click(screen.getByRole("button", { name: "Đang sinh hoạt nơi khác" }));
  await waitFor(() => expect(denominator()).not.toBe(before));
  expect((await rowOf("Bùi Thị Lành")).textContent).toContain("Sinh hoạt nơi khác");
  expect(screen.getByRole("button", { name: "Chưa điểm danh 20" })).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Vắng: Bùi Thị Lành" }));
  fireEvent.click(screen.getByRole("button", { name: "Tính lại như danh sách" }));
  await waitFor(() => expect(denominator()).toBe(before));
});

test("a guest's name is corrected, and a guest taken off by mistake comes back", async () => {
  const { undo } = show({ open: true, guests: [{ guest: "g1", name: "Ông Hòa" }] });
  fireEvent.click(await screen.findByRole("button", { name: "Sửa tên khách Ông Hòa" }));
  const dialog = await screen.findByRole("dialog");
  fireEvent.input(within(dialog).getByLabelText("Tên và chức vụ của khách"), {
    target: { value: "Ông Hòa, Phó Bí thư Đảng ủy" },
  });
  fireEvent.click(within(dialog).getByRole("button", { name: "Lưu" }));
  const removal = await screen.findByRole("button", { name: "Bỏ khách Ông Hòa, Phó Bí thư Đảng ủy" });
  fireEvent.click(removal);
  await waitFor(() => expect(screen.queryByText(/Phó Bí thư Đảng ủy/)).toBeNull());
  undo();
  expect(await screen.findByText("Ông Hòa, Phó Bí thư Đảng ủy")).toBeTruthy();
});
