import { createHash } from "node:crypto";
import { judgeAdmission } from "../check/admission";
import { judgeKey } from "../check/enrolment";
import {
  type Confirmed,
  isAlive,
  judge,
  noteConfirmed,
  type Violation,
  waitingOn,
} from "../check/invariants";
import { judgeNumbering } from "../check/numbering";
import { forgetBrowsers } from "../world/browser";
import { later, runWorld, sleep, turnsSoFar, worldNow } from "../world/loop";
import { beginSeams } from "../world/seams";
import { strikePhone, strikeServer } from "./faults";
import { nextOperation, operate } from "./operations";
import { type Plan, planOf } from "./plan";
import { createWorld, noStats, type Phone, type Stats, type World } from "./world";

export interface SeedResult {
  readonly seed: number;
  readonly plan: Plan;
  readonly stats: Stats;
  readonly acknowledged: number;
  readonly entries: number;
  readonly phones: number;
  readonly turns: number;
  readonly phases: readonly number[];
  readonly violations: readonly Violation[];
  readonly transcript: readonly string[];
  /** Of all that was written: the same whenever the seed is played. */
  readonly digest: string;
}

const start = Date.UTC(2026, 10, 24, 1);
const minute = 60_000;
/** Invariant 5. */
const drainLimit = 10 * minute;
/** Phones sync every quarter of an hour by themselves: after two of them all is quiet. */
const quiet = 35 * minute;

/** A killed tab leaves promises that nobody waits for any more. */
process.on("unhandledRejection", () => undefined);

/** One world from founding to judgement. */
export const runSeed = async (seed: number): Promise<SeedResult> => {
  const plan = planOf(seed);
  beginSeams(seed, start, plan.turnCost);
  const confirmed: Confirmed = { entries: new Map() };
  const found: Violation[] = [];
  let world: World | undefined;
  const phases: number[] = [];
  const story = async () => {
    world = await createWorld(plan, start);
    await enrolAll(world);
    phases.push(turnsSoFar());
    await live(world, confirmed);
    phases.push(turnsSoFar());
    const enrolling = await heal(world);
    await sleep(drainLimit);
    for (const phone of world.phones) {
      const left = isAlive(phone) ? waitingOn(phone).length : 0;
      if (left > 0 && world.grants.of(phone.key ?? "", worldNow()))
        found.push(`5: ${phone.name} has ${left} entries unsent ten minutes after all was healed`);
    }
    await sleep(quiet);
    for (const phone of enrolling)
      found.push(`5: enrol() of ${phone.name} has not answered since all was healed`);
    found.push(...judge(world, confirmed), ...judgeNumbering(world.server));
    for (const phone of world.phones)
      found.push(...(await judgeKey(phone)), ...(await judgeAdmission(world, phone)));
  };
  try {
    await runWorld(story());
  } catch (error) {
    found.push(`0: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
  }
  const ended = world;
  for (const phone of ended?.phones ?? []) for (const { ports } of phone.tabs) ports.kill();
  const result: SeedResult = {
    seed,
    plan,
    stats: ended?.stats ?? noStats(),
    acknowledged: ended?.listener.acknowledged.size ?? 0,
    entries: ended?.server.entries().length ?? 0,
    phones: ended?.phones.length ?? 0,
    turns: turnsSoFar(),
    phases,
    violations: [...new Set(found)],
    transcript: ended?.transcript.lines ?? [],
    digest: createHash("sha256")
      .update((ended?.server.entries() ?? []).map(({ payload }) => payload).join("\n"))
      .digest("hex"),
  };
  forgetBrowsers();
  return result;
};

const enrol = async (phone: Phone): Promise<void> => {
  const [tab] = phone.tabs;
  if (!tab) return;
  const enrolled = await tab.device.enrol(phone.link);
  if (enrolled.ok) phone.key = enrolled.value.key;
};

const enrolAll = async (world: World) => {
  for (const phone of world.phones) {
    const { device } = world.open(phone);
    await device.opened;
    await enrol(phone);
    if (!phone.key) throw new Error(`${phone.name} could not enrol`);
    await device.sync();
  }
};

const live = async (world: World, confirmed: Confirmed) => {
  const { chance, plan, stats, server } = world;
  world.stormy = true;
  const keepBackups = () => {
    if (!world.stormy) return;
    if (server.running()) world.backup = server.backup();
    later(60 * minute, keepBackups);
  };
  keepBackups();
  while (stats.operations < plan.operations) {
    await sleep(chance.yes(0.75) ? chance.between(0, 60) : chance.between(500, 120_000));
    const phone = chance.pick(world.phones.filter(({ fate }) => fate === "in-use"));
    if (!phone) continue;
    for (const one of world.phones) noteConfirmed(one, confirmed);
    if (chance.yes(plan.phoneFaults)) strikePhone(world, phone);
    if (chance.yes(plan.serverFaults)) strikeServer(world);
    const tab = chance.pick(phone.tabs);
    if (!tab) {
      if (chance.yes(0.2)) world.open(phone);
      continue;
    }
    if (!phone.key) {
      void enrol(phone).catch(() => undefined);
      stats.operations += 1;
      continue;
    }
    const operation = nextOperation(world, phone, tab);
    void operate(world, phone, tab, operation).then(() => {
      if (tab.ports.alive()) noteConfirmed(phone, confirmed);
    });
  }
};

/** The storm is over: server up, lines up, room on every phone, every app of today and open. Those who enrol only now. */
const heal = async (world: World): Promise<ReadonlySet<Phone>> => {
  world.stormy = false;
  world.calm();
  await sleep(5_000);
  world.transcript.say("world", "is healed");
  if (!world.server.running()) await world.server.start();
  for (const phone of world.phones) {
    if (phone.fate !== "in-use") continue;
    phone.up = true;
    phone.outdated = false;
    phone.decays = false;
    phone.watched = false;
    phone.wander = 0;
    phone.browser.full = false;
    world.closeTabs(phone);
    world.open(phone);
  }
  await sleep(1_000);
  const enrolling = new Set(world.phones.filter(({ fate, key }) => fate === "in-use" && !key));
  for (const phone of enrolling)
    void enrol(phone)
      .catch(() => undefined)
      .then(() => enrolling.delete(phone));
  return enrolling;
};
