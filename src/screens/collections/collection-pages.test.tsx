// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { cellMeetings, cellMembers } from "../../../test/support/fake-cell-meetings";
import type { FakeOptions } from "../../../test/support/fake-device";
import { fakePaper } from "../../../test/support/fake-papers";
import { renderScreen } from "../../../test/support/render-screen";
import { CollectionPages } from "./collection-pages";

afterEach(cleanup);

const now = new Date(2026, 10, 24, 8, 5).getTime();
const papers = [
  fakePaper({ abstract: "Phòng, chống mưa lũ", number: "118-KH/ĐU", acknowledgeBy: "2026-11-25" }),
  fakePaper({ abstract: "Rà soát đảng phí", number: "117-TB/ĐU", acknowledgeBy: "2026-11-21" }),
  fakePaper({ abstract: "Thu hoạch vụ mùa", readAt: 1 }),
];
const [flood, fees, harvest] = papers.map(({ detail }) => detail.id);
if (!flood || !fees || !harvest) throw new Error("three were made");

const show = (path: string, options: FakeOptions = {}) =>
  renderScreen(<CollectionPages path={path} />, {
    papers,
    now,
    meetings: { meetings: cellMeetings(now, [flood, fees]), members: cellMembers },
    ...options,
  });

test("all groups stand on one page, each with what waits in it", async () => {
  show("/nhom", { collections: { lacks: { [fees]: "file" }, saved: [{ id: harvest, labels: [] }] } });
  const link = async (name: RegExp) => (await screen.findByRole("link", { name })).getAttribute("href");
  expect(await link(/^Cần đọc 2 văn bản chưa đọc/)).toBe("/nhom/can-doc");
  expect(await link(/^Cần xác nhận 2 văn bản chờ xác nhận, 1 đã quá hạn/)).toBe("/nhom/can-xac-nhan");
  expect(await link(/^Cho cuộc họp tới Mới có 1\/2 tài liệu cho cuộc họp ngày.24\/11/)).toBe("/nhom/hop-toi");
  expect(await link(/^Đã lưu 1 văn bản/)).toBe("/nhom/da-luu");
  expect(await link(/^Theo chủ đề \d chủ đề/)).toBe("/nhom/chu-de");
});

test("what is overdue stands first, each with how many days", async () => {
  show("/nhom/can-xac-nhan");
  const late = within(await screen.findByRole("list", { name: "Đã quá hạn" })).getAllByRole("listitem");
  expect(late.map((row) => row.textContent)).toEqual([
    expect.stringMatching(/Rà soát đảng phí.*Quá hạn 3 ngày/),
  ]);
  const open = within(screen.getByRole("list", { name: "Còn trong hạn" })).getAllByRole("listitem");
  expect(open.map((row) => row.textContent)).toEqual([expect.stringMatching(/mưa lũ.*Hạn ngày mai/)]);
  const titles = screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent);
  expect(titles).toEqual(["Đã quá hạn", "Còn trong hạn"]);
});

test("the papers of the next meeting: what is missing is fetched with one press, and what cannot be had is named", async () => {
  show("/nhom/hop-toi", {
    collections: {
      lacks: { [flood]: "text", [fees]: "file" },
      left: [{ id: fees, why: "damaged-file" }],
    },
  });
  expect(await screen.findByText("Mới có 0/2 tài liệu cho cuộc họp ngày 24/11")).toBeTruthy();
  expect(screen.getByRole("link", { name: /Rà soát đảng phí.*chưa có bản quét/ })).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Tải phần còn thiếu" }));
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("117-TB/ĐU");
  // Nobody who reads has a file to export again.
  expect(alert.textContent).toContain("Đồng chí bấm tải lại");
  expect(alert.textContent).not.toContain("118-KH/ĐU");
  expect(screen.getByText("Mới có 1/2 tài liệu cho cuộc họp ngày 24/11")).toBeTruthy();
});

test("a full pack says so and asks for nothing", async () => {
  show("/nhom/hop-toi");
  const line = await screen.findByText("Đủ 2/2 tài liệu cho cuộc họp ngày 24/11");
  expect(line.closest("[role=status]")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Tải phần còn thiếu" })).toBeNull();
});

test("a saved paper gets topics of one's own, and taking it off can be undone", async () => {
  const shown = show("/nhom/da-luu", { collections: { saved: [{ id: harvest, labels: [] }] } });
  fireEvent.click(await screen.findByRole("button", { name: "Xếp chủ đề: Thu hoạch vụ mùa" }));
  fireEvent.input(screen.getByLabelText("Tên chủ đề"), { target: { value: "thôn mình, lúa" } });
  fireEvent.click(screen.getByRole("button", { name: "Ghi lại" }));
  expect(await screen.findByText("Chủ đề: thôn mình, lúa")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Bỏ lưu: Thu hoạch vụ mùa" }));
  expect(await screen.findByText("Đồng chí chưa lưu văn bản nào")).toBeTruthy();
  shown.undo();
  expect(await screen.findByText("Chủ đề: thôn mình, lúa")).toBeTruthy();
});

test("topics: one's own first, then those of the phone; a topic lists its papers", async () => {
  const collections = { saved: [{ id: harvest, labels: ["thôn mình"] }] };
  show("/nhom/chu-de", { collections });
  const titles = await screen.findAllByRole("heading", { level: 2 });
  expect(titles.map(({ textContent }) => textContent)).toEqual(["Chủ đề của tôi", "Chủ đề chung"]);
  expect(screen.getByRole("link", { name: /^thôn mình/ }).getAttribute("href")).toBe(
    `/nhom/chu-de/-${encodeURIComponent("thôn mình")}`,
  );
  cleanup();
  show("/nhom/chu-de/disaster", { collections });
  await waitFor(() => expect(within(screen.getByRole("list")).getAllByRole("listitem")).toHaveLength(1));
  expect(screen.getByRole("heading", { level: 1, name: "Thiên tai, cháy rừng, môi trường" })).toBeTruthy();
});

test.each([
  ["/nhom/can-doc", "Đồng chí đã đọc hết văn bản"],
  ["/nhom/can-xac-nhan", "Không có văn bản nào chờ đồng chí xác nhận"],
  ["/nhom/hop-toi", "Chưa có cuộc họp nào kèm tài liệu"],
  ["/nhom/da-luu", "Đồng chí chưa lưu văn bản nào"],
  ["/nhom/chu-de", "Chưa có văn bản nào để xếp"],
  ["/nhom/chu-de/digital", "Chủ đề này không còn văn bản nào"],
])("%s says why it is empty", async (path, words) => {
  show(path, { papers: [], meetings: {} });
  expect(await screen.findByRole("heading", { name: words })).toBeTruthy();
});
