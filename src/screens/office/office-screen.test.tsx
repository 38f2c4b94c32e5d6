// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { createFakeOffice, type FakeOfficeOptions } from "../../../test/support/fake-office";
import { ServicesProvider } from "../services";
import { OfficeScreen } from "./office-screen";
import { OwnCellScreen } from "./own-cell-screen";

afterEach(cleanup);

const open = (
  path: string,
  options: FakeOfficeOptions = {},
  office = createFakeOffice({ now: Date.UTC(2026, 10, 24, 1), ...options }),
) => {
  const toasts: string[] = [];
  render(
    <ServicesProvider
      value={{
        device: office.device,
        navigate: () => undefined,
        back: () => undefined,
        toast: (text) => toasts.push(text),
        holdReload: () => () => undefined,
      }}
    >
      {path === "/chi-bo" ? <OwnCellScreen /> : <OfficeScreen path={path} />}
    </ServicesProvider>,
  );
  return { ...office, toasts };
};

test("the desk is for publishing keys only", () => {
  open("/van-phong", { as: "secretary" });
  expect(screen.getByText("Trang này dành cho văn phòng")).toBeTruthy();
  expect(screen.queryByRole("navigation")).toBeNull();
});

test("the register tells how many phones have a paper and how many members read it", async () => {
  open("/van-phong");
  const row = (await screen.findByText("118-KH/ĐU")).closest("tr");
  await waitFor(() => expect(row?.textContent).toMatch(/\d\.\d{3} \/ 1\.657/));
  expect(row && within(row).getByText("KHẨN")).toBeTruthy();
});

