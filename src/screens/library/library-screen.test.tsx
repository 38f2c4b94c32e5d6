// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { FakeOptions } from "../../../test/support/fake-device";
import { fakeLibrary, fakePaper } from "../../../test/support/fake-papers";
import { renderScreen } from "../../../test/support/render-screen";
import type { DocumentId } from "../../domain/ids";
import { firstRows, leavePlace, listStart, noFilter } from "./filter";
import { LibraryScreen } from "./library-screen";

const now = new Date(2026, 10, 24, 8, 5).getTime();
const synced = { sync: { running: false, at: new Date(2026, 10, 24, 7, 32).getTime() } };

// Fetched once: what these tests wait for is not the bundler.
beforeAll(() => import("./finding"));
beforeEach(() => leavePlace({ filter: noFilter, ...listStart }));
afterEach(cleanup);

const show = (papers = fakeLibrary(), state: object = synced, more: FakeOptions = {}) =>
  renderScreen(<LibraryScreen />, { papers, state, now, ...more });

const rows = async () =>
  within(await screen.findByRole("list", { name: "Văn bản" })).getAllByRole("listitem");

test("a row says what the paper is, whether it was read, and what is asked", async () => {
  show();
  const [first] = await rows();
  const link = within(first as HTMLElement).getByRole("link");
  expect(link.textContent).toContain("Chưa đọc.");
  expect(link.textContent).toContain("118-KH/ĐU");
  expect(link.textContent).toContain("KHẨN");
  expect(link.textContent).toContain("xác nhận trước 25/11");
  expect(link.getAttribute("href")).toMatch(/^\/van-ban\/0paper/);
});

test("read, confirmed, late and superseded papers say so", async () => {
  show([
    fakePaper({ abstract: "A", readAt: 1 }),
    fakePaper({ abstract: "B", acknowledgeBy: "2026-11-21", acknowledgedAt: 1 }),
    fakePaper({ abstract: "C", acknowledgeBy: "2026-11-23" }),
    fakePaper({ abstract: "D", superseded: true, acknowledgeBy: "2026-11-30" }),
  ]);
  const texts = (await rows()).map((row) => row.textContent ?? "");
  expect(texts.find((text) => text.includes("A"))).toContain("đã đọc");
  expect(texts.find((text) => text.includes("B"))).toContain("đã xác nhận");
  expect(texts.find((text) => text.includes("C"))).toContain("quá hạn 23/11");
  const superseded = texts.find((text) => text.includes("D"));
  expect(superseded).toContain("đã được thay thế");
  expect(superseded).not.toContain("xác nhận trước");
});

test("whoever looks at the list for a while finds the index open; not while papers are on their way", async () => {
  const { device, setSync } = show(fakeLibrary(), { sync: { running: true } });
  const opened = vi.spyOn(device.library, "finding");
  await rows();
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(opened).not.toHaveBeenCalled();
  setSync(synced.sync);
  await waitFor(() => expect(opened).toHaveBeenCalledOnce(), { timeout: 8000 });
});

test("chips filter, and a second press takes the filter off", async () => {
  show();
  const all = (await rows()).length;
  const chip = await screen.findByRole("button", { name: "Cần xác nhận 2" });
  fireEvent.click(chip);
  await waitFor(async () => expect(await rows()).toHaveLength(2));
  expect(chip.getAttribute("aria-pressed")).toBe("true");
  fireEvent.click(chip);
  await waitFor(async () => expect(await rows()).toHaveLength(all));
});

test("search needs no diacritics; where it finds nothing there is a way out", async () => {
  show();
  const all = (await rows()).length;
  const field = screen.getByRole("searchbox");
  fireEvent.input(field, { target: { value: "xe buyt duong sat" } });
  await screen.findByRole("heading", { name: "Không thấy văn bản nào phù hợp" });
  fireEvent.click(screen.getByRole("button", { name: "Xem tất cả văn bản" }));
  await waitFor(async () => expect(await rows()).toHaveLength(all));
  expect((field as HTMLInputElement).value).toBe("");
  fireEvent.input(field, { target: { value: "mua lu" } });
  await waitFor(async () => expect(await rows()).toHaveLength(1));
});

test("words in the text alone are found too, and the row says where", async () => {
  show();
  await rows();
  fireEvent.input(screen.getByRole("searchbox"), { target: { value: "luong thuc du phong" } });
  await waitFor(async () => expect((await rows())[0]?.textContent).toContain("Có trong nội dung"));
  await waitFor(async () =>
    expect((await rows())[0]?.querySelector(".passage mark")?.textContent).toBe("lương thực dự phòng"),
  );
});

