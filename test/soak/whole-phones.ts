import { gunzipSync } from "node:zlib";
import { expect } from "vitest";
import type { RunningDevice } from "../../src/device/create-device";
import type { DocumentRow } from "../../src/device/device";
import { numberedIds } from "../../src/device/store/numbers";
import { readWanted } from "../../src/device/store/wanted";
import type { Scope } from "../../src/domain/scope";
import { formatEnrolmentLink } from "../../src/protocol/enrolment-link";
import { parseSigned } from "../../src/protocol/sync-request";
import { next, startPhone } from "../support/phone";
import type { Commune } from "./founding";
import { idOf, type Ledger } from "./ledger";
import type { YearClock } from "./year-clock";

/** What a whole phone holds of one scope. */
export interface Held {
  readonly phone: string;
  readonly scope: Scope;
  readonly n: number;
  readonly digest: string;
  /** Entries that really lie in its store. */
  readonly entries: number;
}

/** The real device core, a few times: an office's desk, a secretary's phone and a member's, each somebody's other one. */
export interface WholePhones {
  /** They sync, and their owners read and confirm something. */
  live(): Promise<void>;
  /** They sync until nothing waits. */
  settle(): Promise<void>;
  held(): Promise<readonly Held[]>;
  /** What they lack or hold back; empty where all is well. */
  left(): Promise<readonly string[]>;
}

const names = ["desk", "secretary", "member"];
/** Papers that an owner reads each time; the first of them he confirms. */
const readsEachTime = 2;

const bodyOf = async (request: Request): Promise<string> => {
  const bytes = Buffer.from(await request.arrayBuffer());
  return (request.headers.get("Content-Encoding") === "gzip" ? gunzipSync(bytes) : bytes).toString();
};

export const startWholePhones = async (
  { tickets }: Commune,
  origin: string,
  ledger: Ledger,
  clock: YearClock,
): Promise<WholePhones> => {
  /** All that leaves a phone goes into the ledger; that it was kept, the phone's empty outbox says at the end. */
  const transport = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname === "/sync" || pathname === "/enrol")
      for (const text of (await bodyOf(request.clone())).split("\n")) {
        const signed = parseSigned(text);
        if (!signed) continue;
        ledger.written.set(idOf(signed), signed);
        ledger.acknowledged.add(idOf(signed));
      }
    return fetch(request);
  };
  const phones: RunningDevice[] = [];
  for (const ticket of tickets) {
    const phone = startPhone({ server: origin, transport, clock });
    expect(await phone.enrol(formatEnrolmentLink(origin, ticket))).toMatchObject({ ok: true });
    phones.push(phone);
  }

  const waiting = (phone: RunningDevice) => phone.store.mirror.outbox.count();
  const sync = async (phone: RunningDevice) => {
    for (let tries = 0; tries < 5; tries += 1) {
      await phone.sync();
      if ((await waiting(phone)) === 0) break;
    }
  };
  const newest = async (phone: RunningDevice): Promise<readonly DocumentRow[]> =>
    (await next(phone.library.list({ show: "all", limit: readsEachTime }))).rows;

  return {
    live: async () => {
      for (const phone of phones) {
        await sync(phone);
        for (const [i, { id }] of (await newest(phone)).entries())
          await (i === 0 ? phone.library.acknowledge(id) : phone.library.markRead(id));
        await sync(phone);
      }
    },
    settle: async () => {
      for (const phone of phones) await sync(phone);
    },
    held: async () => {
      const all: Held[] = [];
      for (const [i, phone] of phones.entries()) {
        const { mirror } = phone.store;
        for (const { scope, n, digest } of await mirror.scopes.toArray())
          all.push({
            phone: names[i] ?? "",
            scope,
            n,
            digest,
            entries: (await numberedIds(mirror, scope)).length,
          });
      }
      return all;
    },
    left: async () => {
      const left: string[] = [];
      for (const [i, phone] of phones.entries()) {
        const { mirror } = phone.store;
        const counts = {
          "in the outbox": await waiting(phone),
          "texts wanted": (await readWanted(mirror)).filter(({ state }) => state === "missing").length,
          "set aside": await mirror.quarantine.count(),
        };
        for (const [what, count] of Object.entries(counts))
          if (count > 0) left.push(`${names[i]}: ${count} ${what}`);
        const { problem } = phone.state.getState().sync;
        if (problem) left.push(`${names[i]}: ${problem}`);
      }
      return left;
    },
  };
};
