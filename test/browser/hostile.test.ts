import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "../../src/domain/clock";
import { cellScope } from "../../src/domain/scope";
import { signEntry } from "../../src/protocol/signed-entry";
import { systemRandom } from "../../src/server/cli/open-office";
import { collectErrors, enrolBy, launchBrowser, newPhone } from "../support/browser";
import type { GeneratedDirective } from "../support/directives";
import { publishOn, pushOn } from "../support/office-client";
import { prepareData } from "../support/prepared-data";
import { createServerProcess, type ServerProcess } from "../support/server-process";

const attack = (n: number) =>
  `<img src=x onerror="window.pwned=${n}"><script>window.pwned=${n}</script><a href="javascript:window.pwned=${n}">x</a>`;

/** Markup wherever a publisher can write words. */
const hostile: GeneratedDirective = (() => {
  const text: GeneratedDirective["text"] = {
    v: 1,
    blocks: [
      { k: "h", l: 2, t: attack(1) },
      { k: "p", r: [attack(2), { t: attack(3), b: 1 }] },
      { k: "l", m: "<b>", r: [attack(4)] },
      {
        k: "t",
        h: 1,
        rows: [
          [attack(5), "</td></table>"],
          [attack(6), "&lt;script&gt;"],
        ],
      },
    ],
  };
  return {
    kind: "ke_hoach",
    number: "<b>1</b>-KH/ĐU",
    issuedOn: "2026-11-20",
    abstract: attack(7),
    issuer: `"><svg onload=alert(1)>`,
    urgency: "urgent",
    text,
    json: JSON.stringify(text),
  };
})();

const paper = (
  number: string,
  kind: GeneratedDirective["kind"],
  abstract: string,
  blocks: GeneratedDirective["text"]["blocks"],
): GeneratedDirective => {
  const text: GeneratedDirective["text"] = { v: 1, blocks };
  return {
    kind,
    number,
    issuedOn: "2026-11-20",
    abstract,
    issuer: "Đảng ủy xã Lạc Sơn",
    urgency: "normal",
    text,
    json: JSON.stringify(text),
  };
};
type Block = GeneratedDirective["text"]["blocks"][number];
const p = (...r: Extract<Block, { k: "p" }>["r"]): Block => ({ k: "p", r });
const article = (n: number): Block[] => [
  { k: "h", l: 3, t: `Điều ${n}. Trách nhiệm thứ ${n}` },
  { k: "l", m: "1.", r: ["Mở tài liệu trước buổi họp ít nhất một ngày."] },
  { k: "l", m: "2.", r: [`Điểm danh, ghi biên bản thứ ${n} ngay tại cuộc họp.`] },
];

let folder: string;
let server: ServerProcess;
let browser: Browser;
let data: Awaited<ReturnType<typeof prepareData>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hostile-"));
  data = await prepareData(folder, { guests: 4 });
  server = await createServerProcess(folder);
  await server.start();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const enrolled = async (n: number): Promise<Page> => {
  const page = await (await newPhone(browser)).newPage();
  await enrolBy(page, data.links(server.origin)[n] ?? "");
  return page;
};

/** The thumbprint that this phone keeps of its own key. */
const ownKey = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const open = indexedDB.open("so-chi-bo");
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const get = open.result.transaction("meta").objectStore("meta").get("self");
          get.onsuccess = () => {
            open.result.close();
            resolve(get.result.value.key);
          };
        };
      }),
  );

test("markup in any field of a paper is shown as words and never runs", async () => {
  await publishOn(server.origin, data.root, [hostile]);
  const page = await enrolled(0);
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await expect.poll(() => page.locator(".library-list").textContent()).toContain(attack(7));
  await page.locator(".library-list a").first().click();
  await page.getByText("✓ Chữ ký đúng").waitFor();
  const reading = page.locator(".reading");
  await reading.waitFor();
  for (const n of [1, 2, 3, 4, 5, 6]) await expect.poll(() => reading.textContent()).toContain(attack(n));
  expect(await reading.locator("img, script, a, svg").count()).toBe(0);
  expect(await page.evaluate(() => (window as { pwned?: number }).pwned)).toBeUndefined();
  expect(dialogs).toEqual([]);
});

