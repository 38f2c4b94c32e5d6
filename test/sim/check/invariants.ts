import type {
  DocumentRecord,
  EntryPack,
  FileRow,
  NumberRow,
  OutboxRow,
  QuarantineRow,
  RecordRow,
  ScopeRow,
  TextPack,
  WantedRow,
} from "../../../src/device/store/rows";
import { emptyDocument } from "../../../src/domain/document";
import type { Author, Entry } from "../../../src/domain/entry";
import { aggregateOf } from "../../../src/domain/entry";
import { definitionOf } from "../../../src/domain/every-definition";
import type { EntryId } from "../../../src/domain/ids";
import type { PhotoPage } from "../../../src/domain/meeting-photos";
import { fromBase64url } from "../../../src/protocol/base64url";
import type { Phone, World } from "../story/world";
import { worldNow } from "../world/loop";
import type { EntryRecord } from "../world/tables";
import { mayHear } from "./listener";

/** The nine invariants of a sync that loses nothing (sync.md §3.4), judged when all is healed and quiet. */
export type Violation = string;

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    one && typeof one === "object" && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

/** Where two texts part. */
const difference = (a: string, b: string): string => {
  let at = 0;
  while (a[at] === b[at]) at += 1;
  return `${a.slice(Math.max(0, at - 60), at + 60)} ≠ ${b.slice(at, at + 60)}`;
};

const factOf = (payload: string): string => {
  const { type, subject, body } = JSON.parse(payload) as Entry;
  return canonical([type, subject, body]);
};

const isLater = ({ state }: OutboxRow) => state === "later" || state === "returnedLater";

export const waitingOn = (phone: Phone): OutboxRow[] =>
  phone.browser.rows<OutboxRow>("outbox").filter((row) => row.state !== "refused" && !isLater(row));

/** Refused once more when all was healed and quiet, as a restored server does for good with what facts speak against. */
const isPutOff = (row: OutboxRow) => isLater(row) && worldNow() - (row.tried ?? 0) < 32 * 60_000;

/** What somebody was told is saved: noted while the story goes on. */
export interface Confirmed {
  /** By id. */
  readonly entries: Map<string, { readonly payload: string; readonly phone: Phone }>;
}

export const noteConfirmed = (phone: Phone, confirmed: Confirmed): void => {
  if (phone.tabs.some(({ ports }) => ports.writing())) return;
  for (const { id, payload, state } of phone.browser.rows<OutboxRow>("outbox"))
    if ((state === "waiting" || state === "undecided") && !confirmed.entries.has(id))
      confirmed.entries.set(id, { payload, phone });
};

/** Scopes by the oracle; undefined where the phone may read nothing any more. */
const grantsOf = (world: World, phone: Phone) =>
  phone.key ? world.grants.of(phone.key, worldNow()) : undefined;

export const isAlive = (phone: Phone): boolean => phone.fate === "in-use" && phone.key !== undefined;

