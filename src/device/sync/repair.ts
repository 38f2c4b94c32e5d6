import type { EntryId } from "../../domain/ids";
import type { Scope } from "../../domain/scope";
import { emptyDigest, extendDigest } from "../../protocol/digest";
import { pageEntries, retainAcknowledged } from "../../protocol/limits";
import { parseEntry, type SignedEntry } from "../../protocol/signed-entry";
import { parseSigned } from "../../protocol/sync-request";
import { applyEarly } from "../apply/apply-page";
import type { Core } from "../core";
import { addEntries, getEntries } from "../store/entries";
import { getMeta, putMeta } from "../store/meta";
import { numberedIds, numberRows } from "../store/numbers";
import type { EntryRow, NumberRow, OutboxRow } from "../store/rows";
import { changeWanted } from "../store/wanted";
import type { Answered } from "./exchange";
import { lineToText, readLines } from "./read-lines";

/*
 * A copy that differs from the server's is mended by comparing ids, never by wiping: what the phone lacks is fetched,
 * what the server lacks (it was restored from a backup) is put in the outbox, and the scope takes the server's
 * numbers. Rare, and not on the first path.
 */

interface Listed {
  readonly n: number;
  readonly id: EntryId;
  readonly signature: string;
}

/** As many ids as the server takes in one request. */
const fetchBatch = 400;

/** A scope that still differs after this many repairs in one run waits for the next run. */
const repairsEach = 2;

/**
 * Repairs what differs; after the server was restored all that it names. `repairs`: how often each scope was repaired in this run.
 * True where a further round trip is worth it.
 */
export const mendScopes = async (
  core: Core,
  { answer, restored, scopes: named }: Answered,
  repairs: Map<Scope, number>,
): Promise<boolean> => {
  const { mirror } = core.store;
  const here = await mirror.scopes.toCollection().primaryKeys();
  const differ = here.filter((scope) => named.includes(scope) && (restored || answer.repair.has(scope)));
  const due = differ.filter((scope) => (repairs.get(scope) ?? 0) < repairsEach);
  // The epoch may be called settled only when every scope is: what the server lost is told by no later answer. Until then
  // the run ends here: what comes after it would give a scope the server's numbers before what they lack was brought.
  const unsettled = () => {
    answer.whole = false;
    return false;
  };
  if (restored && due.length < differ.length) return unsettled();
  // A page that did not fit a scope of which nothing is here yet: it comes again from the start.
  if (due.length === 0 && !restored) return false;
  for (const scope of due) repairs.set(scope, (repairs.get(scope) ?? 0) + 1);
  if (!(await repairScopes(core, due, restored))) return restored && unsettled();
  if (restored && answer.hello) await settleEpoch(core, answer.hello.epoch, named);
  return true;
};

/**
 * All that the restored server names is as it has it. Of what it does not name it has perhaps lost the grant, which a desk
 * brings back: then this phone must bring what stood there.
 */
const settleEpoch = ({ store: { mirror } }: Core, epoch: string, named: readonly Scope[]): Promise<void> =>
  mirror.transaction("rw", [mirror.scopes, mirror.meta], async () => {
    const unnamed = await mirror.scopes.filter(({ scope }) => !named.includes(scope)).toArray();
    await mirror.scopes.bulkPut(unnamed.map((row) => ({ ...row, behind: true })));
    await putMeta(mirror, "sync", { ...(await getMeta(mirror, "sync")), epoch });
  });

/**
 * Brings these scopes to the server's numbers; what is set aside and `doubtful` is fetched again. False where the line broke:
 * what was mended so far stays, the rest is for the next run.
 */
export const repairScopes = async (
  core: Core,
  scopes: readonly Scope[],
  restored: boolean,
  doubtful: ReadonlySet<EntryId> = new Set(),
): Promise<boolean> => {
  // First the person's own, as his own: what the outbox has already is not queued as somebody's.
  if (restored) {
    await returnAcknowledged(core);
    await returnEnrolment(core, scopes);
  }
  for (const scope of scopes) if (!(await repairScope(core, scope, restored, doubtful))) return false;
  return true;
};

