import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildSegment } from "../../src/device/search/build-segment";
import { openBenchOrigin } from "../support/bench-origin";
import { enrolHere, type Line, launchBrowser, limit, newPhone, noLimits, slowLine } from "../support/browser";
import { generateDirectives } from "../support/directives";
import { median } from "../support/median";
import { publishOn } from "../support/office-client";
import { prepareData } from "../support/prepared-data";
import { createServerProcess, type ServerProcess } from "../support/server-process";

/** The 856 papers of the seed, 20 kB of text each. */
const paperCount = 856;
const paperBytes = 20_000;
const fresh = 5;
const rounds = Number(process.env.ROUNDS ?? 3);

const all = generateDirectives(paperCount + fresh * rounds * 2, paperBytes, 9);
const directives = all.slice(0, paperCount);
const later = all.slice(paperCount);

let folder: string;
let server: ServerProcess;
let floorOrigin: Awaited<ReturnType<typeof openBenchOrigin>>;
let browser: Browser;
let data: Awaited<ReturnType<typeof prepareData>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "first-sync-"));
  // A link for each run of the app, since they are used once, and one for the phone that comes first.
  data = await prepareData(folder, { directives, phones: 0, guests: rounds * 4 + 1 });
  server = await createServerProcess(folder);
  await server.start();
  floorOrigin = await openBenchOrigin(directives.map(({ json }) => json));
  browser = await launchBrowser();
  // The server packs texts for the first phone that asks and keeps them for all others, as the floor's stream is packed.
  const { phone } = await firstSync(noLimits, rounds * 4);
  await phone.page.context().close();
});
afterAll(async () => {
  await browser?.close();
  floorOrigin?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Sync {
  /** Milliseconds from the request to a list with papers in it. */
  readonly usable: number;
  /** To the whole answer applied: every text verified, indexed and on the phone. */
  readonly everything: number;
  readonly requests: number;
}

/**
 * Watches the page at each of its changes: when rows stand in the list, when the status says that all is here. Not
 * frame by frame: frames that only the watching asks for would cost the app, and not the floor, a tenth of a core.
 */
const watch = (page: Page) =>
  page.addInitScript(() => {
    const seen: Record<string, number> = {};
    Object.assign(window, { seen });
    const look = () => {
      const now = performance.now();
      if (!seen.usable && document.querySelectorAll(".library-list li").length >= 10) seen.usable = now;
      const status = document.querySelector(".status-line")?.textContent ?? "";
      if (!seen.everything && seen.usable && status.includes("Đã đồng bộ")) seen.everything = now;
      const unread = Number(
        /Chưa đọc ([0-9]+)/.exec(document.querySelector(".chips")?.textContent ?? "")?.[1],
      );
      const coming = document.querySelector(".library-list")?.textContent?.includes("đang tải nội dung");
      if (seen.awaited && !seen.arrived && unread >= seen.awaited && !coming) seen.arrived = now;
      seen.unread = unread;
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  });

const syncRequests = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(({ name }) => new URL(name).pathname === "/sync")
      .map(({ startTime }) => startTime),
  );

/** A page that can be put on its line for a measurement, and off it: slowed, it takes its part of a core even idle. */
interface OnLine {
  readonly page: Page;
  /** Runs the task while this page alone is slowed. */
  slowed<T>(task: () => Promise<T>): Promise<T>;
}

const onLine = async (page: Page, line: Line): Promise<OnLine> => {
  const session = await page.context().newCDPSession(page);
  return {
    page,
    slowed: async (task) => {
      await limit(page, line, session);
      const result = await task();
      await limit(page, noLimits, session);
      return result;
    },
  };
};

/** Turns the app's index worker into one that checks texts and hands back a piece of index with nothing in it. */
const idle = (script: string) => `${script};{
  const check = self.onmessage;
  const post = self.postMessage.bind(self);
  let papers = [];
  self.onmessage = ({ data: [texts, heads] }) => {
    papers = heads.map(({ id }) => id);
    return check({ data: [texts, []] });
  };
  self.postMessage = (answer, given) =>
    post(answer.packs ? { ...answer, segment: { papers, bytes: new Uint8Array([${buildSegment([])}]) } } : answer, given);
}`;
/** The service worker answers before any route would, so the copy that it keeps is what is exchanged. */
const withoutIndex = async (page: Page) => {
  const scripts = await page.evaluate(async () => {
    const found: [cache: string, url: string, script: string][] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const { url } of await cache.keys())
        if (/\/index-worker-[^/]*\.js/.test(url))
          found.push([name, url, (await (await cache.match(url))?.text()) ?? ""]);
    }
    return found;
  });
  expect(scripts).toHaveLength(1);
  for (const [name, url, script] of scripts)
    await page.evaluate(
      async ([name, url, script]) => {
        const headers = { "content-type": "text/javascript" };
        await (await caches.open(name)).put(url, new Response(script, { headers }));
      },
      [name, url, idle(script)] as const,
    );
};

const firstSync = async (
  line: Line,
  guest: number,
  { indexed = true } = {},
): Promise<{ sync: Sync; phone: OnLine }> => {
  const page = await (await newPhone(browser)).newPage();
  await watch(page);
  await page.goto(data.links(server.origin)[guest] ?? "");
  await page.getByRole("button", { name: "Ghi danh máy này" }).waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  if (!indexed) await withoutIndex(page);
  const phone = await onLine(page, line);
  await phone.slowed(async () => {
    await enrolHere(page);
    await page.waitForFunction(
      () => (window as unknown as { seen: Record<string, number> }).seen.everything,
      null,
      { timeout: 300_000 },
    );
  });
  const seen = await page.evaluate(() => (window as unknown as { seen: Record<string, number> }).seen);
  const starts = await syncRequests(page);
  const start = starts[0] ?? 0;
  return {
    phone,
    sync: {
      usable: (seen.usable ?? 0) - start,
      everything: (seen.everything ?? 0) - start,
      requests: starts.length,
    },
  };
};

