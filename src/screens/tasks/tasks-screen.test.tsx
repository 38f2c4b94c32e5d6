// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { cellMembers } from "../../../test/support/fake-cell-meetings";
import { cellTasks } from "../../../test/support/fake-cell-tasks";
import { secretary } from "../../../test/support/fake-papers";
import type { FakeTasksOptions } from "../../../test/support/fake-tasks";
import { renderScreen } from "../../../test/support/render-screen";
import type { OrgId } from "../../domain/ids";
import { TasksScreen } from "./tasks-screen";

const now = Date.parse("2026-11-24T08:05:00+07:00");
afterEach(cleanup);

const show = (identity: Partial<typeof secretary> = {}, tasks: FakeTasksOptions = {}) =>
  renderScreen(<TasksScreen />, {
    now,
    tasks: { tasks: cellTasks(now), members: cellMembers, ...tasks },
    state: { identity: { ...secretary, ...identity } },
  });
const section = async (title: string) =>
  (await screen.findByRole("heading", { name: title })).closest("section") as HTMLElement;
const textsIn = (element: HTMLElement) =>
  within(element)
    .getAllByRole("link")
    .map((link) => link.querySelector(".task-text")?.textContent);

test("a secretary has his own tasks on top, those that are done folded away", async () => {
  show();
  const mine = await section("Việc của tôi");
  const [first] = within(mine).getAllByRole("link");
  expect(first?.textContent).toContain("Thu đảng phí quý IV");
  expect(first?.textContent).toContain("Bùi Văn Thắng; phối hợp: Bùi Thị Lành");
  expect(first?.textContent).toContain("Còn 3 ngày");
  expect(first?.textContent).toContain("Đang làm");
  const done = within(mine).getByText("Việc của tôi đã xong: 1").closest("details") as HTMLDetailsElement;
  expect(done.open).toBe(false);
  expect(textsIn(done)).toEqual(["Tổ chức dọn vệ sinh đường làng"]);
});

test("the cell's list opens on what is overdue, and says in words by how much", async () => {
  show();
  const cell = await section("Việc của chi bộ");
  expect(textsIn(cell)).toEqual(["Vận động ba hộ hiến đất mở rộng đường vào xóm Rềnh Trên"]);
  expect(within(cell).getByText("Quá hạn 2 ngày")).toBeTruthy();
  fireEvent.click(within(cell).getByRole("button", { name: "Đang làm 3" }));
  expect(textsIn(cell)).toEqual([
    "Thu đảng phí quý IV, nộp về Văn phòng Đảng ủy",
    "Rà soát danh sách quần chúng ưu tú giới thiệu học lớp cảm tình Đảng",
    "Cài định danh mức 2 cho đảng viên cao tuổi",
  ]);
  expect(within(cell).getByText("Hạn ngày mai")).toBeTruthy();
  expect(within(cell).getByText("Không đặt hạn")).toBeTruthy();
  fireEvent.click(within(cell).getByRole("button", { name: "Đã xong 3" }));
  expect(within(cell).getByText("Xong quá hạn 2 ngày")).toBeTruthy();
  expect(within(cell).getByText("Xong đúng hạn")).toBeTruthy();
  expect(within(cell).getByText("Không còn thực hiện")).toBeTruthy();
});

test("a member sees his own alone, and cannot assign", async () => {
  show({ role: "member", member: cellMembers[4]?.id ?? secretary.member });
  expect(textsIn(await section("Việc của tôi"))).toEqual([
    "Vận động ba hộ hiến đất mở rộng đường vào xóm Rềnh Trên",
  ]);
  expect(screen.queryByText("Việc của chi bộ")).toBeNull();
  expect(screen.queryByRole("link", { name: "Giao việc" })).toBeNull();
});

test("a member of whom no task is asked is told so, whatever the cell has to do", async () => {
  show({ role: "member", member: cellMembers[20]?.id ?? secretary.member });
  expect(await screen.findByText("Chưa có việc nào giao cho đồng chí")).toBeTruthy();
});

test("a secretary whose cell has no tasks is told how to assign one", async () => {
  show({}, { tasks: [] });
  expect(await screen.findByText("Chi bộ chưa giao việc nào")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Giao việc" }).getAttribute("href")).toBe("/viec/moi");
});

test("the office sees the tasks of every cell, each with its cell", async () => {
  const tasks = cellTasks(now).map((one) => ({ ...one, hostName: "Chi bộ thôn Rềnh" }));
  show(
    { org: "0cell0000009" as OrgId, role: "member", office: true, member: "0member00099" as never },
    { tasks },
  );
  const elsewhere = await section("Việc của các chi bộ");
  expect(within(elsewhere).getByText("Chi bộ thôn Rềnh")).toBeTruthy();
  expect(screen.queryByText("Việc của chi bộ")).toBeNull();
});

test("where tasks cannot be had, nothing is said to be lost, and one can try again", async () => {
  show({}, { missingOnce: true });
  expect(await screen.findByText("Chưa mở được phần việc")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Thử lại" }));
  expect(await screen.findByText("Việc của tôi")).toBeTruthy();
});
