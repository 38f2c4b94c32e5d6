// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { FakeOptions, FakePaper } from "../../../test/support/fake-device";
import { fakePaper, regulationText, secretary } from "../../../test/support/fake-papers";
import { renderScreen } from "../../../test/support/render-screen";
import { createTestVoice } from "../../device/voice/test-voice";
import type { ReadingText } from "../../domain/reading-text";
import { ReaderScreen } from "./reader-screen";

// The tools are a chunk of their own: a busy machine takes its time to load it.
configure({ asyncUtilTimeout: 8000 });

/** Whatever is watched is in sight at once. */
class Seen {
  constructor(private readonly tell: (seen: readonly { readonly isIntersecting: boolean }[]) => void) {}
  observe = () => this.tell([{ isIntersecting: true }]);
  disconnect = () => undefined;
}

let copied: string[] = [];
beforeEach(() => {
  copied = [];
  vi.stubGlobal("IntersectionObserver", Seen);
  vi.spyOn(navigator.clipboard, "writeText").mockImplementation(async (text) => void copied.push(text));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  localStorage.clear();
});

const referring: ReadingText = {
  v: 1,
  blocks: [
    ...regulationText.blocks,
    { k: "p", r: ["Theo khoản 2 Điều 5 và Nghị quyết số 57-NQ/TW, ngày 22/12/2024; xem 88-KH/ĐU."] },
  ],
};
const resolution = fakePaper({ number: "57-NQ/TW", kind: "nghi_quyet", issuedOn: "2024-12-22" });
const plans = [fakePaper({ number: "88-KH/ĐU" }), fakePaper({ number: "88-KH/ĐU", issuedOn: "2021-03-01" })];

const open = async (text = referring, options: FakeOptions = {}, change = {}, hash = "") => {
  const number = { number: "105-QĐ/ĐU", kind: "quy_dinh" as const, issuedOn: "2026-02-05", ...change };
  const paper: FakePaper = fakePaper(number, text);
  const shown = renderScreen(<ReaderScreen id={paper.detail.id} hash={hash} />, {
    papers: [paper, resolution, ...plans],
    ...options,
  });
  await screen.findByText(/Điểm danh, ghi biên bản/);
  return { ...shown, paper };
};
const button = (name: string | RegExp) => screen.findByRole("button", { name });
/** The paragraph of a block is chosen by buttons, as by who cannot select. */
const pickFirst = async () => {
  fireEvent.click(await button("Việc khác"));
  fireEvent.click(await button(/Chọn từng đoạn/));
  return screen.findByRole("region", { name: "Đoạn đã chọn" });
};

test("the contents lead to each part, and say where one is", async () => {
  const { paper } = await open();
  fireEvent.click(await button("Mục lục"));
  const sheet = await screen.findByRole("dialog", { hidden: true });
  const lines = within(sheet).getAllByRole("link", { hidden: true });
  expect(lines.map((line) => line.getAttribute("href"))).toEqual(
    ["chuong-2", "dieu-5", "dieu-6", "dieu-7"].map((slug) => `/van-ban/${paper.detail.id}#${slug}`),
  );
});

test("what a text refers to is a link where it is here: in it, in another paper, among several", async () => {
  const { paper } = await open();
  const own = await screen.findByRole("link", { name: "khoản 2 Điều 5" });
  expect(own.getAttribute("href")).toBe(`/van-ban/${paper.detail.id}#dieu-5-khoan-2`);
  const other = await screen.findByRole("link", { name: "Nghị quyết số 57-NQ/TW" });
  expect(other.getAttribute("href")).toBe(`/van-ban/${resolution.detail.id}`);
  fireEvent.click(screen.getByRole("link", { name: "88-KH/ĐU" }));
  const chooser = await screen.findByRole("dialog", { hidden: true });
  expect(within(chooser).getAllByRole("link", { hidden: true })).toHaveLength(2);
});

test("an address with a place opens the paper there; one that is not there says so", async () => {
  await open(referring, {}, {}, "dieu-6");
  await waitFor(() =>
    expect(document.querySelector(".arrived")?.textContent).toBe("Điều 6. Trách nhiệm của đảng viên"),
  );
  cleanup();
  const shown = await open(referring, {}, {}, "dieu-77");
  await waitFor(() => expect(shown.said).toEqual(["Không thấy chỗ đó trong văn bản này."]));
});

test("words sought in the list open the paper where it holds them; where it does not, at its beginning, without a word", async () => {
  await open(referring, {}, {}, `tim=${encodeURIComponent("giao nhiem vu")}`);
  await waitFor(() => expect(document.querySelectorAll(".found").length).toBeGreaterThan(0));
  const marked = [...document.querySelectorAll(".found")].map((mark) => mark.textContent);
  expect(marked).toEqual(["giao nhiệm vụ"]);
  cleanup();
  const shown = await open(referring, {}, {}, `tim=${encodeURIComponent("chuồng trại")}`);
  await button("Việc khác");
  expect(document.querySelector(".found")).toBeNull();
  expect(shown.said).toEqual([]);
});