/** Bytes of the search index that lie on a phone. */
const indexBytes = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("so-chi-bo");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction("searchSegments").objectStore("searchSegments").getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result.reduce((sum, { bytes }) => sum + bytes.length, 0));
          };
        };
      }),
  );

const floorPage = async (line: Line): Promise<OnLine> => {
  const page = await (await newPhone(browser)).newPage();
  await page.goto(`${floorOrigin.origin}/floor.html`);
  return onLine(page, line);
};
const runIndexing = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { indexing(path: string): Promise<number> }).indexing("/floor"));
const runFloor = ({ page, slowed }: OnLine, path: string): Promise<number> =>
  slowed(() =>
    page.evaluate(
      (path) => (window as unknown as { floor(path: string): Promise<number> }).floor(path),
      path,
    ),
  );

/** Five more papers while the app is open: from the trigger to rows that count them and miss no text. */
const smallSync = async ({ page, slowed }: OnLine, papers: typeof later): Promise<number> => {
  await publishOn(server.origin, data.root, papers);
  await slowed(async () => {
    await page.evaluate((fresh) => {
      const seen = (window as unknown as { seen: Record<string, number> }).seen;
      seen.awaited = (seen.unread ?? 0) + fresh;
      seen.arrived = 0;
      seen.asked = performance.now();
      window.dispatchEvent(new Event("online"));
    }, fresh);
    await page.waitForFunction(
      () => (window as unknown as { seen: Record<string, number> }).seen.arrived,
      null,
      { timeout: 60_000 },
    );
  });
  const seen = await page.evaluate(() => (window as unknown as { seen: Record<string, number> }).seen);
  return (seen.arrived ?? Number.NaN) - (seen.asked ?? Number.NaN);
};

const compare = async (name: string, line: Line, offset: number) => {
  const syncs: Sync[] = [];
  const floors: number[] = [];
  const smalls: number[] = [];
  const smallFloors: number[] = [];
  const indexings: number[] = [];
  const added: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const floor = await floorPage(line);
    floors.push(await runFloor(floor, "/floor"));
    const guest = (offset * rounds + round) * 2;
    const bare = await firstSync(line, guest, { indexed: false });
    const bareIndex = await indexBytes(bare.phone.page);
    await bare.phone.page.context().close();
    const { sync, phone } = await firstSync(line, guest + 1);
    // Else both sides would have been the same.
    expect(bareIndex * 100).toBeLessThan(await indexBytes(phone.page));
    syncs.push(sync);
    added.push(sync.everything / bare.sync.everything - 1);
    indexings.push(await floor.slowed(() => runIndexing(floor.page)));
    const papers = later.slice((offset * rounds + round) * fresh, (offset * rounds + round + 1) * fresh);
    floorOrigin.stream(
      "/small",
      papers.map(({ json }) => json),
    );
    smallFloors.push(await runFloor(floor, "/small"));
    smalls.push(await smallSync(phone, papers));
    await floor.page.context().close();
    await phone.page.context().close();
  }
  const ratio = (of: (sync: Sync) => number) => median(syncs.map((sync, i) => of(sync) / (floors[i] ?? 1)));
  const result = {
    usable: ratio(({ usable }) => usable),
    everything: ratio(({ everything }) => everything),
    small: median(smalls.map((ms, i) => ms / (smallFloors[i] ?? 1))),
    /** What the same sync takes longer than one with an index worker that makes none. */
    indexing: median(added),
    requests: Math.max(...syncs.map(({ requests }) => requests)),
  };
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  process.stdout.write(
    [
      `${name}: medians of ${rounds} pairs`,
      `  floor                 ${seconds(median(floors))}`,
      `  list usable           ${seconds(median(syncs.map(({ usable }) => usable)))}  = ${result.usable.toFixed(3)} × floor`,
      `  everything            ${seconds(median(syncs.map(({ everything }) => everything)))}  = ${result.everything.toFixed(2)} × floor, ${result.requests} requests`,
      `  indexing adds         ${(result.indexing * 100).toFixed(0)} %; by itself it takes ${seconds(median(indexings))}`,
      `  five new papers       ${seconds(median(smalls))}  = ${result.small.toFixed(2)} × floor (${seconds(median(smallFloors))})`,
      "",
    ].join("\n"),
  );
  return result;
};

test("first sync of 856 directives without limits", async () => {
  const result = await compare("no limits", noLimits, 0);
  expect(result.requests).toBeLessThanOrEqual(3);
  expect(result.everything).toBeLessThanOrEqual(1.5);
  expect(result.indexing).toBeLessThanOrEqual(0.3);
});

test("first sync of 856 directives on the slow line", async () => {
  const result = await compare("slow line (4× CPU, 1.6 Mbit/s, 150 ms)", slowLine, 1);
  expect(result.requests).toBeLessThanOrEqual(3);
  expect(result.usable).toBeLessThanOrEqual(0.15);
  expect(result.everything).toBeLessThanOrEqual(1.05);
  expect(result.small).toBeLessThanOrEqual(1.2);
});