test("the sheet counts what each choice would leave; what was chosen stands among the chips; all is cleared by one press", async () => {
  const papers = fakeLibrary();
  show(papers, synced, { tasked: [papers[0]?.detail.id as DocumentId] });
  const all = (await rows()).length;
  fireEvent.click(screen.getByRole("button", { name: "Lọc" }));
  const dialog = await screen.findByRole("dialog", { hidden: true });
  const kinds = within(dialog).getByLabelText("Loại văn bản");
  await within(kinds).findByText("Giấy mời (1)");
  fireEvent.change(kinds, { target: { value: "giay_moi" } });
  await waitFor(async () => expect(await rows()).toHaveLength(1));
  expect(screen.getByRole("button", { name: "Giấy mời" }).getAttribute("aria-pressed")).toBe("true");
  // In words too: on a phone its chip may be out of sight.
  expect(document.querySelector(".found-head .found-filter")?.textContent?.trim()).toBe("Giấy mời");
  await within(dialog).findByRole("button", { name: "Xem 1 văn bản", hidden: true });
  // With words the two are combined.
  fireEvent.input(screen.getByRole("searchbox"), { target: { value: "xe buyt duong sat" } });
  await screen.findByRole("heading", { name: "Không thấy văn bản nào phù hợp" });
  fireEvent.input(screen.getByRole("searchbox"), { target: { value: "" } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Bỏ hết lọc", hidden: true }));
  await waitFor(async () => expect(await rows()).toHaveLength(all));
  fireEvent.click(await within(dialog).findByLabelText("Có giao việc (1)"));
  await waitFor(async () => expect(await rows()).toHaveLength(1));
  expect(screen.getByRole("button", { name: "Có giao việc" }).getAttribute("aria-pressed")).toBe("true");
});

test("what was sought is offered again, can be saved, removed, and brought back", async () => {
  localStorage.clear();
  const { undo } = show();
  await rows();
  const field = screen.getByRole("searchbox");
  fireEvent.focusIn(field);
  fireEvent.input(field, { target: { value: "mua lu" } });
  await screen.findByText("1 văn bản");
  fireEvent.click(screen.getByRole("button", { name: "Lưu tìm kiếm này" }));
  expect(screen.getByRole("button", { name: "Bỏ lưu" })).toBeTruthy();
  fireEvent.focusOut(field);
  fireEvent.input(field, { target: { value: "" } });
  fireEvent.focusIn(field);
  expect(await screen.findByRole("button", { name: "mua lu" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "“mua lu”" })).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Xóa mua lu" }));
  expect(screen.queryByRole("button", { name: "mua lu" })).toBeNull();
  undo();
  expect(await screen.findByRole("button", { name: "mua lu" })).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "“mua lu”" }));
  await screen.findByText("1 văn bản");
  expect((field as HTMLInputElement).value).toBe("mua lu");
});

test("words found are marked, also where the query had no diacritics, and the paper opens at them", async () => {
  show();
  await rows();
  fireEvent.input(screen.getByRole("searchbox"), { target: { value: "mua lu" } });
  await screen.findByText("1 văn bản");
  const [first] = await rows();
  expect([...(first?.querySelectorAll(".paper-abstract mark") ?? [])].map((one) => one.textContent)).toEqual([
    "mưa lũ",
  ]);
  expect(
    within(first as HTMLElement)
      .getByRole("link")
      .getAttribute("href"),
  ).toMatch(/#tim=mua%20lu$/);
});

test("only the first rows are drawn at once", async () => {
  show(Array.from({ length: 60 }, (_, i) => fakePaper({ abstract: `Văn bản ${i}` })));
  expect(await rows()).toHaveLength(firstRows);
});

test("the status line names the last sync, what waits, and leads to it", async () => {
  show(undefined, { ...synced, outbox: { waiting: 3, refused: 0 } });
  const line = screen.getByRole("link", { name: "Đã đồng bộ 7:32 · 3 mục chờ gửi" });
  expect(line.getAttribute("href")).toBe("/cho-gui");
});

test("without a connection the line says so and keeps the time", () => {
  show(undefined, { sync: { ...synced.sync, problem: "unreachable" } });
  expect(screen.getByRole("link", { name: "Chưa có mạng · Đã đồng bộ 7:32" })).toBeTruthy();
});

test("no papers: first sync under way, not begun, or none issued", async () => {
  const first = show([], { sync: { running: true, progress: { done: 0, of: 9 } } });
  await screen.findByRole("heading", { name: "Đang tải văn bản về máy" });
  expect(screen.getByRole("progressbar")).toBeTruthy();
  first.unmount();

  const away = show([], { sync: { running: false, problem: "unreachable" } });
  await screen.findByRole("heading", { name: "Chưa tải được văn bản" });
  fireEvent.click(screen.getByRole("button", { name: "Thử lại" }));
  expect(away.calls).toContain("sync");
  away.unmount();

  show([], synced);
  await screen.findByRole("heading", { name: "Chưa có văn bản nào" });
});

test("coming back, the filter stands as it was left", async () => {
  const before = show();
  await rows();
  fireEvent.click(screen.getByRole("button", { name: "Của chi bộ" }));
  await waitFor(async () => expect(await rows()).toHaveLength(1));
  before.unmount();
  show();
  expect(await rows()).toHaveLength(1);
});
