import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { createSeededRandom } from "../../src/domain/random";
import { collectErrors, enrolBy, newDesk, newPhone } from "../support/browser";
import { filmOf } from "../support/camera-feed";
import { emptyScene } from "../support/camera-picture";
import { makeJpeg } from "../support/jpeg";
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
  return { browser, page, film, errors: collectErrors(page) };
};

/** Day and hour in the village of a moment. */
const inVillage = (at: number) => {
  const text = new Date(at + 7 * 3_600_000).toISOString();
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
};

/** How often each member checked in, as this phone's own record of its one meeting has it. */
const checkInsOn = (page: Page): Promise<readonly number[]> =>
  page.evaluate(async () => {
    const ask = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name = "" } of await indexedDB.databases()) {
      const db = await ask(indexedDB.open(name));
      if (!db.objectStoreNames.contains("views")) continue;
      const rows = await ask(db.transaction("views").objectStore("views").getAll());
      db.close();
      const [meeting] = rows.filter(({ kind }) => kind === "meeting");
      return Object.values(meeting.view.checkIns as Record<string, readonly unknown[]>).map(
        (all) => all.length,
      );
    }
    return [];
  });

/** Two sheets of paper: one as a phone takes it, one of forty million bytes, as the best cameras do. */
const photographs = () => {
  const sheets = [makeJpeg({ width: 4000, height: 3000 }), makeJpeg({ width: 8000, height: 4400, noise: 3 })];
  return sheets.map((bytes, i) => {
    const file = join(folder, `sheet-${i}.jpg`);
    writeFileSync(file, bytes);
    return { file, bytes: bytes.length };
  });
};

/** Photographs a paper of two pages for the meeting that is being called. */
const photograph = async (desk: Page, title: string) => {
  const sheets = photographs();
  expect(Math.max(...sheets.map(({ bytes }) => bytes))).toBeGreaterThan(40e6);
  await desk.getByRole("button", { name: "Chụp tài liệu giấy" }).click();
  const [camera, album] = [0, 1].map((n) => desk.locator(".photo-ways input[type=file]").nth(n));
  await camera?.setInputFiles(sheets[0]?.file ?? "");
  await desk.getByRole("img", { name: /Trang 1/ }).waitFor();
  await album?.setInputFiles(sheets[1]?.file ?? "");
  await desk.getByRole("img", { name: /Trang 2/ }).waitFor();
  await desk.getByLabel("Tên tài liệu").fill(title);
  await desk.getByText("cam đoan tài liệu này").click();
  await desk.getByRole("button", { name: "Gửi kèm cuộc họp" }).click();
  await desk.getByText("2 trang, gửi cùng cuộc họp").waitFor();
};

/** The pages of a photographed paper, drawn. The meeting is over, so they come when they are asked for. */
const photographOn = async (page: Page, title: string) => {
  await page.goto(`${server.origin}/hop`);
  await page.getByRole("link", { name: /Nhà văn hóa xóm Rềnh/ }).click();
  await page.getByRole("button", { name: /^Tải ảnh tài liệu về máy/ }).click();
  await page.getByText("Ảnh chụp · 2 trang · đã có trên máy").waitFor();
  await page.getByRole("button", { name: title }).click();
  const pages = page.getByRole("dialog").getByRole("img");
  await expect.poll(() => pages.count(), { timeout: 30_000 }).toBe(2);
  for (const sheet of await pages.all())
    await expect.poll(() => widthOf(sheet), { timeout: 10_000 }).toBeGreaterThan(800);
  await page.keyboard.press("Escape");
};

const widthOf = (picture: Locator): Promise<number> =>
  picture.evaluate((img) => (img as HTMLImageElement).naturalWidth);

