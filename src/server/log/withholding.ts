import { sql } from "drizzle-orm";
import { documentIssued, documentRecalled, emptyDocument, isRecalled } from "../../domain/document";
import type { Author, Entry } from "../../domain/entry";
import type { KeyId, MemberId, OrgId } from "../../domain/ids";
import {
  meetingPhotographed,
  meetingUnphotographed,
  type UnphotographedBody,
} from "../../domain/meeting-photos";
import { type Db, rowsOf } from "../db/database";
import { storedEntry } from "./stored-entry";

/**
 * Marks entries as withheld: they keep their numbers, their content is not given out any more and their
 * blobs are named by nobody. Pages read before are no longer true, so the scopes' revision rises.
 */
export const withhold = async (tx: Db, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  const list = sql`(select json_array_elements_text(${JSON.stringify(ids)}::text::json)::uuid)`;
  await tx.execute(sql`update entry set withheld = true where id in ${list}`);
  await tx.execute(sql`delete from blob_ref where entry_id in ${list}`);
  await tx.execute(sql`
    with touched as (select distinct scope from scope_entry where entry_id in ${list}),
      locked as (select name from scope where name in (select scope from touched) order by name for update)
    update scope set revision = revision + 1 where name in (select name from locked)`);
};

/** Types that take content back, or whose content is taken back: either may come first. */
export const takesBack: ReadonlySet<string> = new Set<string>([
  documentIssued.type,
  documentRecalled.type,
  meetingPhotographed.type,
  meetingUnphotographed.type,
]);

/** Withholds what was taken back of these subjects: papers recalled, photographs of a meeting withdrawn by its host. */
export const withholdTakenBack = async (tx: Db, subjects: readonly string[]): Promise<void> => {
  await withholdRecalled(tx, subjects);
  await withholdUnphotographed(tx, subjects);
};

/** Only who speaks for a host writes in its name (`domain/meeting-host`), so the name alone decides. */
const withholdUnphotographed = async (tx: Db, subjects: readonly string[]): Promise<void> => {
  if (subjects.length === 0) return;
  const rows = await rowsOf<{ id: string; type: string; withheld: boolean; payload: string }>(
    tx,
    sql`select id, type, withheld, payload from entry
        where subject in (select json_array_elements_text(${JSON.stringify(subjects)}::text::json))
          and type in (${meetingPhotographed.type}, ${meetingUnphotographed.type})`,
  );
  const named = rows.map((row) => {
    const { subject, body } = storedEntry(row.payload).entry as Entry<string, UnphotographedBody>;
    return { ...row, name: `${subject} ${body.host} ${body.photo}` };
  });
  const back = new Set(
    named.filter(({ type }) => type === meetingUnphotographed.type).map(({ name }) => name),
  );
  await withhold(
    tx,
    named
      .filter(({ type, withheld, name }) => type === meetingPhotographed.type && !withheld && back.has(name))
      .map(({ id }) => id),
  );
};

interface Act {
  readonly id: string;
  readonly subject: string;
  readonly by: string;
  readonly member: string | null;
  readonly org: string | null;
  readonly office: boolean;
  readonly withheld: boolean;
  readonly payload: string;
}

/** Withholds the papers of these subjects that a recall counts against (`domain/document`), in whatever order both came. */
const withholdRecalled = async (tx: Db, subjects: readonly string[]): Promise<void> => {
  if (subjects.length === 0) return;
  const acts = await rowsOf<Act>(
    tx,
    sql`select id, subject, by, member, org, office, withheld, payload from entry
        where subject in (select json_array_elements_text(${JSON.stringify(subjects)}::text::json))
          and type in (${documentIssued.type}, ${documentRecalled.type})
        order by seq`,
  );
  const bySubject = new Map<string, Act[]>();
  for (const act of acts) bySubject.set(act.subject, [...(bySubject.get(act.subject) ?? []), act]);
  await withhold(tx, [...bySubject.values()].flatMap(recalledAmong));
};

const recalledAmong = (acts: readonly Act[]): string[] => {
  let view = emptyDocument;
  const issued: string[] = [];
  for (const act of acts) {
    const { entry } = storedEntry(act.payload);
    const author = authorOfAct(act);
    if (entry.type === documentRecalled.type)
      view = documentRecalled.reduce(view, entry as Parameters<typeof documentRecalled.reduce>[1], author);
    else {
      if (!act.withheld) issued.push(act.id);
      view = documentIssued.reduce(view, entry as Parameters<typeof documentIssued.reduce>[1], author);
    }
  }
  return isRecalled(view) ? issued : [];
};

const authorOfAct = (act: Act): Author => ({
  key: act.by as KeyId,
  root: false,
  office: act.office,
  ...(act.member && { member: act.member as MemberId }),
  ...(act.org && { org: act.org as OrgId }),
  committee: false,
  secretary: false,
});

/** Withholds papers whose last day has passed; `today` as `YYYY-MM-DD`. */
export const withholdExpired = async (tx: Db, today: string): Promise<void> => {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select id from entry where expires_on is not null and not withheld and expires_on < ${today}`,
  );
  await withhold(
    tx,
    rows.map(({ id }) => id),
  );
};