export const judge = (world: World, confirmed: Confirmed): Violation[] => {
  const { server, listener, grants } = world;
  const found: Violation[] = [...listener.violations];
  const log = server.entries();
  const { cells, life } = server.log();
  grants.read(cells, life);
  const byId = new Map(log.map((row) => [row.id, row]));
  const rejectedFacts = new Set(
    world.phones.flatMap((phone) =>
      phone.browser.rows<OutboxRow>("outbox").map(({ payload }) => factOf(payload)),
    ),
  );
  const facts = new Set(log.map(({ payload }) => factOf(payload)));
  const outboxes = new Set(
    world.phones.flatMap((phone) => phone.browser.rows<OutboxRow>("outbox").map(({ id }) => id)),
  );
  // A desk may bring everything at once; the role of others may itself be on its way back.
  const refused = new Set(
    world.phones.flatMap((phone) =>
      phone.browser
        .rows<OutboxRow>("outbox")
        .filter(
          (row) =>
            isPutOff(row) ||
            (row.state === "refused" &&
              !(row.code === "blob-missing" && phone.office && holdsAll(phone, row.payload))),
        )
        .map(({ id }) => id as string),
    ),
  );
  const phoneNamed = new Map(world.phones.map((phone) => [phone.name, phone]));
  /** A phone that lost all it had, or was told to forget it. */
  const excused = (phone: Phone | undefined) =>
    !phone || phone.fate === "evicted" || grantsOf(world, phone) === undefined;

  // A recall takes the content off every device, its author's too: a server that goes back to a day before has lost it.
  const recalled = new Set(
    [
      ...log.map(({ payload }) => payload),
      ...[...listener.acknowledged.values()].map(({ line }) => line.slice(87)),
    ]
      .filter((payload) => payload.includes('"document.recalled"'))
      .map((payload) => (JSON.parse(payload) as Entry).subject),
  );
  /** What somebody wrote in a room that he has left since leaves his phone with the room (docs/decisions.md, 2026-11-24). */
  const roomLeft = (payload: string, phone: Phone | undefined, since: number) => {
    const allowed = phone && grantsOf(world, phone);
    const stayed = (scope: string) => (listener.left.get(`${phone?.name} ${scope}`) ?? -1) < since;
    return !(JSON.parse(payload) as Entry).scopes.some((scope) => allowed?.has(scope) && stayed(scope));
  };
  const withdrawn = (id: string, payload: string) =>
    listener.withheld.has(id) ||
    (payload.includes('"document.issued"') && recalled.has((JSON.parse(payload) as Entry).subject));
  // 1
  for (const [id, { line, by, at }] of listener.acknowledged) {
    const row = byId.get(id);
    if (!row) {
      // Recalled before the server went back to a day before it was issued.
      if (withdrawn(id, line.slice(87)) || roomLeft(line.slice(87), phoneNamed.get(by), at)) continue;
      // Facts that came since speak against it: the restored server refuses it, and it stands in the open.
      if (server.lives() > 1 && refused.has(id)) continue;
      if (!excused(phoneNamed.get(by)))
        found.push(
          `1: ${id} (${JSON.parse(line.slice(87)).type}) of ${by} was acknowledged and is not in the log`,
        );
    } else if (`${row.signature} ${row.payload}` !== line)
      found.push(`1: ${id} stands in the log with other bytes`);
  }
  // 2
  for (const [id, { payload, phone }] of confirmed.entries) {
    if (byId.has(id) || outboxes.has(id as EntryId) || withdrawn(id, payload) || excused(phone)) continue;
    if (server.lives() > 1 && roomLeft(payload, phone, listener.acknowledged.get(id)?.at ?? 0)) continue;
    const fact = factOf(payload);
    if (!facts.has(fact) && !rejectedFacts.has(fact))
      found.push(`2: ${id} (${JSON.parse(payload).type}) was saved on ${phone.name} and is nowhere`);
  }
  // 9
  const typedIn = textOf(log);
  for (const [word, phone] of world.typed) {
    const here = typedIn.includes(word) || outboxText(world).includes(word);
    if (!here && server.lives() === 1 && !excused(phone))
      found.push(`9: ${word} was typed on ${phone.name} and is nowhere`);
  }
  /** The room was left in which the paper was shown that names this page, and the page left the phone with it. */
  const leftWithRoom = (hash: string, phone: Phone) =>
    [...listener.acknowledged.values()].some(
      ({ line, at }) => line.includes(hash) && roomLeft(line.slice(87), phone, at),
    );
  found.push(...judgePages(world, log, (hash, phone) => excused(phone) || leftWithRoom(hash, phone)));

  const views = new Map<string, { readonly json: string; readonly on: string }>();
  for (const phone of world.phones) {
    if (!isAlive(phone)) continue;
    const allowed = grantsOf(world, phone);
    if (!allowed) {
      const known = grants.keys.has(phone.key ?? "");
      // A server that went back to a day before it may have reason not to take it again: it needs a new link.
      if (!known && server.lives() === 1) found.push(`1: the enrolment of ${phone.name} is not in the log`);
      const left = phone.browser.rows<EntryPack>("entries").length;
      if (known && left > 0)
        found.push(`6: ${phone.name} is revoked and still holds ${left} bunches of entries`);
      continue;
    }
    found.push(...judgePhone(world, phone, allowed, byId, views));
  }
  for (const [name, account] of listener.accounts) {
    const phone = phoneNamed.get(name);
    if (phone && account.heard > mayHear(account, phone.interruptions + server.lives() * 2))
      found.push(
        `8: ${name} heard ${account.heard} characters for ${account.fresh} new ones in ${account.requests} answers with ${phone.interruptions} interruptions`,
      );
  }
  return found;
};

