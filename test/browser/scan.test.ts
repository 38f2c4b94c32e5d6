import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { collectErrors, enrolBy, enrolHere, launchBrowser, newPhone } from "../support/browser";
import { cameraFeed, type FeedLook } from "../support/camera-feed";
import { longLink } from "../support/camera-looks";
import { decoderAtWork, launchWithCamera, missingParts } from "../support/scan-page";
import { createServerProcess, type ServerProcess } from "../support/server-process";

let folder: string;
let server: ServerProcess;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "scan-"));
  server = await createServerProcess(join(folder, "data"));
  await server.start();
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const somebodyElses = /không phải của Sổ Chi bộ/;

/** A phone whose camera sees this code. */
const phoneBefore = async (text: string, look: FeedLook, extra: readonly string[] = []) => {
  const film = join(folder, "feed.y4m");
  writeFileSync(film, cameraFeed(text, look));
  const browser = await launchWithCamera(film, extra);
  onTestFinished(() => browser.close());
  const context = await newPhone(browser);
  await context.grantPermissions(["camera"], { origin: server.origin });
  return context.newPage();
};

test("the camera reads an enrolment code, noisy, blurred and held askew, and the phone enrols", async () => {
  const look = { noise: 4, blur: 1, tilt: 8, size: 0.85, before: 10 };
  const page = await phoneBefore(server.link("member"), look);
  const errors = collectErrors(page);
  await page.goto(`${server.origin}/quet`);
  await page.waitForURL(/\/ghi-danh/, { timeout: 60_000 });
  await enrolHere(page);
  await page.getByText(/Đã đồng bộ/).waitFor();
  expect(errors).toEqual([]);
});

test("a code of somebody else is named as such and opens nothing", async () => {
  const page = await phoneBefore("https://example.net/menu", {});
  await page.goto(`${server.origin}/quet`);
  await page.getByText(somebodyElses).waitFor({ timeout: 60_000 });
  expect(new URL(page.url()).pathname).toBe("/quet");
});

test("the better eyes are kept with the scanner: the first scan may be in a hall without signal", async () => {
  const page = await phoneBefore(longLink(2), { noise: 12 });
  await enrolBy(page, server.link("office"));
  await expect.poll(() => missingParts(page), { timeout: 60_000 }).toEqual([]);
  await page.context().setOffline(true);
  await page.goto(`${server.origin}/quet`);
  await page.getByText(somebodyElses).waitFor({ timeout: 60_000 });
  expect(await decoderAtWork(page)).toBe("zxing-wasm");
});

test("without WebAssembly, as in a phone's lockdown mode, an easy code is still read", async () => {
  const page = await phoneBefore("https://example.net/menu", {}, ["--js-flags=--jitless"]);
  await page.goto(`${server.origin}/quet`);
  expect(await page.evaluate(() => typeof WebAssembly)).toBe("undefined");
  await page.getByText(somebodyElses).waitFor({ timeout: 60_000 });
  expect(await decoderAtWork(page)).toBe("zxing-js");
});

test("where the better eyes cannot be fetched the others look", async () => {
  const page = await phoneBefore("https://example.net/menu", {});
  await page.route(/zxing_reader/, (route) => route.abort());
  await page.goto(`${server.origin}/quet`);
  await page.getByText(somebodyElses).waitFor({ timeout: 60_000 });
  expect(await decoderAtWork(page)).toBe("zxing-js");
});

test("a refused camera is told how to be allowed, and the link leads the same way without it", async () => {
  const browser = await launchBrowser(["--use-fake-device-for-media-stream", "--deny-permission-prompts"]);
  onTestFinished(() => browser.close());
  const page = await (await newPhone(browser)).newPage();
  const errors = collectErrors(page);
  await page.goto(`${server.origin}/quet`);
  await page.getByText("Chưa được phép dùng máy ảnh").waitFor({ timeout: 60_000 });
  await page.getByText("cho phép “Máy ảnh”").waitFor();
  await page.getByRole("button", { name: "Thử lại" }).waitFor();
  await page.getByLabel("Dán hoặc gõ đường dẫn").fill(server.link("secretary"));
  await page.getByRole("button", { name: "Mở", exact: true }).click();
  await page.waitForURL(/\/ghi-danh/);
  await enrolHere(page);
  await page.getByText(/Đã đồng bộ/).waitFor();
  expect(errors).toEqual([]);
});

test("a scanner of which only parts came says what is missing, and opens by itself when the line is back", async () => {
  const page = await phoneBefore(server.link("member"), { before: 5 });
  // The picture can run; nothing that looks at it can be had.
  await page.route(/zxing_reader|wasm-decoder|native-decoder|js-decoder/, (route) => route.abort());
  await page.goto(`${server.origin}/quet`);
  await page.getByText("Phần đọc mã chưa về đủ trên máy").waitFor({ timeout: 60_000 });
  await page.unroute(/zxing_reader|wasm-decoder|native-decoder|js-decoder/);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await page.waitForURL(/\/ghi-danh/, { timeout: 60_000 });
});
