import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { createSeededRandom } from "../../src/domain/random";
import { collectErrors, enrolBy, newPhone } from "../support/browser";
import { filmOf } from "../support/camera-feed";
import { emptyScene } from "../support/camera-picture";
import { launchWithCamera, missingParts } from "../support/scan-page";
import { filmScreen } from "../support/screen-film";
import { createServerProcess, type ServerProcess } from "../support/server-process";

let folder: string;
let server: ServerProcess;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "meeting-"));
  server = await createServerProcess(join(folder, "data"));
  await server.start();
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A phone of its own, enrolled and synced, with a camera that sees what `film` will hold. */
const openPhone = async (role: "secretary" | "member") => {
  const film = join(folder, `${role}.y4m`);
  // A camera that sees a bare table, until something is held before it.
  writeFileSync(film, filmOf([emptyScene()], 0, createSeededRandom(1)));
  const browser = await launchWithCamera(film);
  onTestFinished(() => browser.close());
  const context = await newPhone(browser);
  await context.grantPermissions(["camera"], { origin: server.origin });
  const page = await context.newPage();
  await enrolBy(page, server.link(role));
  return { page, film, errors: collectErrors(page) };
};

/** Day and hour in the village of a moment. */
const inVillage = (at: number) => {
  const text = new Date(at + 7 * 3_600_000).toISOString();
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
};

test("a meeting in flight mode: called, its code read by a member's camera, his card read by the secretary's; later the network", async () => {
  const secretary = await openPhone("secretary");
  const member = await openPhone("member");
  // The secretary learns of the member's phone.
  await secretary.page.getByRole("link", { name: /Đã đồng bộ/ }).click();
  await secretary.page.getByRole("button", { name: "Đồng bộ ngay" }).click();
  for (const { page } of [secretary, member])
    await expect.poll(() => missingParts(page), { timeout: 60_000 }).toEqual([]);
  for (const { page } of [secretary, member]) await page.context().setOffline(true);
  await server.kill();

  const desk = secretary.page;
  await desk.goto(`${server.origin}/hop`);
  await desk.getByRole("link", { name: "Triệu tập họp" }).click();
  const { day, time } = inVillage(Date.now() + 10 * 60_000);
  await desk.getByLabel("Ngày họp").fill(day);
  await desk.getByLabel("Giờ bắt đầu").fill(time);
  await desk.getByLabel("Nơi họp").fill("Nhà văn hóa xóm Rềnh");
  await desk.getByRole("button", { name: "Triệu tập", exact: true }).click();
  await desk.getByRole("button", { name: "Mở điểm danh" }).click();
  await desk.getByRole("link", { name: "Hiện mã QR" }).click();
  await filmScreen(desk.getByRole("img").first(), member.film);

  const phone = member.page;
  await phone.goto(`${server.origin}/quet`);
  await phone.waitForURL(/\/vao-hop/, { timeout: 60_000 });
  await phone.getByText("Đã kiểm tra chữ ký trên máy này").waitFor();
  await phone.getByText("Nhà văn hóa xóm Rềnh").waitFor();
  await phone.getByRole("button", { name: "Điểm danh", exact: true }).click();
  const card = phone.getByRole("img").first();
  await card.waitFor();
  await filmScreen(card, secretary.film);

  await desk.getByRole("link", { name: "Quét mã của đảng viên" }).click();
  await desk.waitForURL(/\/diem-danh/, { timeout: 60_000 });
  await desk.getByText(/Đã điểm danh:/).waitFor();

  await server.start();
  for (const { page } of [member, secretary]) {
    await page.context().setOffline(false);
    await page.goto(`${server.origin}/cho-gui`);
    await page.getByRole("button", { name: "Đồng bộ ngay" }).click();
    await page.getByText("Mọi thứ đã gửi").waitFor();
  }
  // The member's own phone has the meeting now, and the secretary's roll counts him once.
  await phone.goto(`${server.origin}/hop`);
  await phone.getByText("Nhà văn hóa xóm Rềnh").waitFor();
  await desk.goto(`${server.origin}/hop`);
  await desk.getByRole("link", { name: /Nhà văn hóa xóm Rềnh/ }).click();
  await desk.getByText(/^1\/\d+$/).waitFor();
  expect(
    [...secretary.errors, ...member.errors].filter(
      (error) => !/ERR_INTERNET|Failed to load|fetch/.test(error),
    ),
  ).toEqual([]);
});
