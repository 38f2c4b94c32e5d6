// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { cellMembers } from "../../../test/support/fake-cell-meetings";
import { cellDirectory, cellTasks, fees, road } from "../../../test/support/fake-cell-tasks";
import { fakePaper, secretary } from "../../../test/support/fake-papers";
import { renderScreen } from "../../../test/support/render-screen";
import type { TaskRow } from "../../device/tasks/tasks";
import { TaskPages } from "./task-pages";

const now = Date.parse("2026-11-24T08:05:00+07:00");
afterEach(cleanup);

const show = (path: string, identity: Partial<typeof secretary> = {}, fails = false) =>
  renderScreen(<TaskPages path={path} />, {
    now,
    tasks: { tasks: cellTasks(now), members: cellMembers, fails },
    directory: cellDirectory(),
    state: { identity: { ...secretary, ...identity } },
  });
const rowsOf = async ({ device }: ReturnType<typeof show>) => {
  const tasks = await device.tasks();
  return new Promise<readonly TaskRow[]>((resolve) => void tasks.list().subscribe(resolve));
};
const asMember = (n: number) => ({ role: "member", member: cellMembers[n]?.id ?? secretary.member }) as const;

test("one task: by when, who, where it was assigned, and what was said of it, the latest on top", async () => {
  show(`/viec/${fees}`);
  expect(await screen.findByText("ngày 27 tháng 11 năm 2026")).toBeTruthy();
  expect(screen.getByText("Còn 3 ngày")).toBeTruthy();
  expect(screen.getByRole("link", { name: /Sinh hoạt chi bộ thường kỳ/ })).toBeTruthy();
  const [latest, first] = screen.getAllByRole("listitem");
  expect(latest?.textContent).toContain("Đã thu 14 đồng chí, còn 8 đồng chí.");
  expect(latest?.textContent).toContain("Bùi Thị Lành");
  expect(first?.textContent).toContain("Được giao việc");
});

test("a member reports that it is done, with a note; the toast says it again as it was", async () => {
  const shown = show(`/viec/${road}`, asMember(4));
  fireEvent.click(await screen.findByRole("button", { name: "Báo đã xong" }));
  const dialog = await screen.findByRole("dialog", { name: "Báo tiến độ" });
  fireEvent.input(within(dialog).getByLabelText("Ghi thêm (nếu cần)"), {
    target: { value: "  Cả ba hộ đã ký " },
  });
  fireEvent.click(within(dialog).getByRole("button", { name: "Ghi lại" }));
  expect(await screen.findByText("Xong quá hạn 2 ngày")).toBeTruthy();
  expect(screen.getByText("Cả ba hộ đã ký")).toBeTruthy();
  expect(shown.said).toEqual(["Đã ghi: Đã xong. Máy sẽ gửi khi có mạng."]);
  shown.undo();
  expect(await screen.findByText("Quá hạn 2 ngày")).toBeTruthy();
  expect(shown.said.at(-1)).toBe("Đã lấy lại.");
});

