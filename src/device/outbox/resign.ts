import { receiptScopes } from "../../domain/document";
import type { Entry } from "../../domain/entry";
import type { EntryId } from "../../domain/ids";
import type { Draft } from "../../protocol/signed-entry";
import type { Core } from "../core";
import { writeEntries } from "./write";

/**
 * The same fact signed anew with today's key and clock, in place of a refused one, which stays until the new one is on
 * disk. False where there is no such item; throws where this phone may not write it (any more).
 */
export const resign = async (core: Core, id: EntryId): Promise<boolean> => {
  const row = await core.store.mirror.outbox.where("id").equals(id).first();
  if (row?.state !== "refused") return false;
  const { type, scopes, subject, body } = JSON.parse(row.payload) as Entry;
  await writeEntries(core, [withPlaceOfToday(core, { type, scopes, subject, body })], [id]);
  return true;
};

/** A receipt goes to the cell the member is in now. */
const withPlaceOfToday = (core: Core, draft: Draft): Draft => {
  const identity = core.identity();
  return identity && (draft.type === "document.read" || draft.type === "document.acknowledged")
    ? { ...draft, scopes: receiptScopes(identity.org, identity.member) }
    : draft;
};