test("a paragraph is highlighted by buttons alone, taken back, and copied with its citation", async () => {
  const shown = await open();
  const bar = await pickFirst();
  for (let i = 0; i < 5; i += 1) fireEvent.click(within(bar).getByRole("button", { name: "Đoạn sau" }));
  await within(bar).findByText("khoản 2 Điều 5");
  fireEvent.click(within(bar).getByRole("button", { name: "Chép kèm trích dẫn" }));
  await waitFor(() => expect(copied).toHaveLength(1));
  expect(copied[0]).toBe(
    "“2. Điểm danh, ghi biên bản và giao nhiệm vụ ngay tại cuộc họp.”\n(Khoản 2 Điều 5 Quy định số 105-QĐ/ĐU, ngày 05/02/2026 của Đảng ủy xã về phòng, chống mưa lũ trên địa bàn xã những ngày cuối tháng 11)",
  );
  const again = await pickFirst();
  fireEvent.click(within(again).getByRole("button", { name: "Đánh dấu" }));
  await waitFor(() => expect(document.querySelector(".kept")).toBeTruthy());
  shown.undo();
  await waitFor(() => expect(document.querySelector(".kept")).toBeNull());
});

test("a note is written, shown over its words, changed, deleted and brought back", async () => {
  const shown = await open();
  fireEvent.click(within(await pickFirst()).getByRole("button", { name: "Ghi chú" }));
  fireEvent.input(await screen.findByLabelText("Điều cần nhớ"), { target: { value: "Hỏi lại chi ủy" } });
  fireEvent.click(screen.getByText("Giữ ghi chú"));
  await waitFor(() => expect(document.querySelector(".kept.noted")).toBeTruthy());
  fireEvent.click(document.querySelector(".kept") as Element);
  const field = await screen.findByLabelText("Điều cần nhớ");
  expect(field).toHaveProperty("value", "Hỏi lại chi ủy");
  fireEvent.click(screen.getByText("Xóa"));
  await waitFor(() => expect(document.querySelector(".kept")).toBeNull());
  shown.undo();
  await waitFor(() => expect(document.querySelector(".kept.noted")).toBeTruthy());
});

test("a note that could not be saved stays in its field", async () => {
  const shown = await open(referring, { reading: { full: true } });
  fireEvent.click(within(await pickFirst()).getByRole("button", { name: "Ghi chú" }));
  fireEvent.input(await screen.findByLabelText("Điều cần nhớ"), { target: { value: "Quan trọng" } });
  fireEvent.click(screen.getByText("Giữ ghi chú"));
  await waitFor(() => expect(shown.said[0]).toMatch(/vẫn còn đây/));
  expect(screen.getByLabelText("Điều cần nhớ")).toHaveProperty("value", "Quan trọng");
});

test("selected words can be marked: those words and no more", async () => {
  await open();
  const words = await screen.findByText(/Điểm danh, ghi biên bản/);
  const range = document.createRange();
  range.setStart(words.firstChild as Node, 11);
  range.setEnd(words.firstChild as Node, 23);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
  document.dispatchEvent(new Event("selectionchange"));
  fireEvent.click(await button("Đánh dấu"));
  await waitFor(() => expect(document.querySelector(".kept")?.textContent).toBe("ghi biên bản"));
});

test("a broad table is read row by row under the names of its columns", async () => {
  await open();
  fireEvent.click(await button("Xem từng dòng"));
  await waitFor(() => expect(screen.queryByRole("table")).toBeNull());
  const [first] = document.querySelectorAll(".table-cards li");
  expect(first?.textContent).toContain("Đơn vị chủ trìChi bộ thôn Rềnh");
  fireEvent.click(screen.getByRole("button", { name: "Xem thành bảng" }));
  expect(screen.getByRole("table")).toBeTruthy();
});

test("a secretary assigns a task from the paper; who may not is not asked to", async () => {
  const { went, paper } = await open(referring, { state: { identity: secretary } });
  fireEvent.click(await button("Việc khác"));
  fireEvent.click(await button("Giao việc từ văn bản này"));
  expect(went).toEqual([`/viec/moi#tu-${paper.detail.id}`]);
  cleanup();
  await open(referring, { state: { identity: { ...secretary, role: "member" } } });
  fireEvent.click(await button("Việc khác"));
  await button(/Chọn từng đoạn/);
  expect(screen.queryByRole("button", { name: /Giao việc/ })).toBeNull();
});

test("a phone without a voice of its own says how to get one", async () => {
  const android = vi
    .spyOn(navigator, "userAgent", "get")
    .mockReturnValue("Mozilla/5.0 (Linux; Android 10; K)");
  await open();
  fireEvent.click(await button("Việc khác"));
  fireEvent.click(await button(/Nghe đọc.*Máy chưa có giọng đọc/));
  const told = await screen.findByRole("dialog", { name: "Nghe đọc" });
  expect(within(told).getAllByRole("listitem")).toHaveLength(3);
  expect(document.querySelector(".spoken")).toBeNull();
  android.mockRestore();
});

test("reading aloud with the phone's own voice is followed, and ends with the page", async () => {
  const voice = createTestVoice();
  const { unmount } = await open(referring, { reading: { voice } });
  fireEvent.click(await button("Việc khác"));
  fireEvent.click(await button(/Nghe đọc.*không cần mạng/));
  await waitFor(() => expect(document.querySelector(".spoken")?.textContent).toMatch(/^quản lý/));
  voice.end();
  await waitFor(() => expect(document.querySelector(".spoken")?.textContent).toMatch(/^Căn cứ/));
  fireEvent.click(await button("Tạm dừng"));
  expect(voice.speaking()).toBe(false);
  fireEvent.click(await button("Đọc tiếp"));
  expect(voice.speaking()).toBe(true);
  unmount();
  await waitFor(() => expect(voice.speaking()).toBe(false));
});

test("what belongs to the paper stands at its end", async () => {
  const cites = [resolution.detail];
  await open(referring, { reading: { related: { cites } } });
  const related = await screen.findByRole("region", { name: "Liên quan" });
  expect(within(related).getByRole("link").getAttribute("href")).toBe(`/van-ban/${resolution.detail.id}`);
});
