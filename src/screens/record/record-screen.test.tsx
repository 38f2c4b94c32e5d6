// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  cellMeetings,
  cellMembers,
  lastMonth,
  lastMonthAt,
  tonight,
} from "../../../test/support/fake-cell-meetings";
import { secretary } from "../../../test/support/fake-papers";
import {
  type FakeRecord,
  fakeRecord,
  fakeRecordComing,
  fakeRecordEmpty,
} from "../../../test/support/fake-record";
import { renderScreen } from "../../../test/support/render-screen";
import { err } from "../../domain/result";
import { setLanguage } from "../../i18n/language";
import { MeetingDetailScreen } from "../meeting/detail-screen";
import * as files from "./make-files";
import { RecordScreen } from "./record-screen";

const now = new Date(2026, 10, 24, 19, 0).getTime();
const saved: string[] = [];

beforeEach(() => {
  saved.length = 0;
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await setLanguage("vi");
});

type Made = (startedAt: number, members: typeof cellMembers) => FakeRecord;

const show = (
  made: Made = fakeRecord,
  { role = "secretary", fails = false }: { role?: "secretary" | "member"; fails?: boolean } = {},
) =>
  renderScreen(<RecordScreen id={lastMonth} />, {
    now,
    meetings: {
      meetings: cellMeetings(now, [], {}, made(lastMonthAt(now), cellMembers)),
      members: cellMembers,
      fails,
    },
    state: { identity: { ...secretary, role } },
  });

const press = async (name: string) => fireEvent.click(await screen.findByRole("button", { name }));
const disabled = (name: string) =>
  screen.getByRole<HTMLButtonElement>("button", { name, hidden: true }).disabled;

test("the minutes are read here, and the resolution beside them", async () => {
  show();
  expect(await screen.findByText("Thông qua lúc 21:15, ngày 25 tháng 10 năm 2026")).toBeTruthy();
  expect(screen.getByRole("heading", { name: "BIÊN BẢN" })).toBeTruthy();
  fireEvent.click(screen.getByRole("radio", { name: "Nghị quyết" }));
  expect(await screen.findByRole("heading", { name: "NGHỊ QUYẾT" })).toBeTruthy();
  expect(screen.getByText("T/M CHI BỘ")).toBeTruthy();
});

test("each paper is saved as a Word file, everything as one pack", async () => {
  const shown = show();
  await press("Tải biên bản (Word)");
  await waitFor(() => expect(saved).toEqual(["2026-10-25-bien-ban-thuong-ky.docx"]));
  await waitFor(() => expect(disabled("Tải nghị quyết (Word)")).toBe(false));
  await press("Tải nghị quyết (Word)");
  await waitFor(() => expect(saved[1]).toBe("2026-10-25-nghi-quyet-thuong-ky.docx"));
  await waitFor(() => expect(disabled("Đóng gói để gửi")).toBe(false));
  await press("Đóng gói để gửi");
  await waitFor(() => expect(saved[2]).toBe("2026-10-25-ho-so-thuong-ky.zip"));
  expect(shown.said.at(-1)).toBe("Đã lưu tệp 2026-10-25-ho-so-thuong-ky.zip.");
});

test("while it writes it says so and takes no second press", async () => {
  let end: (value: Awaited<ReturnType<typeof files.makeWord>>) => void = () => undefined;
  vi.spyOn(files, "makeWord").mockReturnValue(new Promise((resolve) => (end = resolve)));
  show();
  await press("Tải biên bản (Word)");
  expect(await screen.findByText("Đang soạn tệp…")).toBeTruthy();
  expect(disabled("Đóng gói để gửi")).toBe(true);
  await waitFor(() => expect(files.makeWord).toHaveBeenCalled());
  end(err("failed"));
  expect(await screen.findByText(/Chưa soạn được tệp/)).toBeTruthy();
  expect(disabled("Đóng gói để gửi")).toBe(false);
});

test("without the part that writes files it says what to do, and the minutes stay", async () => {
  vi.spyOn(files, "makePack").mockResolvedValue(err("part-away"));
  show();
  await press("Đóng gói để gửi");
  expect((await screen.findByRole("alert")).textContent).toMatch(/nối mạng một lần/);
  expect(screen.getByRole("heading", { name: "BIÊN BẢN" })).toBeTruthy();
  expect(saved).toEqual([]);
});

