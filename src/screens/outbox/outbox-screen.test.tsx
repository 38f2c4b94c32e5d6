// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { renderScreen } from "../../../test/support/render-screen";
import type { OutboxItem } from "../../device/device";
import { OutboxScreen } from "./outbox-screen";

afterEach(cleanup);

const item = (change: Partial<OutboxItem>): OutboxItem => ({
  id: "1" as OutboxItem["id"],
  type: "document.read",
  subject: "x",
  about: "Kết luận giao ban",
  at: Date.UTC(2026, 10, 23, 12),
  state: "waiting",
  ...change,
});
const refused = item({
  id: "2" as OutboxItem["id"],
  type: "document.acknowledged",
  about: "Chuyên đề quý IV",
  state: "refused",
  code: "clock-ahead",
});

test("what was refused comes first, with the reason and what to do", async () => {
  renderScreen(<OutboxScreen />, { outbox: [item({}), refused] });
  const [first, second] = await screen.findAllByRole("listitem");
  expect(first?.textContent).toContain("Chuyên đề quý IV");
  expect(first?.textContent).toContain("Đồng hồ của máy chạy sai ngày");
  expect(second?.textContent).toContain("Kết luận giao ban");
  expect(within(second as HTMLElement).queryByRole("button")).toBeNull();
});

test("what a restored office has not taken back yet says that it goes by itself", async () => {
  renderScreen(<OutboxScreen />, { outbox: [item({ later: true, code: "not-allowed" })] });
  await screen.findByText(/Văn phòng vừa khôi phục dữ liệu/);
  expect(screen.queryByText("Gửi lại")).toBeNull();
});

test("a recall that was refused says that the paper is as it was", async () => {
  renderScreen(<OutboxScreen />, {
    outbox: [item({ type: "document.recalled", state: "refused", code: "not-allowed" }), refused],
  });
  const said = await screen.findAllByText("Chưa thu hồi được: tài liệu vẫn còn như trước, trên mọi máy.");
  expect(said.map((one) => one.closest("li")?.textContent)).toEqual([
    expect.stringMatching("Thu hồi văn bản"),
  ]);
});

test("sent again, it waits like the others", async () => {
  const shown = renderScreen(<OutboxScreen />, { outbox: [refused] });
  fireEvent.click(await screen.findByRole("button", { name: "Gửi lại" }));
  await waitFor(() => expect(shown.device.state.getState().outbox).toEqual({ waiting: 1, refused: 0 }));
  expect(screen.queryByText("Chưa được nhận")).toBeNull();
});

test("dropping asks first; 'Thôi' keeps it", async () => {
  const shown = renderScreen(<OutboxScreen />, { outbox: [refused] });
  fireEvent.click(await screen.findByRole("button", { name: "Bỏ" }));
  const dialog = await screen.findByRole("dialog", { hidden: true });
  fireEvent.click(within(dialog).getByText("Thôi", { selector: ".button" }));
  expect(shown.device.state.getState().outbox.refused).toBe(1);

  fireEvent.click(screen.getByRole("button", { name: "Bỏ" }));
  const again = await screen.findByRole("dialog", { hidden: true });
  fireEvent.click(within(again).getByText("Bỏ", { selector: ".button" }));
  await screen.findByRole("heading", { name: "Mọi thứ đã gửi xong" });
});

test("everything unsent goes into one file", async () => {
  const shown = renderScreen(<OutboxScreen />, { outbox: [item({}), refused] });
  fireEvent.click(await screen.findByRole("button", { name: "Xuất ra tệp" }));
  await waitFor(() => expect(shown.said[0]).toMatch(/Đã lưu tệp/));
  expect(shown.device.state.getState().outbox).toEqual({ waiting: 1, refused: 1 });
});

test("says when it last synced and what is in the way; the button syncs", async () => {
  const sync = { running: false, problem: "not-our-server" as const };
  const shown = renderScreen(<OutboxScreen />, { outbox: [], state: { sync } });
  await screen.findByText("Máy này chưa đồng bộ lần nào.");
  expect(screen.getByText(/Mạng đang dùng đòi đăng nhập/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Đồng bộ ngay" }));
  expect(shown.calls).toContain("sync");
});
