// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { createFakeDevice, type FakeOptions, type FakePaper } from "../../../test/support/fake-device";
import { fakePaper, regulationText } from "../../../test/support/fake-papers";
import { renderScreen } from "../../../test/support/render-screen";
import type { Identity } from "../../device/device";
import type { EntryId } from "../../domain/ids";
import type { ReadingText } from "../../domain/reading-text";
import { ReaderScreen } from "./reader-screen";

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const open = (paper: FakePaper, options: FakeOptions = {}) =>
  renderScreen(<ReaderScreen id={paper.detail.id} />, { papers: [paper], ...options });

test("shows the head as the office entered it, and the text with headings, items and tables", async () => {
  open(fakePaper({ number: "105-QĐ/ĐU", kind: "quy_dinh", issuedOn: "2026-02-05" }, regulationText));
  await screen.findByRole("heading", { level: 1, name: /Quy định/i });
  expect(screen.getByText("Số 105-QĐ/ĐU, ngày 05 tháng 02 năm 2026")).toBeTruthy();
  expect(await screen.findByRole("heading", { name: "Điều 5. Trách nhiệm của bí thư chi bộ" })).toBeTruthy();
  const table = await screen.findByRole("table");
  expect(within(table).getAllByRole("columnheader")).toHaveLength(5);
  expect(within(table).getAllByRole("row")).toHaveLength(4);
});

test("nothing in a text is taken for markup", async () => {
  const text: ReadingText = {
    v: 1,
    blocks: [
      { k: "h", l: 1, t: "<img src=x onerror=alert(1)>" },
      { k: "p", r: ["<script>alert(1)</script>", { t: "<b>đậm</b>", b: 1 }] },
      { k: "t", rows: [["<iframe src=javascript:alert(1)>"]] },
    ],
  };
  const { container } = open(fakePaper({ abstract: "<svg onload=alert(1)>" }, text));
  await screen.findByText("<img src=x onerror=alert(1)>");
  expect(container.querySelector("img, script, iframe, .reading svg, h1 svg")).toBeNull();
  expect(screen.getByText("<script>alert(1)</script>", { exact: false })).toBeTruthy();
});

test("'Đã đọc' is saved, said to be saved, and gives way to when it was read", async () => {
  const shown = open(fakePaper({}, regulationText));
  fireEvent.click(await screen.findByRole("button", { name: "Đã đọc" }));
  await screen.findByText(/Đồng chí đã đọc, /);
  expect(shown.said).toEqual(["Đã ghi trên máy, sẽ gửi khi có mạng."]);
  expect(shown.device.state.getState().outbox.waiting).toBe(1);
  expect(shown.holds()).toBe(0);
  expect(screen.queryByRole("button", { name: "Đã đọc" })).toBeNull();
});