/** All texts and files that an entry names are on this phone: it could bring them. */
export const holdsAll = ({ browser }: Phone, payload: string): boolean => {
  const { type, body } = JSON.parse(payload) as Entry;
  const { texts, files } = definitionOf(type) ?? {};
  const here = new Set<string>([
    ...browser.rows<TextPack>("texts").flatMap(({ hashes }) => hashes),
    ...browser.rows<FileRow>("files").flatMap(({ hash, whole }) => (whole ? [hash] : [])),
  ]);
  return [...(texts?.(body) ?? []), ...(files?.(body) ?? [])].every(({ hash }) => here.has(hash));
};

/** A photographed page is at the office once anybody reads of it there, and on its phone until then. */
const judgePages = (
  { server, pages }: World,
  log: readonly EntryRecord[],
  excused: (hash: string, phone: Phone) => boolean,
): Violation[] => {
  const found: Violation[] = [];
  for (const { type, payload, withheld } of log) {
    if (type !== "meeting.photographed" || withheld) continue;
    for (const { hash } of (JSON.parse(payload) as Entry<string, { pages: readonly PhotoPage[] }>).body
      .pages) {
      const bytes = server.blobs.all.get(hash);
      const taken = pages.get(hash);
      if (!bytes) found.push(`9: a page of ${payload.slice(7, 43)} is read of and is not at the office`);
      else if (taken && !Buffer.from(bytes).equals(taken.bytes))
        found.push(`9: page ${hash} has other bytes`);
    }
  }
  for (const [hash, { phone }] of pages) {
    if (server.blobs.all.has(hash) || excused(hash, phone)) continue;
    if (!phone.browser.rows<FileRow>("files").some((row) => row.hash === hash && row.whole))
      found.push(`9: page ${hash} was photographed on ${phone.name} and is nowhere`);
  }
  return found;
};

const textOf = (log: readonly EntryRecord[]): string =>
  log
    .filter(({ type }) => type === "minutes.edited")
    .map(({ payload }) => updateText(payload))
    .join("\n");
const updateText = (payload: string) =>
  Buffer.from(
    fromBase64url((JSON.parse(payload) as Entry<string, { update: string }>).body.update) ?? [],
  ).toString("latin1");

const outboxText = (world: World): string =>
  world.phones
    .flatMap((phone) => [
      ...phone.browser
        .rows<OutboxRow>("outbox")
        .filter(({ payload }) => payload.includes('"minutes.edited"'))
        .map(({ payload }) => updateText(payload)),
      ...phone.browser
        .rows<{ readonly update: Uint8Array }>("drafts")
        .map(({ update }) => Buffer.from(update).toString("latin1")),
    ])
    .join("\n");

