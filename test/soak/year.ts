import { documentAcknowledged, documentRead, receiptScopes } from "../../src/domain/document";
import { createSeededRandom } from "../../src/domain/random";
import { type Draft, signEntry } from "../../src/protocol/signed-entry";
import { systemRandom } from "../../src/server/cli/open-office";
import { type GeneratedDirective, generateDirectives } from "../support/directives";
import type { Commune } from "./founding";
import { keepFounding, type Ledger } from "./ledger";
import { type LightPhone, syncPhone } from "./light-phone";
import type { Line } from "./line";
import { type CellMeeting, createMeeting, type Deed, type Muse } from "./meetings";
import { connections, habits, type Plan, papersIn, syncsAlone, textBytes } from "./plan";
import { createDesk } from "./publishing";
import type { Traffic } from "./traffic";
import type { WholePhones } from "./whole-phones";
import type { YearClock } from "./year-clock";

const daysPerMonth = 365 / 12;

export interface YearParts {
  readonly plan: Plan;
  readonly commune: Commune;
  readonly line: Line;
  readonly ledger: Ledger;
  readonly clock: YearClock;
  readonly traffic: Traffic;
  readonly whole: WholePhones;
}

export interface Year {
  /** First syncs are over before the year begins. */
  begin(): Promise<void>;
  /** Lives through a month, counted from 0. */
  month(month: number): Promise<void>;
  /** Everyone hears the last of it, and nobody writes any more. */
  settle(): Promise<void>;
}

const passages = (papers: readonly GeneratedDirective[]): string =>
  papers
    .flatMap(({ text }) => text.blocks)
    .flatMap((block) => ("r" in block ? block.r.filter((run) => typeof run === "string") : []))
    .join(" ");

/** A year in the life of a commune. */
export const createYear = ({ plan, commune, line, ledger, clock, traffic, whole }: YearParts): Year => {
  const random = createSeededRandom(plan.seed + 1);
  const draw = () => random.next();
  const { cells, phones } = commune;
  keepFounding(ledger, commune.entries);
  const orgs = cells.map(({ org }) => org);
  const desk = createDesk(commune.desk, orgs, { line, ledger, clock, draw });
  const talk = passages(generateDirectives(8, textBytes, plan.seed + 2));
  const muse: Muse = {
    chance: (share) => draw() < share,
    passage: (letters) => {
      const from = Math.floor(draw() * (talk.length - letters));
      return talk
        .slice(from, from + letters)
        .normalize("NFC")
        .trim();
    },
  };

  const write = async (phone: LightPhone, draft: Draft) => {
    const { entry, signature, payload } = await signEntry(phone.signer, draft, clock, systemRandom);
    ledger.written.set(entry.id, { signature, payload });
    phone.outbox.push({ signature, payload });
  };
  const writeAll = async (deeds: readonly Deed[]) => {
    for (const [{ phone }, draft] of deeds) await write(phone, draft);
  };

  /** What came since the last time is looked at: some of it is read, what asks for it is confirmed. */
  const lookThrough = async (phone: LightPhone) => {
    const receipts = phone.unread.flatMap(({ document, asksConfirmation }): Draft[] => {
      const scopes = receiptScopes(phone.org, phone.member);
      const draft = (type: string): Draft => ({ type, scopes, subject: document, body: {} });
      const confirms = asksConfirmation && draw() < habits.confirms;
      return [
        ...(confirms || draw() < habits.reads ? [draft(documentRead.type)] : []),
        ...(confirms ? [draft(documentAcknowledged.type)] : []),
      ];
    });
    phone.unread = [];
    for (const draft of receipts) await write(phone, draft);
  };

  const atOnce = async <T>(things: readonly T[], many: number, work: (one: T) => Promise<void>) => {
    const queue = [...things];
    const serve = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) await work(next);
    };
    await Promise.all(Array.from({ length: many }, serve));
  };
  const shuffled = () => [...phones].sort(() => draw() - 0.5);

  /** The phones come to the network: a few one by one, then all the others at once. */
  const syncAll = async (month: number) => {
    const order = shuffled();
    const few = order.splice(0, Math.min(syncsAlone, Math.ceil(order.length / 4)));
    for (const phone of few) traffic.alone(month, phone, await syncPhone(phone, line, ledger));
    await atOnce(order, connections, async (phone) => {
      traffic.together(month, phone, await syncPhone(phone, line, ledger));
    });
  };

  /** The four parts of a meeting, spread over the syncs of a month. */
  const stepsOf = (meetings: readonly CellMeeting[]) => {
    const all = async (deeds: (meeting: CellMeeting) => Deed[] | Promise<Deed[]>) => {
      for (const meeting of meetings) await writeAll(await deeds(meeting));
    };
    return [
      () => all((meeting) => meeting.call(clock.now() + 86_400_000)),
      () => all((meeting) => meeting.hold(clock.now())),
      () => all((meeting) => meeting.close(clock.now())),
      () => all((meeting) => meeting.progress()),
    ];
  };

  return {
    begin: async () => {
      await whole.settle();
      await syncPhone(commune.desk, line, ledger);
    },
    month: async (month) => {
      const papers = generateDirectives(papersIn(month), textBytes, plan.seed + 100 + month);
      const steps = stepsOf(cells.map((cell) => createMeeting(cell, muse)));
      for (let round = 0; round < plan.syncs; round += 1) {
        const share = (from: number) => Math.floor((from * round) / plan.syncs);
        const until = (from: number) => Math.floor((from * (round + 1)) / plan.syncs);
        await clock.reach((month + round / plan.syncs) * daysPerMonth);
        if (round === 0 && month > 0) await desk.recall();
        await desk.publish(papers.slice(share(papers.length), until(papers.length)));
        for (const step of steps.slice(share(steps.length), until(steps.length))) await step();
        await atOnce(phones, connections, lookThrough);
        await syncAll(month);
        await whole.live();
        ledger.forgetLinks();
      }
    },
    settle: async () => {
      // A whole phone may have something to say after it heard the others, which they hear after that.
      for (let round = 0; round < 2; round += 1) {
        await whole.settle();
        await atOnce([commune.desk, ...phones], connections, async (phone) => {
          await syncPhone(phone, line, ledger);
        });
      }
      await whole.settle();
      ledger.forgetLinks();
    },
  };
};
