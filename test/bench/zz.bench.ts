import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "vitest";
import { openBenchOrigin } from "../support/bench-origin";
import { enrolHere, launchBrowser, newPhone } from "../support/browser";
import { generateDirectives } from "../support/directives";
import { prepareData } from "../support/prepared-data";
import { createServerProcess } from "../support/server-process";

const cpu = () => {
  const out = new Map<string, { t: number; name: string }>();
  for (const pid of readdirSync("/proc").filter((x) => /^[0-9]+$/.test(x))) {
    try {
      const cmd = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").join(" ");
      const kind = /--type=([a-z-]+)/.exec(cmd)?.[1] ?? cmd.slice(0, 60);
      const sub = /--utility-sub-type=([a-zA-Z._]+)/.exec(cmd)?.[1] ?? "";
      for (const tid of readdirSync(`/proc/${pid}/task`)) {
        const st = readFileSync(`/proc/${pid}/task/${tid}/stat`, "utf8");
        const comm = st.slice(st.indexOf("(") + 1, st.lastIndexOf(")"));
        const f = st.slice(st.lastIndexOf(")") + 2).split(" ");
        out.set(`${pid}/${tid}`, { t: Number(f[11]) + Number(f[12]), name: `${pid} ${kind} ${sub} ${comm}` });
      }
    } catch {}
  }
  return out;
};

test("profile", async () => {
  const N = Number(process.env.N ?? 2);
  const folder = mkdtempSync(join(tmpdir(), "fs-prof-"));
  const directives = generateDirectives(856, 20_000, 9);
  const data = await prepareData(folder, { directives, phones: 0, guests: N });
  const server = await createServerProcess(folder);
  await server.start();
  const origin = await openBenchOrigin(directives.map(({ json }) => json));
  const browser = await launchBrowser();
  for (let i = 0; i < N; i++) {
    const fp = await (await newPhone(browser)).newPage();
    await fp.goto(`${origin.origin}/floor.html`);
    const floor = await fp.evaluate((p) => (window as any).floor(p), "/floor");
    await fp.context().close();
    const phone = await newPhone(browser);
    const page = await phone.newPage();
    await page.addInitScript(() => {
      const seen: any = {};
      Object.assign(window, { seen });
      const look = () => {
        const now = performance.now();
        if (!seen.usable && document.querySelectorAll(".library-list li").length >= 10) seen.usable = now;
        const status = document.querySelector(".status-line")?.textContent ?? "";
        if (!seen.everything && seen.usable && status.includes("Đã đồng bộ")) seen.everything = now;
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(data.links(server.origin)[i] ?? "");
    await page.getByRole("button", { name: "Ghi danh máy này" }).waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.waitForTimeout(1500);
    const cdp = await phone.newCDPSession(page);
    const profile = i === N - 1 && !process.env.NOPROF;
    const sessions: any[] = [];
    if (profile) {
      await cdp.send("Profiler.enable");
      await cdp.send("Profiler.start");
    }
    const before = cpu();
    await enrolHere(page);
    await page.waitForFunction(() => (window as any).seen.everything, null, { timeout: 100_000 });
    const after = cpu();
    for (const [k, v] of after) {
      const d = v.t - (before.get(k)?.t ?? 0);
      if (d >= 5) console.log("cpu", d * 10, "ms", v.name);
    }
    if (profile) {
      const { profile: p } = await cdp.send("Profiler.stop");
      writeFileSync("/tmp/fs.cpuprofile", JSON.stringify(p));
    }
    const r = await page.evaluate(() => {
      const s = (performance.getEntriesByType("resource") as PerformanceResourceTiming[]).filter(
        (e) => new URL(e.name).pathname === "/sync",
      );
      const seen = (window as any).seen;
      const t0 = s[0]!.startTime;
      return {
        usable: seen.usable - t0,
        everything: seen.everything - t0,
        first: s[0]!.responseStart - t0,
        end: s.map((x) => x.responseEnd - t0),
        marks: performance.getEntriesByType("mark").map((m) => [m.name, Math.round(m.startTime - t0)]),
      };
    });
    console.log(JSON.stringify({ floor, ratio: r.everything / floor, ...r }));
    await phone.close();
  }
  await browser.close();
  origin.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}, 300_000);
