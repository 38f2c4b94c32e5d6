import type { Hash, KeyId, MemberId, PhotoId } from "../../../src/domain/ids";
import type { Random } from "../../../src/domain/random";
import { createSeededRandom } from "../../../src/domain/random";
import { createGrants, type Grants } from "../check/grants";
import { createListener, type Listener } from "../check/listener";
import { type Browser, createBrowser } from "../world/browser";
import { type Chance, createChance } from "../world/chance";
import { later, onTurn, worldNow } from "../world/loop";
import type { Overheard } from "../world/middleman";
import { createLine } from "../world/network";
import { openTab, type Tab } from "../world/phone";
import { type Backup, createServer, type Server } from "../world/server";
import { createTranscript, type Transcript } from "../world/transcript";
import { type Founding, found } from "./founding";
import { lineOf } from "./line";
import type { Plan } from "./plan";

export const origin = "https://so.example.vn";

/** One device: a person's phone or the office's desk. */
export interface Phone {
  readonly name: string;
  readonly member: MemberId;
  readonly office: boolean;
  readonly browser: Browser;
  /** The enrolment link that it was given. */
  readonly link: string;
  tabs: Tab[];
  /** Its clock's error, in milliseconds. */
  skew: number;
  up: boolean;
  /** The answer to its next push will be lost, and a bit of its outbox turn over. */
  decays: boolean;
  /** Somebody rewrites what passes on its line. */
  watched: boolean;
  readonly overheard: Overheard;
  /** How far its clock wanders beyond its error, in milliseconds: it is another one every few seconds. */
  wander: number;
  /** An app so old that the server no longer serves it. */
  outdated: boolean;
  key: KeyId | undefined;
  /** What became of it: a wiped or evicted phone says nothing more. */
  fate: "in-use" | "evicted";
  /** Faults and kills it has met, each of which may cost a page again. */
  interruptions: number;
  readonly line: { readonly faults: number };
}

export interface Stats {
  operations: number;
  refusedOperations: number;
  readonly byOperation: Record<string, number>;
  readonly faults: Record<string, number>;
  phoneKills: number;
  serverKills: number;
}

export interface World {
  readonly plan: Plan;
  readonly chance: Chance;
  readonly random: Random;
  readonly server: Server;
  readonly transcript: Transcript;
  readonly founding: Founding;
  readonly phones: Phone[];
  readonly stats: Stats;
  readonly grants: Grants;
  readonly listener: Listener;
  /** While true the network fails by the plan. */
  stormy: boolean;
  backup: Backup | undefined;
  /** Happens when the next push was answered, and of the answer no more than its verdicts arrived. */
  afterVerdicts: (() => void) | undefined;
  /** Words that somebody typed into minutes and that were on disk. */
  readonly typed: Map<string, Phone>;
  /** Photographed pages by their hashes, once the paper that they belong to was saved. */
  readonly pages: Map<Hash, { readonly phone: Phone; readonly photo: PhotoId; readonly bytes: Uint8Array }>;
  readonly meetings: string[];
  addPhone(person: { member: MemberId; link: string; office?: boolean }): Phone;
  open(phone: Phone): Tab;
  /** These have no line for a while, and get it back at the same moment. */
  loseLine(phones: readonly Phone[], ms: number): void;
  closeTabs(phone: Phone): void;
  fault(name: string): void;
  /** Kills the phone's tabs after so many turns of the whole world; or of its own in which it writes, at the last of them. */
  killSoon(phone: Phone, turns: number, inTransaction: boolean): void;
  crashSoon(turns: number, task: () => void): void;
  /** No kill and no crash that was to come comes any more. */
  calm(): void;
}

const letters = "abcdefghijklmnopqrstuvwxyz";
const nameOf = (n: number): string =>
  n < 26 ? (letters[n] ?? "") : `${nameOf(Math.floor(n / 26) - 1)}${nameOf(n % 26)}`;

/** −1 to 1, another one every seven seconds. */
const wanderingAt = (now: number): number => Math.sin(Math.floor(now / 7_000) * 12.9898);

interface Plot {
  left: number;
  /** Whether this turn counts. */
  readonly counts: () => boolean;
  readonly run: () => void;
}

export const noStats = (): Stats => ({
  operations: 0,
  refusedOperations: 0,
  byOperation: {},
  faults: {},
  phoneKills: 0,
  serverKills: 0,
});

