// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  cellMeetings,
  cellMembers,
  nextWeek,
  putOff,
  tonight,
} from "../../../test/support/fake-cell-meetings";
import type { FakeMeeting } from "../../../test/support/fake-meetings";
import { secretary } from "../../../test/support/fake-papers";
import { renderScreen } from "../../../test/support/render-screen";
import { MeetingDetailScreen } from "./detail-screen";

const now = new Date(2026, 10, 24, 19, 5).getTime();
beforeEach(() => localStorage.clear());
afterEach(cleanup);

interface Shown {
  readonly id?: typeof tonight;
  readonly role?: "secretary" | "member";
  readonly fails?: boolean;
}
const show = (
  change: Parameters<typeof cellMeetings>[2] = {},
  { id = tonight, role = "secretary", fails = false }: Shown = {},
) =>
  renderScreen(<MeetingDetailScreen id={id} />, {
    now,
    meetings: { meetings: cellMeetings(now, [], change), members: cellMembers, fails },
    state: { identity: { ...secretary, role } },
  });

const box = (name: RegExp) => screen.findByRole<HTMLInputElement>("checkbox", { name });

test("a duty is ticked with its time, and the tick can be taken back", async () => {
  show();
  fireEvent.click(await box(/Đã đăng tài liệu/));
  expect(await screen.findByText("Đã đăng lúc 19:05 ngày 24 tháng 11 năm 2026")).toBeTruthy();
  expect((await box(/Đã báo cấp ủy/)).checked).toBe(false);
  fireEvent.click(await box(/Đã đăng tài liệu/));
  await waitFor(() => expect(screen.queryByText(/Đã đăng lúc/)).toBeNull());
});

test("papers not posted a day before are warned of, until they are", async () => {
  show();
  expect(await screen.findByText(/cần đăng trước ít nhất 1 ngày/)).toBeTruthy();
  fireEvent.click(await box(/Đã đăng tài liệu/));
  await waitFor(() => expect(screen.queryByText(/cần đăng trước ít nhất 1 ngày/)).toBeNull());
});

test("where there is time left, the last moment is said", async () => {
  show({}, { id: nextWeek });
  expect(await screen.findByText("Cần đăng trước 19:05 thứ Ba, 01/12")).toBeTruthy();
  expect(screen.queryByText(/cần đăng trước ít nhất 1 ngày/)).toBeNull();
});

test("a tick that could not be written does not stay", async () => {
  const { said } = show({}, { fails: true });
  const told = await box(/Đã báo cấp ủy/);
  fireEvent.click(told);
  await waitFor(() => expect(said).toHaveLength(1));
  expect(told.checked).toBe(false);
});

test("a member sees none of it", async () => {
  show({}, { role: "member" });
  await screen.findByText("Chương trình");
  expect(screen.queryByText("Chuẩn bị họp")).toBeNull();
});

const write = async (text: string) => {
  fireEvent.click(await screen.findByRole("button", { name: "Gửi ý kiến trước cuộc họp" }));
  fireEvent.input(await screen.findByLabelText("Ý kiến của đồng chí"), { target: { value: text } });
};

test("a member sends what he wants said, and sees it with its time", async () => {
  show({}, { role: "member" });
  await write("Đề nghị bàn việc sửa mương Bai Lòng.");
  fireEvent.click(screen.getByRole("button", { name: "Gửi ý kiến" }));
  expect(await screen.findByText("Đề nghị bàn việc sửa mương Bai Lòng.")).toBeTruthy();
  expect(screen.getByText("Gửi lúc 19:05")).toBeTruthy();
  expect(screen.queryByRole("dialog")).toBeNull();
  // He may send another, from an empty field.
  fireEvent.click(screen.getByRole("button", { name: "Gửi ý kiến trước cuộc họp" }));
  expect((await screen.findByLabelText<HTMLTextAreaElement>("Ý kiến của đồng chí")).value).toBe("");
});

test("what he typed is there again when he comes back, and stays where it could not be sent", async () => {
  const first = show({}, { role: "member" });
  await write("Đường vào xóm Trong bị sạt");
  first.unmount();
  const { said } = show({}, { role: "member", fails: true });
  fireEvent.click(await screen.findByRole("button", { name: "Gửi ý kiến trước cuộc họp" }));
  const field = await screen.findByLabelText<HTMLTextAreaElement>("Ý kiến của đồng chí");
  expect(field.value).toBe("Đường vào xóm Trong bị sạt");
  fireEvent.click(screen.getByRole("button", { name: "Gửi ý kiến" }));
  await waitFor(() => expect(said).toEqual([expect.stringContaining("Chưa ghi được")]));
  expect(field.value).toBe("Đường vào xóm Trong bị sạt");
});

test("an opinion that is too long is not sent, and says so", async () => {
  show({}, { role: "member" });
  await write("a".repeat(2001));
  expect(await screen.findByText(/Dài quá 2.000 chữ/)).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Gửi ý kiến" }).disabled).toBe(true);
});

test("to a meeting that was put off or closed nothing is sent any more", async () => {
  const first = show({}, { role: "member", id: putOff });
  await screen.findByText(/Không họp/);
  expect(screen.queryByRole("button", { name: "Gửi ý kiến trước cuộc họp" })).toBeNull();
  first.unmount();
  show({ record: {} as NonNullable<FakeMeeting["record"]> }, { role: "member" });
  await screen.findByText("Chương trình");
  expect(screen.queryByRole("button", { name: "Gửi ý kiến trước cuộc họp" })).toBeNull();
});

test("officers read all of them with names, and an empty list says where they come from", async () => {
  const first = show();
  expect(await screen.findByText(/Chưa có ý kiến nào/)).toBeTruthy();
  first.unmount();
  const [, lanh] = cellMembers;
  if (!lanh) throw new Error("no such member");
  show({ opinions: [{ member: lanh.id, name: lanh.name, at: now - 60_000, text: "Xin bàn về nước sạch" }] });
  const item = (await screen.findByText("Xin bàn về nước sạch")).closest("li");
  expect(item?.textContent).toContain("Bùi Thị Lành");
  expect(item?.textContent).toContain("19:04");
  expect(screen.getByText("Ý kiến gửi trước (1)")).toBeTruthy();
});

test("long before the meeting its preparation stands first, at the door the roll", async () => {
  const order = async () => {
    const prepare = await screen.findByText("Chuẩn bị họp");
    const roll = screen.getByRole("button", { name: "Mở điểm danh" });
    return prepare.compareDocumentPosition(roll) & Node.DOCUMENT_POSITION_FOLLOWING ? "prepare" : "roll";
  };
  const first = show({}, { id: nextWeek });
  expect(await order()).toBe("prepare");
  first.unmount();
  show();
  expect(await order()).toBe("roll");
});
