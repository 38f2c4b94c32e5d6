import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { collectErrors, enrolBy, launchBrowser, newDesk, newPhone } from "../support/browser";
import { hostileDocx, hostileLinks, hostileTexts, officialDocx } from "../support/docx-papers";
import { pdfOf } from "../support/office-pdf";
import { textPdf } from "../support/pdf-papers";
import { createServerProcess, type ServerProcess } from "../support/server-process";

interface Paper {
  readonly number: string;
  readonly kind: string;
  readonly file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };
  /** Words from its beginning and its end, to see that all of it is there. */
  readonly words: readonly string[];
}

const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The same PDF with so many bytes in it that nobody reads: a comment before its last trailer. */
const heavier = (pdf: Buffer, bytes: number): Buffer =>
  Buffer.concat([pdf, Buffer.from(`\n%${"x".repeat(bytes)}\n`), pdf.subarray(pdf.lastIndexOf("startxref"))]);

/** The decree of the corpus, as Word and as PDF, where the corpus is at hand; else papers made here. */
const papers = async (folder: string): Promise<readonly [Paper, Paper]> => {
  const corpus = process.env.CORPUS_DIR;
  const made = join(folder, "114-KH-ĐU.docx");
  writeFileSync(made, await officialDocx("114-KH/ĐU"));
  const source = corpus ? join(corpus, "30_2020_ND_CP.docx") : made;
  const words = corpus
    ? ["Nghị định này quy định về công tác văn thư", "có hiệu lực thi hành"]
    : ["Nạo vét mương bai"];
  const pdf = heavier(pdfOf(source) ?? Buffer.from(await textPdf("115-KH/ĐU", 3)), 1_200_000);
  return [
    {
      number: corpus ? "30/2020/NĐ-CP" : "114-KH/ĐU",
      kind: corpus ? "Tài liệu" : "Kế hoạch",
      file: { name: "30_2020_ND_CP.docx", mimeType: docxType, buffer: readFileSync(source) },
      words,
    },
    {
      number: "31-HD/ĐU",
      kind: "Hướng dẫn",
      file: { name: "van-ban.pdf", mimeType: "application/pdf", buffer: pdf },
      words,
    },
  ];
};

let folder: string;
let server: ServerProcess;
let browser: Browser;
let desk: Page;
let deskErrors: readonly string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "directive-"));
  server = await createServerProcess(join(folder, "data"));
  await server.start();
  browser = await launchBrowser();
  desk = await (await newDesk(browser)).newPage();
  deskErrors = collectErrors(desk);
  await enrolBy(desk, server.link("office"));
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const publish = async (paper: Paper) => {
  await desk.goto(`${server.origin}/van-phong/phat-hanh`);
  await desk.getByLabel("Chọn tệp").first().setInputFiles(paper.file);
  await desk.getByLabel("Số ký hiệu").fill(paper.number);
  await desk.getByLabel("Loại văn bản").selectOption({ label: paper.kind });
  await desk.getByLabel("Ngày ban hành").fill("2026-11-20");
  const abstract = desk.getByLabel("Trích yếu");
  if (!(await abstract.inputValue())) await abstract.fill("về công tác văn thư");
  const issuer = desk.getByLabel("Cơ quan ban hành");
  if (!(await issuer.inputValue())) await issuer.fill("Đảng ủy xã Lạc Sơn");
  await desk.getByLabel("Toàn đảng bộ").check();
  await desk.getByLabel(/cam đoan văn bản này/).check();
  await desk.getByRole("button", { name: "Phát hành", exact: true }).click();
  await desk.getByRole("button", { name: "Ký và phát hành" }).click();
  await desk.getByRole("heading", { name: "Đã phát hành" }).waitFor();
};

/** "3 / 1.657" of a paper's row in the register, column by column. */
const countsOf = async (number: string): Promise<readonly string[]> => {
  await desk.goto(`${server.origin}/van-phong`);
  const row = desk.getByRole("row").filter({ hasText: number });
  await row.waitFor();
  return row.getByRole("cell").allInnerTexts();
};