export const createWorld = async (plan: Plan, start: number): Promise<World> => {
  const chance = createChance(plan.seed).fork(2);
  const random = createSeededRandom(plan.seed ^ 0x2f6e2b1);
  const transcript = createTranscript(start);
  const founding = await found(plan, random, origin);
  const stats = noStats();
  const server = createServer({
    kind: plan.kind,
    processes: plan.processes,
    root: founding.root.id,
    origin,
    load: plan.load,
    chance: chance.fork(3),
    say: (what) => transcript.say("server", what),
  });
  await server.start();
  await server.accept(founding.entries);
  const grants = createGrants();
  const phones: Phone[] = [];
  const listener = createListener(grants, server);
  const plots = new Set<Plot>();
  onTurn(() => {
    if (plots.size === 0) return;
    for (const plot of plots) {
      if (!plot.counts()) continue;
      plot.left -= 1;
      if (plot.left > 0) continue;
      plots.delete(plot);
      plot.run();
    }
  });

  const world: World = {
    plan,
    chance,
    random,
    server,
    transcript,
    founding,
    phones,
    stats,
    grants,
    listener,
    stormy: false,
    backup: undefined,
    afterVerdicts: undefined,
    typed: new Map(),
    pages: new Map(),
    meetings: [],
    fault: (name) => {
      stats.faults[name] = (stats.faults[name] ?? 0) + 1;
    },
    addPhone: ({ member, link, office = false }) => {
      const name = office ? "desk" : `phone-${nameOf(phones.length - 1)}`;
      const unique = phones.some((one) => one.name === name) ? `${name}${phones.length}` : name;
      const phone: Phone = {
        name: unique,
        member,
        office,
        browser: createBrowser(`${plan.seed}/${unique}`),
        link,
        tabs: [],
        skew: 0,
        up: true,
        decays: false,
        watched: false,
        overheard: [],
        wander: chance.yes(office ? 0.4 : 0.15) ? chance.between(1_000, 150_000) : 0,
        outdated: false,
        key: undefined,
        fate: "in-use",
        interruptions: 0,
        line: { faults: plan.lineFaults * chance.real() * 2 },
      };
      phones.push(phone);
      return phone;
    },
    open: (phone) => {
      const own = chance.fork(phones.indexOf(phone) * 131 + stats.phoneKills + 17);
      const tab = openTab({
        browser: phone.browser,
        server: origin,
        random: createSeededRandom((plan.seed * 7919 + Math.floor(own.real() * 1e9)) >>> 0),
        skew: () => phone.skew + phone.wander * wanderingAt(worldNow()),
        transport: (ports) => {
          const line = createLine(lineOf(world, phone, own), own);
          return (request) => (ports.alive() ? line(request) : new Promise<never>(() => undefined));
        },
      });
      phone.tabs.push(tab);
      return tab;
    },
    loseLine: (lost, ms) => {
      for (const phone of lost) {
        phone.up = false;
        transcript.say(phone.name, "has no line");
      }
      later(ms, () => {
        for (const phone of lost) {
          phone.up = true;
          for (const { ports } of phone.tabs) ports.signals.online();
        }
      });
    },
    closeTabs: (phone) => {
      for (const { ports } of phone.tabs) ports.kill();
      phone.tabs = [];
    },
    killSoon: (phone, turns, inTransaction) => {
      plots.add({
        left: turns,
        // Of turns that write each is as likely as the next: were it the first after a while, it would always be the beginning
        // of a transaction, and hardly ever the second of two that belong together.
        counts: () =>
          !inTransaction || phone.tabs.some(({ ports }) => ports.writing()) || phone.tabs.length === 0,
        run: () => {
          if (phone.tabs.length === 0) return;
          transcript.say(phone.name, inTransaction ? "is killed inside a transaction" : "is killed");
          stats.phoneKills += 1;
          phone.interruptions += 1;
          world.closeTabs(phone);
        },
      });
    },
    crashSoon: (turns, task) => {
      plots.add({ left: turns, counts: () => true, run: task });
    },
    calm: () => {
      plots.clear();
      world.afterVerdicts = undefined;
      server.spare();
    },
  };
  for (const { member, link, role } of founding.people)
    world.addPhone({ member, link, office: role === "office" });
  return world;
};