const judgePhone = (
  { server }: World,
  phone: Phone,
  allowed: ReadonlySet<string>,
  byId: ReadonlyMap<string, EntryRecord>,
  views: Map<string, { readonly json: string; readonly on: string }>,
): Violation[] => {
  const found: Violation[] = [];
  const say = (what: string) => found.push(`${what.slice(0, 2)} ${phone.name} ${what.slice(3)}`);
  const { browser } = phone;
  const scopes = new Map(browser.rows<ScopeRow>("scopes").map((row) => [row.scope as string, row]));
  const rows = new Map(
    browser
      .rows<EntryPack>("entries")
      .flatMap((pack) => pack.rows.map((row) => [row.id as string, row] as const)),
  );

  // 5
  const waiting = waitingOn(phone);
  if (waiting.length > 0)
    say(`5: has ${waiting.length} entries still in its outbox, the first ${waiting[0]?.state}`);
  const recallsHere = (subject: string) =>
    browser
      .rows<OutboxRow>("outbox")
      .some(({ payload }) => payload.includes('"document.recalled"') && payload.includes(subject));
  // 4, 7
  for (const scope of allowed) {
    const { head, digest } = server.head(scope);
    const own = scopes.get(scope);
    if (head > 0 && (own?.n !== head || own.digest !== digest))
      say(`4: stands at ${own?.n} of ${head} in ${scope}${own?.n === head ? " with another digest" : ""}`);
    const ids = browser
      .rows<NumberRow>("numbers")
      .filter((row) => row.scope === scope)
      .sort((a, b) => a.n - b.n)
      .flatMap((row) => row.ids);
    const theirs = server.numbers(scope).slice(0, ids.length);
    if (own && ids.length !== own.n)
      say(`7: has ${ids.length} numbers and its cursor at ${own.n} in ${scope}`);
    else if (ids.some((id, i) => id !== theirs[i])) say(`7: has other entries under the numbers of ${scope}`);
    for (const id of ids) {
      const entry = byId.get(id);
      const row = rows.get(id);
      // The running digest is of signatures, those of withheld entries among them: with another one no page ever fits again.
      if (entry && row && row.payload === undefined && row.signature !== entry.signature)
        say(`4: holds a stub of ${id} (${entry.type}) with another signature`);
      if (!entry || entry.withheld) continue;
      if (!row) {
        if (!browser.rows<QuarantineRow>("quarantine").some((one) => one.id === id))
          say(`7: lacks entry ${id} (${entry.type}) of ${scope}`);
      } else if (
        row.payload !== undefined &&
        (row.payload !== entry.payload || row.signature !== entry.signature)
      )
        say(`1: has other bytes of ${id}`);
      // A recall that the server had taken took the paper off, and a server restored to a day before it refused it.
      else if (row.payload === undefined && !recallsHere(entry.subject))
        say(`7: has only a stub of ${id} (${entry.type})`);
    }
  }
  // 6
  for (const scope of scopes.keys()) if (!allowed.has(scope)) say(`6: still holds ${scope}`);
  for (const [id, row] of rows) {
    const reads = row.scopes?.some((scope) => allowed.has(scope));
    const own = byId.get(id)?.by === phone.key || row.subject === phone.member || row.subject === phone.key;
    if (row.scopes && !reads && !own) say(`6: still holds ${row.type} ${id} of ${row.scopes.join(", ")}`);
  }
  const missing = browser
    .rows<WantedRow>("wanted")
    .flatMap(({ texts }) => texts)
    .filter(({ state }) => state === "missing");
  if (missing.length > 0) say(`4: misses ${missing.length} texts`);

  // 3
  const once = (ids: readonly string[], what: string) => {
    if (new Set(ids).size !== ids.length) say(`3: counts an entry twice in ${what}`);
  };
  const compare = (name: string, ids: readonly string[], stored: unknown, again: unknown) => {
    const json = canonical(stored);
    if (json !== canonical(again)) say(`3: shows ${name} as its entries do not make it`);
    // Whose place is known depends on the rooms that one reads.
    const rooms = [...allowed].filter((scope) => !scope.startsWith("member:")).sort();
    const key = `${name} ${rooms.join()} ${[...ids].sort().join()}`;
    const other = views.get(key);
    if (!other) views.set(key, { json, on: phone.name });
    else if (other.json !== json)
      say(
        `4: shows ${name} otherwise than ${other.on} from the same entries: ${difference(json, other.json)}`,
      );
  };
  const reduced = (ids: readonly string[], empty: unknown, view: (type: string) => boolean) =>
    [...ids].sort().reduce<unknown>((made, id) => {
      const row = rows.get(id);
      const entry = row?.payload === undefined ? undefined : (JSON.parse(row.payload) as Entry);
      const definition = entry && definitionOf(entry.type);
      return entry && definition && row?.author && view(entry.type)
        ? definition.reduce(made, { ...entry, body: entry.body }, row.author as Author)
        : made;
    }, empty);
  for (const record of browser.rows<DocumentRecord>("documents")) {
    once(record.entries, `paper ${record.id}`);
    if (record.gone) continue;
    const again = reduced(record.entries, emptyDocument, (type) => definitionOf(type)?.view === "document");
    compare(`paper ${record.id}`, record.entries, record.view, again);
  }
  for (const record of browser.rows<RecordRow>("views")) {
    once(record.entries, `${record.kind} ${record.id}`);
    const first = record.entries.flatMap((id) => definitionOf(rows.get(id)?.type ?? "") ?? [])[0];
    const again = reduced(record.entries, first?.empty, (type) => {
      const definition = definitionOf(type);
      return definition !== undefined && aggregateOf(definition) === record.kind;
    });
    compare(`${record.kind} ${record.id}`, record.entries, record.view, again);
  }
  return found;
};
