// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cellMeetings, cellMembers, nextWeek, tonight } from "../../test/support/fake-cell-meetings";
import { createFakeDevice, type FakeOptions } from "../../test/support/fake-device";
import { fakeLibrary, secretary } from "../../test/support/fake-papers";
import { App } from "./app";
import { createRouter, type Router } from "./router";
import { createUiState } from "./ui-state";

let stop = () => {};
beforeEach(() => history.replaceState(null, "", "/"));
afterEach(() => {
  cleanup();
  stop();
});

const start = (options: FakeOptions = {}, path = "/") => {
  history.replaceState(null, "", path);
  const router: Router = createRouter();
  stop = router.start();
  const ui = createUiState();
  const fake = createFakeDevice({ papers: fakeLibrary(), ...options });
  return { ...fake, ...render(<App device={fake.device} router={router} ui={ui} />), router, ui };
};

const lazily = { timeout: 5000 };

test("from the list to a paper and back: title, address, and focus inside the new page", async () => {
  const app = start({ state: { identity: secretary } });
  fireEvent.click((await screen.findAllByRole("link", { name: /118-KH\/ĐU/ }))[0] as HTMLElement);
  const title = await screen.findByRole("heading", { level: 1, name: /mưa lũ/ }, lazily);
  expect(app.router.here.getState().path).toMatch(/^\/van-ban\//);
  await waitFor(() => expect(document.title).toBe("118-KH/ĐU · Sổ Chi bộ"));
  expect(document.activeElement?.closest("main")).toBeTruthy();
  expect(screen.queryByRole("navigation")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Quay lại" }));
  await waitFor(() => expect(title.isConnected).toBe(false));
});

test("a phone that belongs to nobody sees the first page wherever it goes", async () => {
  start({ state: { phase: "blank" } }, "/toi");
  await screen.findByRole("link", { name: "Quét mã ghi danh" }, lazily);
  expect(screen.queryByRole("navigation")).toBeNull();
});

test("a meeting's code opens its page from a cold start, and another code in the same tab opens another", async () => {
  const now = new Date(2026, 10, 24, 19, 0).getTime();
  const meetings = { meetings: cellMeetings(now), members: cellMembers };
  const app = start({ now, meetings, state: { identity: secretary } }, `/vao-hop#${tonight}.7kq3m9xt.signed`);
  await screen.findByRole("heading", { name: /thường kỳ tháng 11/ }, lazily);
  app.router.navigate(`/vao-hop#${nextWeek}.7kq3m9xt.signed`);
  await screen.findByRole("heading", { name: /chuyên đề quý IV/ });
  app.router.navigate(`/diem-danh#${tonight}.${cellMembers[1]?.id}`);
  await screen.findByRole("heading", { name: "Đã điểm danh: Bùi Thị Lành" }, lazily);
});

test("a phone of nobody that opens a meeting's code is told what is missing", async () => {
  start({ state: { phase: "blank" } }, `/vao-hop#${tonight}.7kq3m9xt.signed`);
  await screen.findByRole("heading", { name: "Máy này chưa ghi danh" }, lazily);
  expect(screen.getByRole("link", { name: "Ghi danh máy này" }).getAttribute("href")).toBe("/ghi-danh");
});

test("an address that is not there says so, and where to go", async () => {
  start({}, "/khong-co-trang-nay");
  await screen.findByRole("heading", { name: "Không có trang này" });
  expect(screen.getByRole("link", { name: "Về mục Văn bản" }).getAttribute("href")).toBe("/");
});

test("the bar marks the place one is at", async () => {
  start({}, "/viec");
  await screen.findByRole("heading", { name: "Việc", level: 1 }, lazily);
  expect(screen.getByRole("link", { name: "Việc" }).getAttribute("aria-current")).toBe("page");
  expect(screen.getByRole("link", { name: "Văn bản" }).hasAttribute("aria-current")).toBe(false);
});

test("a new version asks, not while something is written, and is taken only on the press", async () => {
  const { ui } = start();
  let taken = 0;
  const release = ui.holdReload();
  ui.offerUpdate(() => {
    taken += 1;
  });
  await waitFor(() => expect(ui.store.getState().takeUpdate).toBeDefined());
  expect(screen.queryByText("Có bản mới của Sổ Chi bộ.")).toBeNull();
  release();
  release();
  await screen.findByText("Có bản mới của Sổ Chi bộ.");
  expect(taken).toBe(0);
  fireEvent.click(screen.getByRole("button", { name: "Cập nhật" }));
  expect(taken).toBe(1);
});

test("a screen that breaks leaves a calm page, and a step elsewhere leaves that behind", async () => {
  const app = start({}, "/toi");
  app.device.files.policy = () => {
    throw new Error("broken on purpose");
  };
  await screen.findByRole("heading", { name: "Trang này gặp trục trặc" }, lazily);
  fireEvent.click(screen.getByRole("link", { name: "Văn bản" }));
  await screen.findAllByRole("link", { name: /118-KH\/ĐU/ });
});