/** The simple way, still without a network: into it, a paper in two presses, a cold start, and out of it. */
const useSimpleWay = async (phone: Page) => {
  const door = (name: RegExp) => phone.locator(".simple-doors").getByRole("link", { name });
  await phone.getByRole("link", { name: "Tôi", exact: true }).click();
  await phone.getByRole("button", { name: "Dùng kiểu đơn giản" }).click();
  await door(/^Đọc văn bản mới \d+ văn bản chưa đọc/).waitFor();
  await door(/^Vào họp/).waitFor();
  expect(await phone.getByRole("navigation", { name: "Các mục chính" }).count()).toBe(0);
  expect(await phone.locator("html").getAttribute("data-size")).toBe("24");

  // One press reads, the second acknowledges.
  await door(/^Đọc văn bản mới/).click();
  await phone.getByRole("button", { name: /^(?:Đã đọc|Tôi đã đọc và nắm nội dung)$/ }).click();
  await phone
    .getByText(/3 mục chờ gửi|Đồng chí đã (?:đọc|xác nhận)/)
    .first()
    .waitFor();
  await phone.getByRole("button", { name: "Quay lại" }).click();
  await door(/^Việc của tôi/).click();
  await phone.getByRole("link", { name: "Trang đầu" }).click();
  await door(/^Đọc văn bản mới/).waitFor();

  // The next cold start shows the three buttons in what the page itself paints, before there is an app.
  await phone.addInitScript(() => {
    new MutationObserver((_, seen) => {
      if (!document.querySelector("#app.painted .simple-door")) return;
      seen.disconnect();
      Object.assign(window, { paintedDoors: true });
    }).observe(document, { subtree: true, childList: true });
  });
  await phone.reload();
  await door(/^Đọc văn bản mới \d+ văn bản chưa đọc/).waitFor();
  expect(await phone.evaluate(() => "paintedDoors" in window)).toBe(true);

  await phone.getByRole("link", { name: "Cỡ chữ, cài đặt" }).click();
  await phone.getByRole("button", { name: "Về kiểu đầy đủ" }).click();
  await phone.getByRole("searchbox").waitFor();
  expect(await phone.locator("html").getAttribute("data-size")).toBe("20");
};

test("a directive goes from the office to a phone without a network, and its receipt comes back", async () => {
  const [docx, pdf] = await papers(folder);
  await publish(docx);
  const pieces: string[] = [];
  desk.on("request", (request) => pieces.push(request.method()));
  await publish(pdf);
  // Too large for one request of a phone's.
  expect(pieces.filter((method) => method === "PATCH").length).toBeGreaterThanOrEqual(3);

  const context = await newPhone(browser);
  const phone = await context.newPage();
  const phoneErrors = collectErrors(phone);
  await enrolBy(phone, server.link("member"));
  await phone.getByText(docx.number).first().waitFor();
  await phone
    .getByText(/đang tải nội dung/)
    .first()
    .waitFor({ state: "detached" });
  await phone.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  expect(deskErrors).toEqual([]);
  expect(phoneErrors).toEqual([]);

  // No network, and no server either.
  await context.setOffline(true);
  await server.kill();
  await phone.reload();

  for (const paper of [docx, pdf]) {
    await phone.getByRole("searchbox").fill(paper.number.toLowerCase().replace("đ", "d"));
    await phone
      .locator(".library-list")
      .getByRole("link")
      // Another paper may name it, and then stands below it.
      .filter({ has: phone.locator(".paper-head b", { hasText: paper.number }) })
      .click();
    await phone.getByText("✓ Chữ ký đúng").waitFor();
    const text = phone.locator(".reading");
    await text.waitFor();
    for (const words of paper.words)
      await expect
        .poll(() => text.textContent(), { message: `${paper.number}: ${words}`, timeout: 20_000 })
        .toContain(words);
    await phone.getByRole("button", { name: "Đã đọc" }).click();
    await phone.getByText(/Đồng chí đã đọc/).waitFor();
    await phone.getByRole("button", { name: "Quay lại" }).click();
    await phone.getByRole("searchbox").fill("");
  }
  await phone.getByText(/2 mục chờ gửi/).waitFor();
  await useSimpleWay(phone);

  // The server comes back, then the network: nobody presses anything.
  await server.start();
  await context.setOffline(false);
  await phone.getByText(/mục chờ gửi/).waitFor({ state: "detached" });

  for (const paper of [docx, pdf]) {
    const counts = await countsOf(paper.number);
    await expect
      .poll(async () => (await countsOf(paper.number)).join(" | "), { timeout: 30_000 })
      .toMatch(/[1-9]\d* \/ 1\.657.*[1-9]\d* \/ 1\.657/s);
    expect(counts.length).toBeGreaterThan(3);
  }
});

test("a hostile Word file goes through the office page to a phone as words, and nothing of it runs or is fetched", async () => {
  const phone = await (await newPhone(browser)).newPage();
  const asked: string[] = [];
  for (const page of [desk, phone])
    page.on("request", (request) => {
      if (!/^(blob|data):/.test(request.url())) asked.push(new URL(request.url()).origin);
    });
  await publish({
    number: "114-TB/ĐU",
    kind: "Thông báo",
    file: { name: "114-TB-ĐU.docx", mimeType: docxType, buffer: Buffer.from(await hostileDocx(40)) },
    words: [],
  });
  await enrolBy(phone, server.link("secretary"));
  await phone.getByRole("searchbox").fill("114-TB");
  await phone
    .locator(".library-list")
    .getByRole("link", { name: /114-TB/ })
    .click();
  const reading = phone.locator(".reading");
  await expect.poll(() => reading.textContent(), { timeout: 20_000 }).toContain(hostileTexts[1]);
  for (const words of [hostileTexts[0], hostileTexts[2], hostileTexts[3], hostileLinks[0]])
    expect(await reading.textContent()).toContain(words);
  expect(await reading.locator("img, script, svg, iframe, a[href]").count()).toBe(0);
  for (const page of [desk, phone])
    expect(await page.evaluate(() => (window as { hacked?: boolean }).hacked)).toBeUndefined();
  expect(new Set(asked)).toEqual(new Set([server.origin]));
});