const repairScope = async (
  core: Core,
  scope: Scope,
  restored: boolean,
  doubtful: ReadonlySet<EntryId>,
): Promise<boolean> => {
  const { mirror } = core.store;
  const listed = await listIds(core, scope);
  if (!listed) return false;
  const ids = listed.map(({ id }) => id);
  const here = await getEntries(mirror, ids);
  const aside = await mirror.quarantine.bulkGet(ids);
  // What was withheld may have been a slip: a server restored between two questions does not give out what it had just named.
  const missing = ids.filter((id, i) => !here.get(id)?.type && (!aside[i] || doubtful.has(id)));
  const fetched = await fetchEntries(core, missing);
  if (!fetched) return false;

  const behind = (await mirror.scopes.get(scope))?.behind;
  if (restored || behind) await returnLost(core, scope, new Set(ids));
  await renumber(core, scope, listed);
  return true;
};

const listIds = async (core: Core, scope: Scope): Promise<readonly Listed[] | undefined> => {
  const response = await core.http.signed({
    method: "POST",
    path: "/ids",
    body: JSON.stringify({ scope }),
    headers: { "Content-Type": "application/json" },
  });
  if (!response.ok || !response.value.body) return undefined;
  const listed: Listed[] = [];
  try {
    for await (const lines of readLines(response.value.body, core.deps.timer))
      for (const line of lines) {
        const [n, id, signature] = lineToText(line).split(" ");
        if (Number(n) !== listed.length + 1 || !id || signature?.length !== 86) return undefined;
        listed.push({ n: Number(n), id: id as EntryId, signature });
      }
  } catch {
    return undefined;
  }
  return listed;
};

const fetchEntries = async (core: Core, ids: readonly EntryId[]): Promise<boolean> => {
  for (let i = 0; i < ids.length; i += fetchBatch) {
    const response = await core.http.signed({
      method: "POST",
      path: "/entries",
      body: JSON.stringify({ ids: ids.slice(i, i + fetchBatch) }),
      headers: { "Content-Type": "application/json" },
    });
    const applier = core.applier();
    if (!response.ok || !response.value.body || !applier) return false;
    const entries: SignedEntry[] = [];
    try {
      for await (const lines of readLines(response.value.body, core.deps.timer))
        for (const line of lines) {
          const signed = parseSigned(lineToText(line));
          // What does not come would count as withheld.
          if (!signed) return false;
          entries.push(signed);
        }
    } catch {
      return false;
    }
    // What is not let in yet stands in quarantine and gets its number below.
    await applyEarly(applier, entries);
  }
  return true;
};

/** Entries of this scope that the phone has and the server lost: whoever wrote them, they are pushed again. */
const returnLost = async (core: Core, scope: Scope, kept: ReadonlySet<EntryId>): Promise<void> => {
  const { mirror } = core.store;
  const lost = (await numberedIds(mirror, scope)).filter((id) => !kept.has(id));
  await queue(core, withContent(await entriesHere(core, lost)), "returned");
};

/** Those on the phone, what facts that came later set aside among them: whether it holds is for the server to say anew. */
const entriesHere = async (
  { store: { mirror } }: Core,
  ids: readonly EntryId[],
): Promise<readonly EntryRow[]> => {
  // What was acknowledged twice is named twice.
  const once = [...new Set(ids)];
  const aside = (await mirror.quarantine.bulkGet(once)).filter((row) => row !== undefined);
  return [
    ...new Map<EntryId, EntryRow>(aside.map((row) => [row.id, row])),
    ...(await getEntries(mirror, once)),
  ].map(([, row]) => row);
};

const withContent = (rows: readonly EntryRow[]) =>
  rows.flatMap((row) => (row.payload === undefined ? [] : [{ ...row, payload: row.payload }]));

const queue = async (
  core: Core,
  entries: readonly (SignedEntry & { readonly id: EntryId })[],
  state: "waiting" | "returned",
): Promise<void> => {
  const { mirror } = core.store;
  await mirror.transaction("rw", [mirror.outbox], async () => {
    const known = new Set(
      (
        await mirror.outbox
          .where("id")
          .anyOf(entries.map(({ id }) => id))
          .toArray()
      ).map(({ id }) => id),
    );
    await mirror.outbox.bulkAdd(
      entries
        .filter(({ id }) => !known.has(id))
        .map(
          ({ id, signature, payload }): OutboxRow => ({
            id,
            signature,
            payload,
            state,
            back: true,
            queuedAt: core.clock.now(),
            offset: core.clock.offset(),
          }),
        ),
    );
  });
};

