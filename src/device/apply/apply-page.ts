import type { EntryId, KeyId, MemberId } from "../../domain/ids";
import type { SignedEntry } from "../../protocol/signed-entry";
import type { Database } from "../store/database";
import { addEntries, getEntries, removeEntries } from "../store/entries";
import { getMany } from "../store/get-many";
import type { EntryRow, Place, QuarantineRow } from "../store/rows";
import { admitInOrder, isAdmitted, type Judged } from "./admit-in-order";
import type { DirectoryKeeper } from "./directory-keeper";
import { checkPage, type Numbered, type ReceivedPage, signatureOf } from "./numbered";
import { addPlaces, entryTables, type Incoming, type Noted, storeEntries } from "./store-entries";

/** What applying needs to know of this phone. */
export interface Applier {
  readonly db: Database;
  readonly keeper: DirectoryKeeper;
  /** The pinned root. */
  readonly root: KeyId;
  readonly self: MemberId | undefined;
  now(): number;
  /** The server's time as it was last heard. */
  heard(): number;
  readonly noted?: Noted;
}

export interface Applied {
  /** False where the page does not fit this copy: the scope is then repaired by comparing ids. */
  readonly fits: boolean;
  readonly directoryChanged: boolean;
}

/**
 * Applies a page: every entry checked first, then entries, views, numbers and cursor in one transaction. Killed
 * anywhere, the phone has the whole page or none of it.
 */
export const applyPage = (applier: Applier, page: ReceivedPage): Promise<Applied> =>
  applier.keeper.exclusive(async (directory) => {
    const { db, keeper, root } = applier;
    const refused: Applied = { fits: false, directoryChanged: false };
    const arrivals = page.entries.map((one) => ({ one, id: idOf(one, page) }));
    const ids = arrivals.map(({ id }) => id);
    const [cursor, here, aside] = await db.transaction("r", [db.scopes, db.entries, db.quarantine], () =>
      Promise.all([db.scopes.get(page.scope), getEntries(db, ids), getMany(db.quarantine, ids)]),
    );
    const digests = await checkPage(page, cursor);
    if (!digests) return refused;
    if (!arrivals.every(({ one, id }) => isHere(one, here.get(id), aside.get(id)))) return refused;

    const fresh = arrivals.filter(({ one, id }) => one.is === "entry" && isNew(here.get(id)));
    const { judged, directoryChanged } = await admitInOrder(
      fresh.map(({ one }) => (one as { readonly signed: SignedEntry }).signed),
      directory,
      root,
    );
    const placeOf = (n: number): Place => ({ scope: page.scope, n });
    const placeOfFresh = new Map(fresh.map(({ one, id }) => [id, placeOf(one.n)]));
    const { incoming, quarantined } = sortOut(judged, (i) => {
      const id = fresh[i]?.id as EntryId;
      return { id, place: placeOfFresh.get(id) };
    });

    await db.transaction("rw", [...entryTables(db), db.numbers, db.scopes, db.quarantine], async () => {
      if (directoryChanged) await keeper.save(db);
      await removeStubs(db, fresh, here);
      await storeEntries(db, incoming, { self: applier.self, now: applier.heard(), noted: applier.noted });
      await addPlaces(
        db,
        arrivals.flatMap(({ one, id }) => {
          const row = here.get(id);
          return row ? [{ row, place: placeOf(one.n) }] : [];
        }),
      );
      const known = arrivals.flatMap(({ one, id }) => {
        const row = aside.get(id);
        return row ? [{ ...row, places: [...row.places, placeOf(one.n)] }] : [];
      });
      const freshlyIn = new Set(incoming.map(({ admitted }) => admitted.entry.id));
      if (known.length > 0)
        await db.quarantine.bulkDelete(known.map(({ id }) => id).filter((id) => freshlyIn.has(id)));
      const waiting = [...quarantined, ...known.filter(({ id }) => !freshlyIn.has(id))];
      if (waiting.length > 0) await db.quarantine.bulkPut(waiting);
      const stubs = arrivals.flatMap(({ one, id }) =>
        one.is === "withheld" && !here.has(id) ? [{ id, signature: one.signature }] : [],
      );
      await addEntries(db, stubs);
      const n = page.from + page.entries.length;
      if (ids.length > 0)
        await db.numbers.put({ scope: page.scope, n, ids, ...(page.scope === "commune" && { digests }) });
      await db.scopes.put({
        scope: page.scope,
        n,
        digest: page.digest,
        head: page.head,
      });
    });
    return { fits: true, directoryChanged };
  });

