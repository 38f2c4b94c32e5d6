import type { EntryPack, OutboxRow, QuarantineRow } from "../../../src/device/store/rows";
import { directoryFromJson } from "../../../src/domain/directory";
import type { Author } from "../../../src/domain/entry";
import { definitionOf } from "../../../src/domain/every-definition";
import type { KeyId } from "../../../src/domain/ids";
import type { Refusal } from "../../../src/domain/refusal";
import { admit } from "../../../src/protocol/admit";
import type { Phone, World } from "../story/world";
import { worldNow } from "../world/loop";
import type { EntryRecord } from "../world/tables";
import { holdsAll } from "./invariants";

/*
 * Who heard the same facts in another order must have let the same entries in (invariant 4): what a phone shows is what it
 * would let in by all that it knows now, and what it set aside is what it would not.
 */

export const judgeAdmission = async (world: World, phone: Phone): Promise<string[]> => {
  const { grants, server, founding } = world;
  const allowed = phone.fate === "in-use" && phone.key ? grants.of(phone.key, worldNow()) : undefined;
  const kept = phone.browser
    .rows<{ readonly name: string; readonly value: unknown }>("meta")
    .find(({ name }) => name === "directory");
  if (!allowed || !kept) return [];
  const directory = directoryFromJson(kept.value);
  const log = new Map(server.entries().map((row) => [row.id, row]));
  const again = (row: { readonly payload: string; readonly signature: string }) =>
    admit(row, directory, { root: founding.root.id });
  const found: string[] = [];
  const say = (what: string) => found.push(`4: ${phone.name} ${what}`);

  for (const row of phone.browser.rows<QuarantineRow>("quarantine")) {
    const entry = log.get(row.id);
    if (!entry) {
      say(`set ${typeIn(row.payload)} ${row.id} aside (${row.code}), which nobody wrote`);
      continue;
    }
    if (entry.withheld) continue;
    if (entry.payload !== row.payload || entry.signature !== row.signature) {
      // Of somebody whose enrolment it may not read a phone cannot tell what was altered on the way: it shows none of it.
      if (!/unknown/.test(row.code) || knows([...log.values()], entry, allowed))
        say(`set other bytes of ${entry.type} ${row.id} aside (${row.code})`);
      continue;
    }
    const outcome = await again(row);
    if (outcome.ok) say(`keeps ${entry.type} ${row.id} aside (${row.code}), which it would let in`);
    else if (/unknown/.test(outcome.error) && knows([...log.values()], entry, allowed))
      say(`does not know the author of ${entry.type} ${row.id}, whose enrolment it may read`);
  }

  const unsent = new Set(phone.browser.rows<OutboxRow>("outbox").map(({ id }) => id));
  for (const row of phone.browser.rows<EntryPack>("entries").flatMap(({ rows }) => rows)) {
    const { payload, author, type } = row;
    if (payload === undefined || !author || author.root || unsent.has(row.id)) continue;
    // A member's phone that holds a paper may not bring it to a restored server: it waits for a desk that does.
    if (
      !log.has(row.id) &&
      !(
        server.lives() > 1 &&
        (type === "document.issued" || (type === "meeting.photographed" && holdsAll(phone, payload)))
      )
    )
      say(`shows ${type} ${row.id}, which the server does not have and nobody sends`);
    if (definitionOf(type ?? "")?.introduces) continue;
    // By where its member stood when it came, which a move of his that was signed before may say otherwise.
    if (type === "enrolment.offered") continue;
    // Whose device it was left with the cell in which it enrolled.
    if (type === "device.revoked" && !directory.keys.has(row.subject as KeyId)) continue;
    const outcome = await again({ payload, signature: row.signature });
    if (!outcome.ok && !standsOnRoomLeft(outcome.error, author, allowed))
      say(`shows ${type} ${row.id}, which is ${outcome.error}`);
  }
  return found;
};

const typeIn = (payload: string): string => /"type":"([a-z.]+)"/.exec(payload)?.[1] ?? "an entry";

/** Its author, or his role, was known from the roster of a cell that this phone reads no more. */
const standsOnRoomLeft = (error: Refusal, { org }: Author, allowed: ReadonlySet<string>): boolean =>
  error === "unknown-author" ||
  (/not-allowed|wrong-scope/.test(error) && !allowed.has("office") && !allowed.has(`cell:${org}`));

/** The author's enrolment stands where this phone reads. */
const knows = (log: readonly EntryRecord[], { by }: EntryRecord, allowed: ReadonlySet<string>): boolean =>
  log.some(
    (row) =>
      row.type === "device.enrolled" &&
      row.by === by &&
      (JSON.parse(row.payload) as { readonly scopes: readonly string[] }).scopes.some((one) =>
        allowed.has(one),
      ),
  );
