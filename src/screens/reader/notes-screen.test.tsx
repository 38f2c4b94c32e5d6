// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { fakePaper, regulationText } from "../../../test/support/fake-papers";
import { renderScreen } from "../../../test/support/render-screen";
import type { Note } from "../../device/reading/reading";
import { notesAsText } from "./export-notes";
import { NotesScreen } from "./notes-screen";

afterEach(cleanup);

const paper = fakePaper({ number: "118-KH/ĐU" }, regulationText);
const place = { block: 5, from: 0, endBlock: 5, to: 8, before: "", after: "" };
const notes: readonly Note[] = [
  {
    ...place,
    id: "n1",
    document: paper.detail.id,
    kind: "mark",
    quote: "Mở tài liệu",
    words: "Nhắc ông Bính",
    at: 1,
  },
  { ...place, id: "n2", document: paper.detail.id, kind: "bookmark", quote: "Điều 6", block: 9, at: 2 },
];

test("notes of all papers lead to their places, can be deleted and brought back", async () => {
  const shown = renderScreen(<NotesScreen />, { papers: [paper], reading: { notes } });
  const links = await screen.findAllByRole("link");
  expect(links.map((link) => link.getAttribute("href"))).toEqual(
    ["n1", "n2"].map((id) => `/van-ban/${paper.detail.id}#ghi-chu-${id}`),
  );
  expect(screen.getByText("Nhắc ông Bính")).toBeTruthy();
  fireEvent.click(screen.getAllByRole("button", { name: "Xóa" })[0] as Element);
  await waitFor(() => expect(screen.queryByText("Nhắc ông Bính")).toBeNull());
  shown.undo();
  await screen.findByText("Nhắc ông Bính");
});

test("says so where there is nothing", async () => {
  renderScreen(<NotesScreen />, { papers: [paper] });
  await screen.findByRole("heading", { name: "Chưa có ghi chú nào" });
});

test("as a file they are text with the paper's citation", () => {
  expect(notesAsText([{ paper: paper.detail, notes }], Date.UTC(2026, 10, 29))).toBe(
    `Ghi chú của tôi, xuất ngày 29 tháng 11 năm 2026


Kế hoạch số 118-KH/ĐU, ngày 22/11/2026 của Đảng ủy xã về phòng, chống mưa lũ trên địa bàn xã những ngày cuối tháng 11

- Ghi chú: “Mở tài liệu”
  Nhắc ông Bính

- Dấu trang: “Điều 6”
`,
  );
});
