import * as v from "valibot";
import { authorOf } from "../../domain/directory";
import type { EntryId } from "../../domain/ids";
import { loadDefinition } from "../../domain/registry";
import type { Admitted } from "../../protocol/admit";
import { type Draft, signEntry } from "../../protocol/signed-entry";
import { entryTables, storeEntries } from "../apply/store-entries";
import type { Core } from "../core";
import { removeEntries } from "../store/entries";
import type { OutboxRow } from "../store/rows";

/**
 * Signs facts and saves them with the outbox and their effect on the views, in one strict transaction; resolves when
 * they are on disk. A draft that this phone's own directory does not allow is a mistake of the caller: it throws, and
 * nothing is written. `replaces`: outbox items whose place these take, in the same transaction.
 */
export const writeEntries = (
  core: Core,
  drafts: readonly Draft[],
  replaces: readonly EntryId[] = [],
): Promise<readonly EntryId[]> =>
  core.keeper.exclusive(async (directory) => {
    const { clock, keeper, deps } = core;
    const signer = await core.signer();
    if (!signer) throw new Error("a blank phone writes nothing");
    const written: Admitted[] = [];
    let directoryChanged = false;
    for (const draft of drafts) {
      const definition = await loadDefinition(draft.type);
      if (!definition) throw new Error(`no such entry type: ${draft.type}`);
      // As every receiver will read it: trimmed, in NFC.
      const body = v.parse(definition.body, draft.body);
      const signed = await signEntry(signer, { ...draft, body }, clock, deps.random);
      const author = authorOf(directory, signer.id, signed.entry.at);
      if (!author) throw new Error("this device is not in the directory yet");
      const refusal = definition.mayWrite(author, signed.entry, directory);
      if (refusal) throw new Error(`${draft.type}: ${refusal}`);
      if (definition.view === "directory") {
        definition.reduce(directory, signed.entry, author);
        directoryChanged = true;
      }
      written.push({ ...signed, definition, author });
    }

    const db = core.store.work;
    const now = clock.now();
    await db.transaction("rw", [...entryTables(db), db.outbox], async () => {
      if (directoryChanged) await keeper.save(db);
      await storeEntries(
        db,
        written.map((admitted) => ({ admitted, places: [] })),
        { self: core.self()?.member, now },
      );
      await db.outbox.where("id").anyOf(replaces).delete();
      await removeEntries(db, replaces);
      await db.outbox.bulkAdd(
        written.map(
          ({ entry, signature, payload }): OutboxRow => ({
            id: entry.id,
            signature,
            payload,
            state: "waiting",
            queuedAt: now,
            offset: clock.offset(),
          }),
        ),
      );
    });
    core.refresh();
    core.syncSoon();
    return written.map(({ entry }) => entry.id);
  });
