import { receiptScopes } from "../../domain/document";
import type { Entry } from "../../domain/entry";
import type { EntryId } from "../../domain/ids";
import type { Draft } from "../../protocol/signed-entry";
import type { Core } from "../core";
import { getEntries, removeEntries } from "../store/entries";
import { writeEntries } from "./write";

/**
 * The same fact signed anew with today's key and clock, in place of a refused one, which stays until the new one is on
 * disk. False where there is no such item; throws where this phone may not write it (any more).
 */
export const resign = async (core: Core, id: EntryId): Promise<boolean> => {
  const row = await core.store.mirror.outbox.where("id").equals(id).first();
  if (row?.state !== "refused") return false;
  // Somebody else brought it to the server meanwhile, which took it from him: there is nothing to sign anew.
  if ((await getEntries(core.store.mirror, [id])).has(id)) {
    await core.store.work.outbox.where("id").equals(id).delete();
    core.refresh();
    return true;
  }
  const { type, scopes, subject, body } = JSON.parse(row.payload) as Entry;
  const { work } = core.store;
  await writeEntries(core, [withPlaceOfToday(core, { type, scopes, subject, body })], {
    tables: [],
    run: async () => {
      await work.outbox.where("id").equals(id).delete();
      await removeEntries(work, [id]);
    },
  });
  return true;
};

/** A receipt goes to the cell the member is in now. */
const withPlaceOfToday = (core: Core, draft: Draft): Draft => {
  const identity = core.identity();
  return identity && (draft.type === "document.read" || draft.type === "document.acknowledged")
    ? { ...draft, scopes: receiptScopes(identity.org, identity.member) }
    : draft;
};
