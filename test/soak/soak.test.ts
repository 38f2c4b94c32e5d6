import { afterAll, expect, onTestFinished, test } from "vitest";
import { embeddedFolder } from "../support/embedded";
import { temporaryFolder } from "../support/folder";
import { startPostgres, type TestPostgres } from "../support/postgres";
import { createServerProcess } from "../support/server-process";
import { measureDisk } from "./disk";
import { checkEnd } from "./end-check";
import { foundCommune } from "./founding";
import { createGauge } from "./gauge";
import { growthOf, type MonthEnd } from "./growth";
import { createLedger } from "./ledger";
import { createLine } from "./line";
import { connections, planFrom } from "./plan";
import { say, sayMonth, sayOutcome, sayPlan } from "./report";
import { createTraffic } from "./traffic";
import { startWholePhones } from "./whole-phones";
import { createYear } from "./year";
import { createYearClock } from "./year-clock";

const plan = planFrom(process.env);

let postgres: TestPostgres | undefined;
afterAll(() => postgres?.stop(), 30_000);

test("a commune's year: nothing is lost, all copies are equal, the server's memory does not grow", async () => {
  sayPlan(plan);
  const began = performance.now();
  const seconds = (since: number) => (performance.now() - since) / 1000;
  if (plan.postgres) postgres = await startPostgres();
  const databaseUrl = await postgres?.newDatabase();
  const dataDir = databaseUrl ? temporaryFolder() : await embeddedFolder();
  const gauge = createGauge(dataDir);
  const clock = createYearClock(gauge);
  const commune = await foundCommune(plan, { dataDir, databaseUrl }, clock);
  const env = { ...gauge.env, ...(databaseUrl && { DATABASE_URL: databaseUrl }) };
  const server = await createServerProcess(dataDir, [], env, { bare: true });
  onTestFinished(() => server.kill());
  await server.start();

  const ledger = createLedger();
  const traffic = createTraffic();
  const line = createLine(server.origin, clock, connections);
  onTestFinished(() => line.close());
  const whole = await startWholePhones(commune, server.origin, ledger, clock);
  const year = createYear({ plan, commune, line, ledger, clock, traffic, whole });
  await year.begin();
  say(`founded, and three whole phones hold it, after ${seconds(began).toFixed(0)} s`);
  const months: MonthEnd[] = [];
  let { cpu } = await gauge.read();
  for (let month = 0; month < plan.months; month += 1) {
    const since = performance.now();
    await year.month(month);
    const memory = await gauge.read();
    const end = { entries: ledger.acknowledged.size, memory, disk: await measureDisk(dataDir, databaseUrl) };
    months.push(end);
    sayMonth(month, traffic, end, memory.cpu - cpu, seconds(since));
    cpu = memory.cpu;
  }
  await year.settle();

  // What is compared from here on was on its disk when it was killed.
  await server.kill();
  const killed = performance.now();
  await server.start();
  const restart = seconds(killed);
  await clock.tell();
  const held = await whole.held();
  const check = await checkEnd(commune, line, ledger, held);
  for (const what of await whole.left()) ledger.fault(`whole ${what}`);
  const growth = growthOf(months);
  const disk = await measureDisk(dataDir, databaseUrl);
  const limits = { limited: line.limited(), broken: line.broken() };
  sayOutcome({ traffic, check, disk, growth, ...limits, restart, seconds: seconds(began) });
  for (const fault of ledger.faults) say(`✗ ${fault}`);
  expect(ledger.faults).toEqual([]);
  expect(check.listed).toBe(check.acknowledged);
  expect(check.listed).toBe(ledger.written.size);
  expect(growth?.steady).not.toBe(false);
  expect(await server.stop()).toBe(0);
});