test("a note alone changes no state, and there is nothing to take back", async () => {
  const shown = show(`/viec/${road}`, asMember(2));
  fireEvent.click(await screen.findByRole("button", { name: "Báo tiến độ" }));
  const dialog = await screen.findByRole("dialog");
  fireEvent.input(within(dialog).getByRole("textbox"), { target: { value: "Hẹn thứ Bảy" } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Ghi lại" }));
  expect(await screen.findByText("Hẹn thứ Bảy")).toBeTruthy();
  expect(screen.getByText("Quá hạn 2 ngày")).toBeTruthy();
  expect(shown.undo).toThrow();
});

test("where it cannot be written the dialog stays with what was typed", async () => {
  const shown = show(`/viec/${road}`, asMember(2), true);
  fireEvent.click(await screen.findByRole("button", { name: "Báo tiến độ" }));
  const dialog = await screen.findByRole("dialog");
  fireEvent.input(within(dialog).getByRole("textbox"), { target: { value: "Hẹn thứ Bảy" } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Ghi lại" }));
  await waitFor(() => expect(shown.said.at(-1)).toContain("Không có gì bị mất"));
  expect((within(dialog).getByRole("textbox") as HTMLTextAreaElement).value).toBe("Hẹn thứ Bảy");
});

test("who has no part in it reads it, and has nothing to press", async () => {
  show(`/viec/${road}`, asMember(20));
  expect(await screen.findByText("Quá hạn 2 ngày")).toBeTruthy();
  for (const name of ["Báo đã xong", "Báo tiến độ", "Không còn thực hiện"])
    expect(screen.queryByRole("button", { name })).toBeNull();
  expect(screen.queryByRole("link", { name: "Sửa việc" })).toBeNull();
});

test("a secretary says, with a reason that must be given, that it is no longer to be done, and takes it up again", async () => {
  show(`/viec/${road}`);
  fireEvent.click(await screen.findByRole("button", { name: "Không còn thực hiện" }));
  const dialog = await screen.findByRole("dialog");
  const drop = within(dialog).getByRole("button", { name: "Không còn thực hiện" }) as HTMLButtonElement;
  expect(drop.disabled).toBe(true);
  fireEvent.input(within(dialog).getByLabelText("Lý do"), { target: { value: "Xã làm đường khác" } });
  fireEvent.click(drop);
  expect(await screen.findByText("Xã làm đường khác")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Chưa xong, làm tiếp" }));
  fireEvent.click(await screen.findByRole("button", { name: "Ghi lại" }));
  expect(await screen.findByText("Quá hạn 2 ngày")).toBeTruthy();
});

test("a task is assigned to people of the roll; what is missing is said first", async () => {
  const shown = show("/viec/moi");
  fireEvent.click(await screen.findByRole("button", { name: "Giao việc" }));
  expect(await screen.findByText("Đồng chí ghi nội dung việc.")).toBeTruthy();
  expect(screen.getByText("Đồng chí chọn người chủ trì.")).toBeTruthy();
  fireEvent.input(screen.getByLabelText("Nội dung việc"), { target: { value: "Làm cổng chào" } });
  const lead = screen.getByLabelText("Chủ trì") as HTMLSelectElement;
  // By given name, as a roll is read.
  expect([...lead.options].slice(1, 4).map(({ text }) => text)).toEqual([
    "Bùi Văn Dũng",
    "Bùi Văn Ểu",
    "Phạm Thị Thu Hằng",
  ]);
  fireEvent.change(lead, { target: { value: cellMembers[4]?.id } });
  // Who leads it is not offered as support.
  expect(screen.queryByLabelText("Bùi Văn Dũng")).toBeNull();
  fireEvent.click(screen.getByLabelText("Đinh Thị Mến"));
  fireEvent.input(screen.getByLabelText("Thời hạn"), { target: { value: "2026-11-23" } });
  fireEvent.click(screen.getByRole("button", { name: "Giao việc" }));
  expect(await screen.findByText(/Ngày này đã qua/)).toBeTruthy();
  fireEvent.input(screen.getByLabelText("Thời hạn"), { target: { value: "2026-11-30" } });
  expect(screen.getByText("ngày 30 tháng 11 năm 2026")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Giao việc" }));
  await waitFor(() => expect(shown.went).toEqual(["/viec"]));
  expect((await rowsOf(shown)).find(({ text }) => text === "Làm cổng chào")).toMatchObject({
    lead: { name: "Bùi Văn Dũng" },
    support: [{ name: "Đinh Thị Mến" }],
    dueOn: "2026-11-30",
  });
});

test("from a paper, whose name stands in the task already", async () => {
  const plan = fakePaper({ kind: "ke_hoach", number: "118-KH/ĐU", abstract: "Phòng, chống mưa lũ" });
  location.hash = `#tu-${plan.detail.id}`;
  const shown = renderScreen(<TaskPages path="/viec/moi" />, {
    now,
    papers: [plan],
    tasks: { members: cellMembers },
    directory: cellDirectory(),
    state: { identity: secretary },
  });
  expect(await screen.findByText("Từ văn bản: Kế hoạch 118-KH/ĐU")).toBeTruthy();
  expect((screen.getByLabelText("Nội dung việc") as HTMLTextAreaElement).value).toBe(
    "Thực hiện Kế hoạch 118-KH/ĐU",
  );
  fireEvent.change(screen.getByLabelText("Chủ trì"), { target: { value: cellMembers[4]?.id } });
  fireEvent.click(screen.getByRole("button", { name: "Giao việc" }));
  await waitFor(() => expect(shown.went).toEqual(["/viec"]));
  expect(await rowsOf(shown)).toMatchObject([{ paper: plan.detail.id }]);
  location.hash = "";
});

test("a task is changed with what it had filled in, a day that has passed included", async () => {
  const shown = show(`/viec/${road}/sua`);
  const text = (await screen.findByLabelText("Nội dung việc")) as HTMLTextAreaElement;
  expect(text.value).toContain("hiến đất");
  expect((screen.getByLabelText("Bùi Văn Dũng") as HTMLInputElement).checked).toBe(true);
  fireEvent.input(text, { target: { value: "Vận động bốn hộ hiến đất" } });
  fireEvent.click(screen.getByLabelText("Bùi Văn Dũng"));
  fireEvent.click(screen.getByRole("button", { name: "Ghi lại" }));
  await waitFor(() => expect(shown.went).toEqual([`back or /viec/${road}`]));
  expect((await rowsOf(shown)).find(({ id }) => id === road)).toMatchObject({
    text: "Vận động bốn hộ hiến đất",
    lead: { name: "Quách Công Minh" },
    support: [{ name: "Nguyễn Văn Hòa" }],
    standing: "overdue",
  });
});

test("where it cannot be assigned, nothing typed is lost", async () => {
  show("/viec/moi", {}, true);
  fireEvent.input(await screen.findByLabelText("Nội dung việc"), { target: { value: "Làm cổng chào" } });
  fireEvent.change(screen.getByLabelText("Chủ trì"), { target: { value: cellMembers[4]?.id } });
  fireEvent.click(screen.getByRole("button", { name: "Giao việc" }));
  expect(await screen.findByText(/Chưa ghi được/)).toBeTruthy();
  expect((screen.getByLabelText("Nội dung việc") as HTMLTextAreaElement).value).toBe("Làm cổng chào");
});

test("assigning and changing are the secretary's; a task that is not here is said not to be", async () => {
  show("/viec/moi", asMember(4));
  expect(await screen.findByText("Trang này dành cho bí thư, phó bí thư")).toBeTruthy();
  cleanup();
  show(`/viec/${road}/sua`, asMember(4));
  expect(await screen.findByText("Trang này dành cho bí thư, phó bí thư")).toBeTruthy();
  cleanup();
  show("/viec/0task0000099");
  expect(await screen.findByText("Không thấy việc này")).toBeTruthy();
  cleanup();
  show("/viec/khong/co");
  expect(await screen.findByText("Không thấy việc này")).toBeTruthy();
});