/** What this phone wrote in the last 30 days is pushed again as a whole: the server says `duplicate` to what it has. */
const returnAcknowledged = async (core: Core): Promise<void> => {
  const { mirror } = core.store;
  const since = core.clock.now() - retainAcknowledged;
  const acked = await mirror.acked.where("at").aboveOrEqual(since).toArray();
  const rows = await entriesHere(
    core,
    acked.flatMap(({ ids }) => ids),
  );
  await queue(core, withContent([...rows].sort((a, b) => (a.id < b.id ? -1 : 1))), "waiting");
};

/**
 * Whoever left the cell in which he enrolled is known to a restored server by the move that names his phone. It gets the
 * enrolment too, or its link would be good once more. Not by the outbox: what it does not take would leave this phone.
 */
const returnEnrolment = async (core: Core, scopes: readonly Scope[]): Promise<void> => {
  const line = core.self()?.enrolment;
  const signed = parseSigned(line ?? "");
  const entry = signed && parseEntry(signed.payload);
  if (line === undefined || !entry?.ok || entry.value.scopes.some((scope) => scopes.includes(scope))) return;
  await core.http.open({ method: "POST", path: "/enrol", body: line });
};

/** The scope takes the server's numbers and its digest. */
const renumber = async (core: Core, scope: Scope, listed: readonly Listed[]): Promise<void> => {
  const { mirror } = core.store;
  let digest = emptyDigest;
  const digests: string[] = [];
  for (const { signature } of listed) {
    digest = await extendDigest(digest, signature);
    digests.push(digest);
  }
  const rows: NumberRow[] = [];
  for (let from = 0; from < listed.length; from += pageEntries) {
    const page = listed.slice(from, from + pageEntries);
    rows.push({
      scope,
      n: from + page.length,
      ids: page.map(({ id }) => id),
      ...(scope === "commune" && { digests: digests.slice(from, from + page.length) }),
    });
  }
  const numberOf = new Map(listed.map(({ id, n }) => [id, n]));
  const tables = [mirror.numbers, mirror.scopes, mirror.entries, mirror.quarantine, mirror.wanted];
  await mirror.transaction("rw", tables, async () => {
    await numberRows(mirror, scope).delete();
    await mirror.numbers.bulkPut(rows);
    const ids = listed.map(({ id }) => id);
    const here = await getEntries(mirror, ids);
    const aside = await mirror.quarantine.bulkGet(ids);
    // Neither here nor given out: its content was withdrawn.
    await addEntries(
      mirror,
      listed
        .filter(({ id }, i) => !here.has(id) && !aside[i])
        .map(({ id, signature }) => ({ id, signature })),
    );
    await placeAside(core, scope, numberOf);
    await placeTexts(core, scope, [...here.values()], numberOf);
    await mirror.scopes.put({ scope, n: listed.length, digest, head: listed.length });
  });
};

/** What is set aside has the new numbers too; what the server does not number any more leaves. */
const placeAside = async (
  { store: { mirror } }: Core,
  scope: Scope,
  numberOf: ReadonlyMap<EntryId, number>,
): Promise<void> => {
  for (const row of await mirror.quarantine.toArray()) {
    const n = numberOf.get(row.id);
    const others = row.places.filter((place) => place.scope !== scope);
    const places = n === undefined ? others : [...others, { scope, n }];
    if (places.length > 0) await mirror.quarantine.put({ ...row, places });
    else await mirror.quarantine.delete(row.id);
  }
};

/** Missing texts hold back what the phone confirms, by the new numbers. */
const placeTexts = async (
  core: Core,
  scope: Scope,
  rows: readonly EntryRow[],
  numberOf: ReadonlyMap<EntryId, number>,
): Promise<void> => {
  const { mirror } = core.store;
  const places = new Map<string, number[]>();
  for (const row of rows) {
    const hash = /"text":\{"hash":"([A-Za-z0-9_-]{43})"/.exec(row.payload ?? "")?.[1];
    const n = row && numberOf.get(row.id);
    if (hash && n !== undefined) places.set(hash, [...(places.get(hash) ?? []), n]);
  }
  await changeWanted(mirror, (text) => ({
    ...text,
    places: [
      ...text.places.filter((place) => place.scope !== scope),
      ...(places.get(text.hash) ?? []).map((n) => ({ scope, n })),
    ],
  }));
};
