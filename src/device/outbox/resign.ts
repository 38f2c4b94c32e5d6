import { receiptScopes } from "../../domain/document";
import type { Entry } from "../../domain/entry";
import type { EntryId } from "../../domain/ids";
import type { Draft } from "../../protocol/signed-entry";
import type { Core } from "../core";
import type { Database } from "../store/database";
import { getEntries } from "../store/entries";
import { writeEntries } from "./write";

/**
 * The same fact signed anew with today's key and clock, in place of a refused one, which stays until the new one is on
 * disk. False where there is no such item; throws where this phone may not write it (any more).
 */
export const resign = async (core: Core, id: EntryId): Promise<boolean> => {
  const { work, mirror } = core.store;
  const find = (db: Database) => db.outbox.where("id").equals(id).first();
  const row = await find(mirror);
  if (row?.state !== "refused") return false;
  /** Somebody else brought it to the server, which took it from him, or it was signed anew already: two would both count. */
  const isSettled = async (db: Database) =>
    (await getEntries(db, [id])).has(id) || (await find(db))?.state !== "refused";
  const takeOff = () =>
    work.outbox
      .where("id")
      .equals(id)
      .filter(({ state }) => state === "refused")
      .delete();
  let settled = await isSettled(mirror);
  if (!settled) {
    const { type, scopes, subject, body } = JSON.parse(row.payload) as Entry;
    const signing = writeEntries(core, [withPlaceOfToday(core, { type, scopes, subject, body })], {
      tables: [],
      run: async () => {
        settled = await isSettled(work);
        if (settled) throw new Error("it was settled while this was signed");
        await takeOff();
      },
    });
    await signing.catch((error: unknown) => {
      if (!settled) throw error;
    });
  }
  if (settled) await takeOff();
  return true;
};

/** A receipt goes to the cell the member is in now. */
const withPlaceOfToday = (core: Core, draft: Draft): Draft => {
  const identity = core.identity();
  return identity && (draft.type === "document.read" || draft.type === "document.acknowledged")
    ? { ...draft, scopes: receiptScopes(identity.org, identity.member) }
    : draft;
};