test("a paper opened shows the cells that lack it, and is recalled with a reason", async () => {
  const office = open("/van-phong");
  fireEvent.click(await screen.findByRole("button", { name: /Phòng, chống mưa lũ/ }));
  const pane = await screen.findByRole("complementary");
  const bars = await within(pane).findByText("Chi bộ chưa nhận đủ");
  for (const name of ["Chi bộ", "Có trên máy", "Đã đọc"]) within(pane).getByRole("columnheader", { name });
  // Within reach above the cells, which are many.
  expect(within(pane).getAllByText(/^Xác nhận \d+$/).length).toBeGreaterThan(3);
  const acts = within(pane).getByRole("button", { name: "Thu hồi" });
  expect(acts.compareDocumentPosition(bars) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  expect(within(pane).getByText(/Ký bởi Văn phòng Đảng ủy/)).toBeTruthy();
  expect(within(pane).getByText("Thay thế").getAttribute("href")).toMatch(/^\/van-phong\/phat-hanh\/0paper/);

  fireEvent.click(within(pane).getByRole("button", { name: "Thu hồi" }));
  const yes = screen.getByRole("button", { name: "Thu hồi văn bản" }) as HTMLButtonElement;
  expect(yes.disabled).toBe(true);
  fireEvent.input(screen.getByLabelText("Lý do thu hồi"), { target: { value: "Phát hành nhầm" } });
  fireEvent.click(yes);
  await waitFor(() => expect(office.toasts).toEqual(["Đã thu hồi. Máy nào có mạng sẽ bỏ văn bản này."]));
  expect(office.written).toMatchObject([
    { type: "document.registered", scopes: ["office"], body: { abstract: expect.stringMatching(/mưa lũ/) } },
    { type: "document.recalled", scopes: ["commune"], body: { reason: "Phát hành nhầm" } },
  ]);
});

const recallFirst = async () => {
  fireEvent.click(await screen.findByRole("button", { name: /Phòng, chống mưa lũ/ }));
  const pane = await screen.findByRole("complementary");
  fireEvent.click(within(pane).getByRole("button", { name: "Thu hồi" }));
  fireEvent.input(screen.getByLabelText("Lý do thu hồi"), { target: { value: "Phát hành nhầm" } });
  fireEvent.click(screen.getByRole("button", { name: "Thu hồi văn bản" }));
  return pane;
};

test("a paper whose recall waits for a network still stands there, and says so", async () => {
  open("/van-phong", { offline: true });
  const pane = await recallFirst();
  await within(pane).findByText(/Đang chờ thu hồi/);
  expect(within(pane).queryByRole("button", { name: "Thu hồi" })).toBeNull();
  const row = screen.getByText("118-KH/ĐU", { selector: "td" }).closest("tr");
  expect(row && within(row).getByText("CHỜ THU HỒI")).toBeTruthy();
  expect(within(pane).getByRole("link", { name: "Mở văn bản" })).toBeTruthy();
});

test("a recall that was refused leaves the paper as it was, and says why", async () => {
  open("/van-phong", { refuses: "not-allowed" });
  const pane = await recallFirst();
  await within(pane).findByText(/Lệnh thu hồi không được nhận, văn bản vẫn còn như trước\. Việc này cần/);
  expect(screen.queryByText("CHỜ THU HỒI")).toBeNull();
  expect(within(pane).getByRole("link", { name: "Mở mục Chờ gửi" }).getAttribute("href")).toBe("/cho-gui");
  expect(within(pane).getByRole("button", { name: "Thu hồi" })).toBeTruthy();
});

test("the register keeps what was recalled or has expired, with the reason", async () => {
  open("/van-phong");
  const recalled = (await screen.findByText("87-TB/ĐU")).closest("tr");
  expect(recalled && within(recalled).getByText("ĐÃ THU HỒI")).toBeTruthy();
  fireEvent.input(screen.getByRole("searchbox"), { target: { value: "87-TB" } });
  await waitFor(() => expect(screen.queryByText("118-KH/ĐU")).toBeNull());
  fireEvent.click(screen.getByRole("button", { name: /Lịch làm việc/ }));
  const pane = screen.getByRole("complementary");
  expect(within(pane).getByText(/Phát hành nhầm bản chưa duyệt/)).toBeTruthy();
  // A phone without a network still has it.
  expect(pane.textContent).toMatch(/chưa có mạng vẫn còn giữ/);
  // Nothing is left to do with it.
  expect(within(pane).getAllByRole("button")).toHaveLength(1);
});

test("without a connection the register stands, and says why there are no figures", async () => {
  open("/van-phong", { offline: true });
  expect(await screen.findByText("118-KH/ĐU")).toBeTruthy();
  expect(await screen.findByText(/Chưa lấy được số liệu: Chưa có mạng/)).toBeTruthy();
});

test("members are added by pasting names; numbers are dropped", async () => {
  const office = open("/van-phong/chi-bo");
  fireEvent.click(await screen.findByRole("button", { name: /Chi bộ xóm Rềnh/ }));
  fireEvent.click(screen.getByRole("button", { name: "Thêm đảng viên" }));
  fireEvent.input(screen.getByLabelText(/mỗi dòng một đồng chí/), {
    target: { value: "1. BÙI VĂN ĐẠT\t12/3/1961\t038061000123\nQuách Thị Lam, dự bị" },
  });
  expect(screen.getByText("Đã bỏ các số trong danh sách.")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Thêm 2 đồng chí" }));
  await waitFor(() => expect(office.toasts).toHaveLength(1));
  expect(office.written.map(({ type, body }) => [type, body])).toMatchObject([
    ["member.listed", { name: "Bùi Văn Đạt", kind: "official" }],
    ["member.listed", { name: "Quách Thị Lam", kind: "probationary" }],
  ]);
  expect(JSON.stringify(office.written)).not.toMatch(/1961|038061/);
});

test("a sheet of codes for a cell: one for each member without a machine", async () => {
  const office = createFakeOffice();
  cleanup();
  const cell = [...office.directory.orgs.values()].find((org) => org.name === "Chi bộ xóm Rềnh");
  const opened = open(`/van-phong/ghi-danh/${cell?.id}`);
  const make = await screen.findByRole("button", { name: /^Tạo \d+ mã$/ });
  const count = Number(/\d+/.exec(make.textContent ?? "")?.[0]);
  expect(count).toBeGreaterThan(3);
  fireEvent.click(make);
  await screen.findByRole("heading", { name: "Phiếu ghi danh" });
  expect(screen.getAllByRole("img")).toHaveLength(count);
  expect(opened.written).toHaveLength(count);
  // The private half stays in the sheet.
  expect(JSON.stringify(opened.written)).not.toContain('"d":');

  // Codes cannot be shown again: the sheet waits for who looked at something else, and is closed after a question.
  cleanup();
  open("/van-phong/ghi-danh", {}, opened);
  expect(screen.getAllByRole("img")).toHaveLength(count);
  fireEvent.click(screen.getByRole("button", { name: "Đóng phiếu" }));
  fireEvent.click(screen.getAllByRole("button", { name: "Đóng phiếu" })[1] as HTMLElement);
  cleanup();
  open("/van-phong/ghi-danh", {}, opened);
  expect(screen.queryAllByRole("img")).toHaveLength(0);
});

test("a sheet of codes calls a deputy what he is", async () => {
  const { directory } = createFakeOffice();
  const [deputy] = [...directory.roles].find(([, role]) => role === "deputy") ?? [];
  const member = deputy && directory.members.get(deputy);
  open(`/van-phong/ghi-danh/${member?.org}`);
  fireEvent.click(await screen.findByLabelText("Chỉ những đồng chí chưa có máy"));
  fireEvent.click(screen.getByRole("button", { name: /^Tạo \d+ mã$/ }));
  await screen.findByRole("heading", { name: "Phiếu ghi danh" });
  const card = screen.getByRole("heading", { name: member?.name ?? "" }).closest("li");
  expect(card?.textContent).toContain("Phó bí thư chi bộ");
});

test("a machine is revoked after a question, a publishing key is not offered", async () => {
  const office = open("/van-phong/may");
  fireEvent.input(await screen.findByRole("searchbox"), { target: { value: "xom renh" } });
  const [first] = await screen.findAllByRole("button", { name: "Thu hồi máy" });
  if (first) fireEvent.click(first);
  fireEvent.click(screen.getByRole("button", { name: "Thu hồi" }));
  await waitFor(() => expect(office.toasts).toHaveLength(1));
  expect(office.written).toMatchObject([{ type: "device.revoked" }]);
  fireEvent.input(screen.getByRole("searchbox"), { target: { value: "" } });
  const own = (await screen.findByText("Máy này")).closest("tr");
  expect(own && within(own).queryByRole("button")).toBeNull();
});

test("a secretary makes codes for his own members only", async () => {
  const office = open("/chi-bo", { as: "secretary" });
  fireEvent.click(screen.getByLabelText("Đảng viên"));
  const [first] = await screen.findAllByRole("checkbox");
  expect(screen.getByText(/^Đánh dấu đồng chí cần mã ghi danh/)).toBeTruthy();
  // Where nobody is chosen yet nothing is counted.
  expect((screen.getByRole("button", { name: "Tạo mã" }) as HTMLButtonElement).disabled).toBe(true);
  if (first) fireEvent.click(first);
  fireEvent.click(screen.getByRole("button", { name: "Tạo 1 mã" }));
  await screen.findByRole("heading", { name: "Phiếu ghi danh" });
  const org = office.device.state.getState().identity?.org;
  expect(office.written).toMatchObject([
    { type: "enrolment.offered", scopes: [`cell:${org}`, "office"], body: { role: "member", org } },
  ]);
});