test("where the office asks, the one action confirms, with the day", async () => {
  open(fakePaper({ acknowledgeBy: "2026-11-25" }, regulationText));
  expect(await screen.findByText("Đề nghị xác nhận trước hết ngày 25 tháng 11 năm 2026.")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Tôi đã đọc và nắm nội dung" }));
  await screen.findByText(/Đồng chí đã xác nhận, /);
});

test("a receipt that could not be saved says that nothing is lost, and can be pressed again", async () => {
  const shown = open(fakePaper({}, regulationText));
  shown.device.library.markRead = () => Promise.reject(new Error("disk"));
  fireEvent.click(await screen.findByRole("button", { name: "Đã đọc" }));
  await waitFor(() => expect(shown.said[0]).toMatch(/Không mất gì/));
  expect(screen.getByRole("button", { name: "Đã đọc" })).toHaveProperty("disabled", false);
});

test("the signature line opens who signed, when, and what became of the key", async () => {
  const signedBy = { key: "s".repeat(43) as never, title: "Văn phòng Đảng ủy", office: true, revoked: true };
  open(fakePaper({ signedBy }, regulationText));
  fireEvent.click(await screen.findByRole("button", { name: /Chữ ký đúng.*kiểm tra trên máy này/ }));
  const dialog = await screen.findByRole("dialog", { hidden: true });
  expect(within(dialog).getByText("Văn phòng Đảng ủy")).toBeTruthy();
  expect(within(dialog).getByText("Đỗ Thị Hương")).toBeTruthy();
  expect(within(dialog).getByText(/Nay đã thu hồi/)).toBeTruthy();
});

test("a text on its way says so, and appears when it comes", async () => {
  const paper = fakePaper({});
  const shown = open(paper);
  await screen.findByRole("heading", { name: "Nội dung chưa về đến máy" });
  shown.put(paper.detail.id, { detail: { ...paper.detail, hasText: true }, body: regulationText });
  await screen.findByText(/Điểm danh, ghi biên bản/);
});

test("a scan says so and offers the file", async () => {
  const file = { hash: "f".repeat(43) as never, bytes: 1_240_000, media: "application/pdf", name: "a.pdf" };
  const paper = fakePaper({ scanned: true, file }, { v: 1, blocks: [] });
  open(paper);
  await screen.findByRole("heading", { name: "Đây là bản quét" });
  expect(screen.getByRole("link", { name: "Xem bản gốc · 1,2 MB" }).getAttribute("href")).toBe(
    `/van-ban/${paper.detail.id}/ban-goc`,
  );
});

test("a paper that was recalled while it is read leaves a clear page with the reason", async () => {
  const paper = fakePaper({}, regulationText);
  const recalled = { at: Date.UTC(2026, 10, 18, 2, 40), reason: "Gửi nhầm nơi nhận" };
  const shown = open(paper, { reading: { recalled } });
  await screen.findByText(/Điểm danh, ghi biên bản/);
  shown.put(paper.detail.id, undefined);
  await screen.findByRole("heading", { name: "Văn bản không còn trên máy" });
  expect(screen.queryByText(/Điểm danh, ghi biên bản/)).toBeNull();
  await screen.findByText(/đã được thu hồi.*18\/11.*Lý do: Gửi nhầm nơi nhận/);
});

test("the desk that recalled it sees that this waits", async () => {
  const paper = fakePaper({}, regulationText);
  const item = { type: "document.recalled", subject: paper.detail.id, at: 0, state: "waiting" } as const;
  const identity = { ...createFakeDevice().device.state.getState().identity, office: true } as Identity;
  open(paper, { outbox: [{ ...item, id: "1" as EntryId }], state: { identity } });
  await screen.findByRole("heading", { name: "Đang chờ thu hồi" });
  expect(await screen.findByText(/Điểm danh, ghi biên bản/)).toBeTruthy();
});

test("a superseded paper leads to the new one", async () => {
  open(fakePaper({ superseded: true, supersededBy: "0paper999999" as never }, regulationText));
  const link = await screen.findByRole("link", { name: "Mở văn bản mới" });
  expect(link.getAttribute("href")).toBe("/van-ban/0paper999999");
});

test("words inside the paper are found without diacritics", async () => {
  open(fakePaper({}, regulationText));
  await screen.findByText(/Điểm danh, ghi biên bản/);
  fireEvent.click(screen.getByRole("button", { name: "Tìm trong văn bản" }));
  fireEvent.input(await screen.findByRole("searchbox", {}, { timeout: 8000 }), {
    target: { value: "dang vien" },
  });
  await screen.findByText("1/2");
  fireEvent.click(screen.getByRole("button", { name: "Chỗ sau" }));
  await screen.findByText("2/2");
});

test("a long text is drawn to its end, and to the kept place at once", async () => {
  const blocks = Array.from({ length: 300 }, (_, i) => ({ k: "p" as const, r: [`Đoạn số ${i}.`] }));
  const paper = fakePaper({}, { v: 1, blocks });
  localStorage.setItem("reading-places", JSON.stringify([[paper.detail.id, 150]]));
  open(paper);
  await screen.findByText("Đoạn số 150.");
  await waitFor(() => expect(screen.getByText("Đoạn số 299.")).toBeTruthy(), { timeout: 3000 });
});

test("the cell's committee sees how many are through", async () => {
  const receipts = { read: ["a", "b"] as never[], acknowledged: ["a"] as never[] };
  open(fakePaper({ receipts }, regulationText));
  expect(await screen.findByText("Chi bộ: 2 đã đọc · 1 đã xác nhận")).toBeTruthy();
});