/** All of a meeting between its roll call and its end, on the secretary's phone. */
const holdMeeting = async (desk: Page, name: string) => {
  await desk.goto(`${server.origin}/hop`);
  await desk.getByRole("link", { name: /Nhà văn hóa xóm Rềnh/ }).click();
  await desk
    .getByRole("button", { name: /^Có mặt: / })
    .first()
    .click();
  await desk.getByText(/^2\/\d+$/).waitFor();
  await desk.getByRole("link", { name: "Ghi diễn biến, biên bản" }).click();
  await desk.getByLabel("Chủ trì").selectOption({ index: 1 });
  await desk.getByLabel("Người ghi biên bản").selectOption({ index: 1 });
  await desk.getByRole("button", { name: "Bắt đầu họp" }).click();

  const point = desk
    .locator(".point")
    .filter({ hasText: /Thảo luận/ })
    .first();
  await point.locator(".point-head").click();
  await point.getByRole("button", { name: "Bàn mục này" }).click();
  await point.getByRole("button", { name: "Thêm ý kiến" }).click();
  await point.getByLabel("Người phát biểu").selectOption({ label: name });
  await point.getByLabel("Nội dung ý kiến").pressSequentially("Đoạn đường qua ngầm bị xói.");
  await point.getByRole("button", { name: "Xong", exact: true }).click();
  await point.getByLabel("Kết luận của chủ trì").fill("Đắp lại đường trong tháng 12.");
  await point.getByRole("button", { name: "Thêm biểu quyết" }).click();
  await point.getByLabel("Biểu quyết về việc").fill("Mỗi hộ góp hai ngày công");
  await point.getByLabel("Tán thành", { exact: true }).fill("1");
  await point.getByRole("button", { name: "Xong", exact: true }).click();
  await point.getByRole("button", { name: "Giao một việc" }).click();
  await point.getByLabel("Việc cần làm").fill("Huy động ngày công");
  await point.getByLabel("Người làm chính").selectOption({ label: name });
  await point.getByRole("button", { name: "Xong", exact: true }).click();
  await desk.getByLabel("Kỳ họp này ra nghị quyết").check();
  await desk.getByLabel("Phương hướng, nhiệm vụ").fill("Hoàn thành đắp đường trước Tết.");
  await desk.getByText("Đã lưu trên máy").waitFor();
  // The tab is gone with a sentence half said; nothing of it is lost.
  await desk.goto("about:blank");
  await desk.goto(`${server.origin}/hop`);
  await desk.getByRole("link", { name: /Nhà văn hóa xóm Rềnh/ }).click();
  await desk.getByRole("link", { name: "Ghi diễn biến, biên bản" }).click();
  await desk.getByText("Đoạn đường qua ngầm bị xói.").waitFor();

  await desk.getByRole("link", { name: "Chấm điểm" }).click();
  for (const field of await desk.getByLabel(/^Điểm, tối đa/).all())
    if ((await field.inputValue()) === "") {
      await field.fill("1");
      await field.blur();
    }
  await desk.getByRole("link", { name: "Đọc lại và thông qua" }).click();
  await desk.getByRole("button", { name: "Ghi là vắng không lý do" }).click();
  await desk.getByText("Đã điểm danh đủ").waitFor();
  await desk.getByRole("button", { name: "Thông qua và đóng biên bản" }).click();
  await desk.getByRole("button", { name: "Đóng biên bản", exact: true }).click();
  await desk.waitForURL(/\/bien-ban$/);
  await desk.getByText("Tải về, in, gửi").click();
  for (const file of ["Tải biên bản (Word)", "Tải nghị quyết (Word)", "Đóng gói để gửi"]) {
    const saving = desk.waitForEvent("download");
    await desk.getByRole("button", { name: file }).click();
    const saved = readFileSync(await (await saving).path());
    expect([file, saved.subarray(0, 2).toString(), saved.length > 5000]).toEqual([file, "PK", true]);
  }
};

test("a meeting in flight mode: called, its code read by a member's camera, his card read by the secretary's; minutes, votes, tasks, score, resolution; later the network", async () => {
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
  const tick = desk.locator(".paper-choice .tick", { has: desk.locator("small") }).first();
  const number = (await tick.locator("small").textContent()) ?? "";
  await tick.click();
  const photographed = "Danh sách hộ góp công";
  await photograph(desk, photographed);
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
  // The papers of the meeting are on the member's phone already.
  await phone.getByRole("link").filter({ hasText: number }).first().click();
  await phone.locator(".reading p").first().waitFor();

  await desk.getByRole("link", { name: "Quét mã của đảng viên" }).click();
  await desk.waitForURL(/\/diem-danh/, { timeout: 60_000 });
  await desk.getByText(/Đã điểm danh:/).waitFor();
  const name =
    (await desk.getByText(/Đã điểm danh:/).textContent())?.replace(/.*Đã điểm danh:\s*/, "").trim() ?? "";

  await holdMeeting(desk, name);

  await server.start();
  for (const { page } of [member, secretary]) {
    await page.context().setOffline(false);
    await page.goto(`${server.origin}/cho-gui`);
    await page.getByRole("button", { name: "Đồng bộ ngay" }).click();
    await page.getByText("Mọi thứ đã gửi").waitFor();
  }
  // The check-in that came by camera and by the server is one fact.
  expect(await checkInsOn(desk)).toEqual([1]);
  // The member's own phone has the meeting now, and the secretary's roll counts him once.
  await phone.goto(`${server.origin}/hop`);
  await phone.getByText("Nhà văn hóa xóm Rềnh").waitFor();
  await photographOn(phone, photographed);
  await desk.goto(`${server.origin}/hop`);
  await desk.getByRole("link", { name: /Nhà văn hóa xóm Rềnh/ }).click();
  await desk.getByRole("link", { name: "Xem biên bản" }).click();
  await desk.getByText("Đoạn đường qua ngầm bị xói").first().waitFor();

  // The member reads what was adopted, and finds his task.
  await phone.goto(`${server.origin}/viec`);
  await phone.getByRole("link", { name: /Huy động ngày công/ }).waitFor();

  // The office sees the meeting, its minutes and its tasks; he who checked in twice is counted once.
  const office = await (await newDesk(secretary.browser)).newPage();
  await enrolBy(office, server.link("office"));
  await office.goto(`${server.origin}/hop`);
  await office.getByRole("link", { name: /Nhà văn hóa xóm Rềnh/ }).click();
  await office.getByRole("link", { name: "Xem biên bản" }).click();
  const minutes = office.locator(".official");
  await minutes.getByText("Đoạn đường qua ngầm bị xói").first().waitFor();
  const text = (await minutes.textContent()) ?? "";
  expect(text).toContain("Huy động ngày công");
  expect(text).toContain("Mỗi hộ góp hai ngày công");
  expect(text.match(/Có mặt[^0-9]*0?2\b/)?.[0]).toBeTruthy();
  await office.goto(`${server.origin}/viec`);
  await office.getByText(/Huy động ngày công/).waitFor();
  expect(
    [...secretary.errors, ...member.errors].filter(
      (error) => !/ERR_INTERNET|Failed to load|fetch/.test(error),
    ),
  ).toEqual([]);
});
