// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { cellMeetings, cellMembers, tonight } from "../../../test/support/fake-cell-meetings";
import type { FakeMeeting } from "../../../test/support/fake-meetings";
import { secretary } from "../../../test/support/fake-papers";
import { renderScreen } from "../../../test/support/render-screen";
import { MeetingDetailScreen } from "./detail-screen";

const now = new Date(2026, 10, 24, 19, 5).getTime();
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** The phone's own ways out: its sheet where `share` is given, and the clipboard. */
const phone = (share: ((data: ShareData) => Promise<void>) | undefined, copies = true) => {
  const copied: string[] = [];
  vi.stubGlobal("navigator", {
    ...(share && { share }),
    clipboard: {
      writeText: async (text: string) => {
        if (!copies) throw new Error("not allowed");
        copied.push(text);
      },
    },
  });
  return copied;
};

const open = async (to: "Đảng viên" | "Cấp ủy viên phụ trách", change: Partial<FakeMeeting> = {}) => {
  const shown = renderScreen(<MeetingDetailScreen id={tonight} />, {
    now,
    meetings: { meetings: cellMeetings(now, [], change), members: cellMembers },
    state: { identity: secretary },
  });
  fireEvent.click(await screen.findByRole("button", { name: "Gửi giấy mời" }));
  const sheet = within(await screen.findByRole("dialog", { name: "Gửi giấy mời" }));
  fireEvent.click(sheet.getByRole("radio", { name: to }));
  return { ...shown, sheet };
};
const told = () => screen.getByRole<HTMLInputElement>("checkbox", { name: /Đã báo cấp ủy/ });

test("members get it by the phone's own sheet; nobody is ticked as told by that", async () => {
  const shared: ShareData[] = [];
  phone(async (data) => void shared.push(data));
  const { said, sheet } = await open("Đảng viên");
  fireEvent.click(sheet.getByRole("button", { name: "Chọn cách gửi" }));
  await waitFor(() => expect(said).toHaveLength(1));
  expect(shared[0]?.text).toContain("Kính gửi: các đồng chí đảng viên");
  expect(shared[0]?.text).toContain("19 giờ 35 phút, thứ Ba, ngày 24 tháng 11 năm 2026");
  expect(told().checked).toBe(false);
});

test("sent to the superior committee's member it ticks that he was told, and that can be undone", async () => {
  const shared: ShareData[] = [];
  phone(async (data) => void shared.push(data));
  const { undo, sheet } = await open("Cấp ủy viên phụ trách");
  fireEvent.click(sheet.getByRole("button", { name: "Chọn cách gửi" }));
  expect(await screen.findByText(/Đã báo lúc 19:05/)).toBeTruthy();
  expect(shared[0]?.text).toContain("Kính gửi: đồng chí cấp ủy viên phụ trách chi bộ");
  undo();
  await waitFor(() => expect(told().checked).toBe(false));
});

test("when he was told before, that moment stays", async () => {
  phone(async () => undefined);
  const { said, sheet } = await open("Cấp ủy viên phụ trách", { notes: { told: now - 7_200_000 } });
  fireEvent.click(sheet.getByRole("button", { name: "Chọn cách gửi" }));
  await waitFor(() => expect(said).toEqual([expect.not.stringContaining("đánh dấu")]));
  expect(screen.getByText(/Đã báo lúc 17:05/)).toBeTruthy();
});

test("who turns back in the phone's sheet has sent nothing", async () => {
  phone(async () => {
    throw new DOMException("turned back", "AbortError");
  });
  const { said, sheet } = await open("Cấp ủy viên phụ trách");
  fireEvent.click(sheet.getByRole("button", { name: "Chọn cách gửi" }));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(said).toEqual([]);
  expect(told().checked).toBe(false);
  expect(screen.getByRole("dialog", { name: "Gửi giấy mời" })).toBeTruthy();
});

test("where there is no such sheet it is copied; where that fails too, the text can be taken by hand", async () => {
  const copied = phone(undefined);
  const { said, sheet } = await open("Đảng viên");
  fireEvent.click(sheet.getByRole("button", { name: "Chép giấy mời" }));
  await waitFor(() => expect(said).toEqual([expect.stringContaining("Đã chép")]));
  expect(copied[0]).toContain("GIẤY MỜI");
  cleanup();
  phone(undefined, false);
  const second = await open("Đảng viên");
  fireEvent.click(second.sheet.getByRole("button", { name: "Chép giấy mời" }));
  expect(await second.sheet.findByText(/nhấn giữ/)).toBeTruthy();
  expect(second.sheet.getByLabelText<HTMLTextAreaElement>("Nội dung giấy mời").value).toContain(
    "Địa điểm: Nhà văn hóa thôn Rềnh.",
  );
});