/** Entries that came ahead of their pages: stored and shown, numbered later. */
export const applyEarly = (applier: Applier, batch: readonly SignedEntry[]): Promise<Applied> =>
  applier.keeper.exclusive(async (directory) => {
    const { db, keeper, root } = applier;
    const arrivals = batch.map((signed) => ({ signed, id: readId(signed) }));
    const ids = arrivals.flatMap(({ id }) => (id ? [id] : []));
    const here = await getEntries(db, ids);
    const fresh = arrivals.filter(({ id }) => id && isNew(here.get(id)));
    const { judged, directoryChanged } = await admitInOrder(
      fresh.map(({ signed }) => signed),
      directory,
      root,
    );
    const { incoming, quarantined } = sortOut(judged, (i) => ({
      id: fresh[i]?.id as EntryId,
      place: undefined,
    }));
    await db.transaction("rw", [...entryTables(db), db.quarantine], async () => {
      if (directoryChanged) await keeper.save(db);
      await removeStubs(db, fresh, here);
      await storeEntries(db, incoming, { self: applier.self, now: applier.heard(), noted: applier.noted });
      await db.quarantine.bulkDelete(incoming.map(({ admitted }) => admitted.entry.id));
      if (quarantined.length === 0) return;
      const known = await db.quarantine.bulkGet(quarantined.map(({ id }) => id));
      await db.quarantine.bulkPut(quarantined.map((row, i) => ({ ...row, places: known[i]?.places ?? [] })));
    });
    return { fits: true, directoryChanged };
  });

/** Those let in, and those set aside with the reason. */
const sortOut = (
  judged: readonly Judged[],
  about: (i: number) => { readonly id: EntryId; readonly place: Place | undefined },
): { readonly incoming: readonly Incoming[]; readonly quarantined: readonly QuarantineRow[] } => {
  const incoming: Incoming[] = [];
  const quarantined: QuarantineRow[] = [];
  judged.forEach(({ signed, outcome }, i) => {
    const { id, place } = about(i);
    const places = place ? [place] : [];
    // An envelope that names its id twice would be stored under one and numbered under the other.
    if (isAdmitted(outcome) && outcome.entry.id === id) incoming.push({ admitted: outcome, places });
    else {
      const code = isAdmitted(outcome) ? "malformed" : outcome.refused;
      quarantined.push({ id, payload: signed.payload, signature: signed.signature, code, places });
    }
  });
  return { incoming, quarantined };
};

/** Also what was withheld so far: its content is given out after all, by a server that went back to a day before its recall. */
const isNew = (row: EntryRow | undefined): boolean => !row?.type;

/** Stubs that stand where something new goes. */
const removeStubs = (
  db: Database,
  fresh: readonly { readonly id: EntryId | undefined }[],
  here: ReadonlyMap<EntryId, EntryRow>,
): Promise<void> =>
  removeEntries(
    db,
    fresh.flatMap(({ id }) => (id && here.has(id) ? id : [])),
  );

const idPattern = /^\{"id":"([0-9a-f-]{36})"/;

/** The id of a payload as the product writes it; the full reading comes with `admit`. */
const readId = ({ payload }: SignedEntry): EntryId | undefined =>
  idPattern.exec(payload)?.[1] as EntryId | undefined;

/** An entry whose id cannot even be read still holds its number. */
const idOf = (one: Numbered, page: ReceivedPage): EntryId =>
  one.is === "entry" ? (readId(one.signed) ?? (`${page.scope} ${one.n}` as EntryId)) : one.id;

/** A reference must point at what is here, with the signature that is here. */
const isHere = (one: Numbered, row: EntryRow | undefined, aside: QuarantineRow | undefined): boolean => {
  const signature = row?.signature ?? aside?.signature;
  if (one.is === "same") return signature === one.signature;
  return signature === undefined || signature === signatureOf(one);
};
