import { registeredRecall, supersededBy } from "../../domain/document";
import type { Core } from "../core";
import type { RegisterQuery, RegisterResult, RegisterRow } from "../device";
import type { DocumentRecord } from "../store/rows";
import { holdsWords } from "./holds-words";
import { createRecordCache } from "./record-cache";

/** The register of issued papers, the newest day first: also those that no phone shows any more. */
export const createRegister = ({ store }: Core): ((query: RegisterQuery) => Promise<RegisterResult>) => {
  const all = createRecordCache(store, async () =>
    (await store.mirror.documents.toArray())
      .filter(({ view }) => view.issued ?? view.register)
      .sort((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1)),
  );
  return async ({ words = "", limit }) => {
    const holds = holdsWords(words);
    const found = (await all()).filter(holds);
    return { rows: found.slice(0, limit).flatMap((record) => toRow(record) ?? []), total: found.length };
  };
};

const orderOf = ({ id, view }: DocumentRecord): string => {
  const { issuedOn = "", at = 0 } = view.issued ?? view.register ?? {};
  return `${issuedOn} ${String(at).padStart(16, "0")} ${id}`;
};

const toRow = ({ id, view }: DocumentRecord): RegisterRow | undefined => {
  const { issued, register } = view;
  const head = issued ?? register;
  if (!head) return undefined;
  const { kind, number, issuedOn, abstract } = head;
  const recall = issued ? undefined : registeredRecall(view);
  return {
    id,
    kind,
    ...(number && { number }),
    issuedOn,
    abstract,
    urgency: issued?.urgency ?? "normal",
    state: issued ? (supersededBy(view) ? "replaced" : "in-force") : recall ? "recalled" : "expired",
    ...(recall && { recalledAt: recall.at, reason: recall.reason }),
  };
};