/** True where the element lies under the bar and above the foot. */
const inSight = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 40 && top < innerHeight - 60;
  });

const select = (page: Page, words: string) =>
  page.evaluate((words) => {
    const walker = document.createTreeWalker(
      document.querySelector(".reading") as Element,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const from = node.textContent?.indexOf(words) ?? -1;
      if (from < 0) continue;
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, from + words.length);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return;
    }
    throw new Error(`no such words: ${words}`);
  }, words);

test("references lead there and back, what is marked stays through a reload without a network, a passage is copied with its place", async () => {
  await publishOn(server.origin, data.root, [
    paper("57-NQ/TW", "nghi_quyet", "Đột phá phát triển khoa học", [p("Nội dung của nghị quyết.")]),
    paper("105-QĐ/ĐU", "quy_dinh", "Quản lý phần mềm điều hành", [
      ...Array.from({ length: 9 }, (_, i) => article(i + 1)).flat(),
      p("Việc nêu tại khoản 2 Điều 5 theo Nghị quyết số 57-NQ/TW, ngày 20/11/2026."),
    ]),
  ]);
  const page = await enrolled(2);
  const errors = collectErrors(page);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.locator(".library-list a").filter({ hasText: "105-QĐ/ĐU" }).click();
  const reference = page.getByRole("link", { name: "khoản 2 Điều 5" });
  await reference.waitFor();
  await page.context().setOffline(true);

  await reference.click();
  await expect.poll(() => page.url()).toMatch(/#dieu-5-khoan-2$/);
  const target = page.locator(".arrived");
  expect(await target.textContent()).toContain("biên bản thứ 5 ngay");
  await expect.poll(() => inSight(target)).toBe(true);
  await page.getByRole("button", { name: "Trở lại chỗ đang đọc" }).click();
  await expect.poll(() => inSight(reference)).toBe(true);
  expect(page.url()).not.toContain("#");

  await select(page, "ghi biên bản thứ 7");
  await page.getByRole("button", { name: "Ghi chú" }).click();
  await page.getByLabel("Điều cần nhớ").fill("Hỏi lại chi ủy");
  await page.getByRole("button", { name: "Giữ ghi chú" }).click();
  await page.locator(".kept.noted").waitFor();
  await select(page, "Điểm danh, ghi biên bản thứ 3");
  // What was just done is said beside the buttons, not over them.
  const top = await page.locator(".passage-bar").evaluate((bar) => bar.getBoundingClientRect().top);
  const said = await page.locator(".toast").evaluate((toast) => toast.getBoundingClientRect().bottom);
  expect(said).toBeLessThanOrEqual(top);
  await page.getByRole("button", { name: "Chép kèm trích dẫn" }).click();
  await page.getByText("Đã chép.").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    "“Điểm danh, ghi biên bản thứ 3”\n(Khoản 2 Điều 3 Quy định số 105-QĐ/ĐU, ngày 20/11/2026 của Đảng ủy xã Lạc Sơn về quản lý phần mềm điều hành)",
  );

  await page.reload();
  const note = page.locator(".kept.noted");
  await note.waitFor();
  expect(await note.textContent()).toBe("ghi biên bản thứ 7");
  await note.click();
  expect(await page.locator("dialog[open]").getByLabel("Điều cần nhớ").inputValue()).toBe("Hỏi lại chi ủy");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Nghị quyết số 57-NQ/TW" }).click();
  await page.getByRole("heading", { level: 1, name: /Đột phá/ }).waitFor();
  // Without a network the phone asks in vain, and the browser says so.
  expect(errors.filter((error) => !/ERR_INTERNET_DISCONNECTED/.test(error))).toEqual([]);
});

