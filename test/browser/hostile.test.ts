import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "../../src/domain/clock";
import { cellScope } from "../../src/domain/scope";
import { signEntry } from "../../src/protocol/signed-entry";
import { systemRandom } from "../../src/server/cli/open-office";
import { enrolBy, launchBrowser, newPhone } from "../support/browser";
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

let folder: string;
let server: ServerProcess;
let browser: Browser;
let data: Awaited<ReturnType<typeof prepareData>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hostile-"));
  data = await prepareData(folder, { guests: 2 });
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
