import * as v from "valibot";
import { authorOf } from "../../domain/directory";
import { aggregateOf } from "../../domain/entry";
import type { EntryId } from "../../domain/ids";
import { loadDefinition } from "../../domain/registry";
import type { Admitted } from "../../protocol/admit";
import { type Draft, signEntry } from "../../protocol/signed-entry";
import { entryTables, storeEntries } from "../apply/store-entries";
import type { Core } from "../core";
import type { AnyTable } from "../store/database";
import type { OutboxRow } from "../store/rows";

/**
 * Signs facts and saves them with the outbox and their effect on the views, in one strict transaction; resolves when
 * they are on disk. What withdraws something has no effect yet (`EntryDefinition.withdraws`). A draft that this phone's own
 * directory does not allow is a mistake of the caller: it throws, and nothing is written. `also`: what is done in the same
 * transaction, or not at all.
 */
export const writeEntries = (
  core: Core,
  drafts: readonly Draft[],
  also?: { readonly tables: readonly AnyTable[]; readonly run: () => Promise<void> },
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
    await db.transaction("rw", [...entryTables(db), db.outbox, ...(also?.tables ?? [])], async () => {
      if (directoryChanged) await keeper.save(db);
      await storeEntries(
        db,
        written
          .filter(({ definition }) => !definition.withdraws)
          .map((admitted) => ({ admitted, places: [] })),
        { self: core.self()?.member, now: clock.heard() },
      );
      await also?.run();
      await db.outbox.bulkAdd(
        written.map(
          ({ entry, signature, payload, definition }): OutboxRow => ({
            id: entry.id,
            signature,
            payload,
            // A paper's files were sent before it is written; photographs are taken where there is no network.
            state: definition.withdraws
              ? "undecided"
              : definition.files && aggregateOf(definition)
                ? "held"
                : "waiting",
            queuedAt: now,
            offset: clock.offset(),
          }),
        ),
      );
    });
    core.syncSoon();
    return written.map(({ entry }) => entry.id);
  });