test("five megabytes, a word without end, marks of direction and 2,000 tables open, scroll and are found in", async () => {
  const rows = Array.from({ length: 8 }, (_, y) =>
    ["TT", "Nội dung", "Chủ trì", "Hạn"].map((c) => `${c} ${y}`),
  );
  const filler = "Chi bộ tổ chức thực hiện và báo cáo kết quả đúng hạn. ".repeat(4);
  await publishOn(server.origin, data.root, [
    paper("501-BC/ĐU", "bao_cao", "Văn bản rất dài", [
      ...Array.from(
        { length: 12_000 },
        (_, i): Block =>
          i % 60 === 0 ? { k: "h", l: 3, t: `Điều ${i / 60 + 1}. Mục thứ ${i}` } : p(`${i}. ${filler}`),
      ),
      p(`\u202e\u200bĐ\u200bảng viên\u202c ${"\u200d".repeat(500)} kim dưới đáy bể`),
      p("x".repeat(1_000_000)),
    ]),
    paper("502-BC/ĐU", "bao_cao", "Văn bản nhiều bảng", [
      ...Array.from({ length: 2000 }, (): Block => ({ k: "t", h: 1, rows })),
      p("Hết 2.000 bảng."),
    ]),
  ]);
  const page = await enrolled(3);
  const errors = collectErrors(page);
  const blocks = page.locator(".reading [data-block]");
  const readPaper = async (number: string, words: string) => {
    await page.locator(".library-list a").filter({ hasText: number }).click();
    await blocks.first().waitFor();
    await page.getByRole("button", { name: "Tìm trong văn bản" }).click();
    await page.getByRole("searchbox").fill(words);
    await page.getByText("1/1", { exact: true }).waitFor();
    // What was typed is seen whole.
    expect(await page.getByRole("searchbox").evaluate((field) => field.scrollWidth - field.clientWidth)).toBe(
      0,
    );
    await expect.poll(() => inSight(page.locator(".found.here").first())).toBe(true);
    // Only what lies around is drawn.
    expect(await blocks.count()).toBeLessThan(600);
    await page.evaluate(() => scrollBy(0, -4000));
    await page.waitForTimeout(300);
    expect(
      await page.evaluate(() => document.elementFromPoint(180, 300)?.closest("[data-block]") !== null),
    ).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  };
  await readPaper("501-BC/ĐU", "kim duoi day be");
  await page.getByRole("button", { name: "Mục lục" }).click();
  await page.getByRole("link", { name: "Điều 150. Mục thứ 8940" }).click();
  await expect.poll(() => inSight(page.locator(".arrived"))).toBe(true);
  await page.getByRole("button", { name: "Quay lại" }).first().click();
  await page.goto(server.origin);
  await readPaper("502-BC/ĐU", "het 2.000 bang");
  expect(errors).toEqual([]);
});

test("even where markup got into the page, the policy lets no script of it run", async () => {
  const page = await (await newPhone(browser)).newPage();
  await page.goto(server.origin);
  const ran = await page.evaluate(async () => {
    const box = document.createElement("div");
    box.innerHTML = `<img src="x" onerror="window.pwned=1">`;
    document.body.append(box);
    const script = document.createElement("script");
    script.textContent = "window.pwned=2";
    document.body.append(script);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return (window as { pwned?: number }).pwned;
  });
  expect(ran).toBeUndefined();
});

test("a revoked phone wipes itself at its next contact, and says so", async () => {
  const page = await enrolled(1);
  await page.locator(".library-list li").first().waitFor();
  const key = await ownKey(page);
  const revoked = await signEntry(
    data.root,
    {
      type: "device.revoked",
      scopes: [cellScope(data.guestOrg), "office"],
      subject: key,
      body: { org: data.guestOrg, since: systemClock.now() - 1000 },
    },
    systemClock,
    systemRandom,
  );
  await pushOn(server.origin, data.root, [revoked]);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await page.getByText("Máy này không còn được ghi danh").waitFor();
  const left = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(left.filter((name) => name === "so-chi-bo")).toEqual([]);
});
