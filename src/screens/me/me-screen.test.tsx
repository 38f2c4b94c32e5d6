// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { secretary } from "../../../test/support/fake-papers";
import { renderScreen } from "../../../test/support/render-screen";
import { setDisplay } from "../../ui/display-settings";
import { MeScreen } from "./me-screen";

afterEach(() => {
  cleanup();
  setDisplay({ theme: "system", size: 20 });
});

test("says who I am, and leads the office to its pages", () => {
  renderScreen(<MeScreen />, { state: { identity: { ...secretary, office: true } } });
  expect(screen.getByRole("heading", { name: "Bùi Văn Thắng" })).toBeTruthy();
  expect(screen.getByText("Bí thư chi bộ")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Mở trang văn phòng" }).getAttribute("href")).toBe("/van-phong");
});

test("text size and colours reach the whole page at once, and are kept", () => {
  renderScreen(<MeScreen />);
  fireEvent.click(screen.getByRole("button", { name: "Chữ to hơn" }));
  expect(document.documentElement.dataset.size).toBe("22");
  fireEvent.click(screen.getByRole("radio", { name: "Tối" }));
  expect(document.documentElement.dataset.theme).toBe("dark");
  expect([localStorage.getItem("size"), localStorage.getItem("theme")]).toEqual(["22", "dark"]);
  fireEvent.click(screen.getByRole("radio", { name: "Theo máy" }));
  expect(document.documentElement.hasAttribute("data-theme")).toBe(false);
});

test("the data policy is handed to the device", async () => {
  const shown = renderScreen(<MeScreen />);
  fireEvent.click(screen.getByRole("radio", { name: "Hỏi trước" }));
  await waitFor(() => expect(shown.device.files.policy()).toBe("ask"));
});

test("freeing space asks first and says what it freed", async () => {
  const shown = renderScreen(<MeScreen />);
  fireEvent.click(screen.getByRole("button", { name: "Giải phóng bộ nhớ" }));
  const dialog = await screen.findByRole("dialog", { hidden: true });
  expect(shown.calls).not.toContain("freeStorage");
  fireEvent.click(within(dialog).getByText("Giải phóng", { selector: ".button" }));
  await waitFor(() => expect(shown.said).toEqual(["Đã giải phóng 1,2 MB. Mục chưa gửi còn nguyên."]));
});

test("freeing space without a network says what that means", async () => {
  renderScreen(<MeScreen />, { state: { sync: { running: false, problem: "unreachable" } } });
  fireEvent.click(screen.getByRole("button", { name: "Giải phóng bộ nhớ" }));
  const dialog = await screen.findByRole("dialog", { hidden: true });
  expect(within(dialog).getByText(/có mạng mới đọc lại được/)).toBeTruthy();
});

test("leaving with unsent work says what would be lost", async () => {
  const shown = renderScreen(<MeScreen />, { state: { outbox: { waiting: 2, refused: 1 } } });
  fireEvent.click(screen.getByRole("button", { name: "Rời khỏi máy này" }));
  const dialog = await screen.findByRole("dialog", { hidden: true });
  expect(within(dialog).getByText(/Còn 3 mục chưa gửi sẽ mất/)).toBeTruthy();
  expect(shown.calls).not.toContain("leave");
  fireEvent.click(within(dialog).getByText("Xóa và rời máy"));
  await waitFor(() => expect(shown.calls).toContain("leave"));
});

test("a directory that does not agree with the office's word is said to be so", () => {
  renderScreen(<MeScreen />, { state: { directory: { attestedAt: 0, agrees: false } } });
  expect(screen.getByText(/chưa khớp với bản văn phòng đã xác nhận/)).toBeTruthy();
});