test("half of the minutes can be read and goes nowhere", async () => {
  show(fakeRecordComing);
  expect(await screen.findByText("Biên bản đang về, còn 2 phần")).toBeTruthy();
  expect(screen.getByRole("heading", { name: "BIÊN BẢN" })).toBeTruthy();
  for (const name of ["Tải biên bản (Word)", "In", "Đóng gói để gửi"]) expect(disabled(name)).toBe(true);
});

test("without a resolution none is offered", async () => {
  show(fakeRecordEmpty);
  await screen.findByRole("heading", { name: "BIÊN BẢN" });
  expect(screen.queryByText(/nghị quyết/i)).toBeNull();
});

test("the secretary adds to closed minutes; it stands at their end with its day", async () => {
  show();
  await press("Ghi thêm phụ lục");
  const dialog = await screen.findByRole("dialog", { name: "Ghi thêm phụ lục" });
  const field = within(dialog).getByLabelText("Nội dung ghi thêm");
  fireEvent.input(field, { target: { value: "a".repeat(5001) } });
  expect(await within(dialog).findByText(/Dài quá 5.000 chữ/)).toBeTruthy();
  fireEvent.input(field, { target: { value: "Đồng chí Thoa xin vắng, quên báo." } });
  await waitFor(() => expect(within(dialog).queryByRole("alert")).toBeNull());
  fireEvent.click(within(dialog).getByRole("button", { name: "Ghi thêm" }));
  expect(await screen.findByText("Ghi thêm ngày 24 tháng 11 năm 2026:")).toBeTruthy();
  expect(screen.getByText(/Đồng chí Thoa xin vắng, quên báo\./)).toBeTruthy();
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("what could not be added stays in the dialog", async () => {
  const shown = show(fakeRecord, { fails: true });
  await press("Ghi thêm phụ lục");
  const dialog = await screen.findByRole("dialog");
  const field = within(dialog).getByLabelText<HTMLTextAreaElement>("Nội dung ghi thêm");
  fireEvent.input(field, { target: { value: "Bổ sung" } });
  await waitFor(() => expect(disabled("Ghi thêm")).toBe(false));
  fireEvent.click(within(dialog).getByRole("button", { name: "Ghi thêm" }));
  await waitFor(() => expect(shown.said.join()).toMatch(/Chưa ghi được/));
  expect(field.value).toBe("Bổ sung");
});

test("a member reads and saves, and adds nothing", async () => {
  show(fakeRecord, { role: "member" });
  await screen.findByRole("button", { name: "Tải biên bản (Word)" });
  expect(screen.queryByRole("button", { name: "Ghi thêm phụ lục" })).toBeNull();
});

test("in an English app the papers stay Vietnamese", async () => {
  await setLanguage("en");
  show();
  expect(await screen.findByRole("button", { name: "Save minutes (Word)" })).toBeTruthy();
  expect(screen.getByText("Lạc Sơn, ngày 25 tháng 10 năm 2026")).toBeTruthy();
});

test("a meeting that is not closed has no minutes yet", async () => {
  renderScreen(<RecordScreen id={tonight} />, {
    now,
    meetings: { meetings: cellMeetings(now), members: cellMembers },
    state: { identity: secretary },
  });
  expect(await screen.findByText("Chưa có biên bản")).toBeTruthy();
});

test("a closed meeting leads to its minutes, and its roll is closed", async () => {
  renderScreen(<MeetingDetailScreen id={lastMonth} />, {
    now,
    meetings: { meetings: cellMeetings(now), members: cellMembers },
    state: { identity: secretary },
  });
  const link = await screen.findByRole("link", { name: "Xem biên bản" });
  expect(link.getAttribute("href")).toBe(`/hop/${lastMonth}/bien-ban`);
  expect(screen.queryByRole("button", { name: "Mở điểm danh" })).toBeNull();
});

test("words that came too late stand below the minutes, and become an addendum as they are", async () => {
  const meetings = cellMeetings(now).map((one) =>
    one.id === lastMonth ? { ...one, late: [{ name: "Bùi Thị Lành", text: "Đề nghị kiểm tra quỹ." }] } : one,
  );
  renderScreen(<RecordScreen id={lastMonth} />, {
    now,
    meetings: { meetings, members: cellMembers },
    state: { identity: secretary },
  });
  expect(await screen.findByText("Ghi trên máy khác, chưa vào biên bản")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Ghi thêm làm phụ lục" }));
  await waitFor(() =>
    expect(screen.getAllByText(/Bùi Thị Lành: Đề nghị kiểm tra quỹ\./).length).toBeGreaterThan(1),
  );
});
