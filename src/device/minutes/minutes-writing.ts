import * as Y from "yjs";
import { type MeetingId, newLocalId, type TaskId } from "../../domain/ids";
import { type Host, hostScopes } from "../../domain/meeting-host";
import { type MinutesView, minutesEdited, updateLimit } from "../../domain/minutes";
import { fromBase64url, toBase64url } from "../../protocol/base64url";
import type { Core } from "../core";
import { writeEntries } from "../outbox/write";
import type { DraftRow } from "../store/rows";
import { onChange } from "../store/watch";
import { createMinutesDocument, type MinutesDocument } from "./minutes-document";

/** `failed`: not on disk yet, it is tried again by itself. */
export type DraftState = "saved" | "saving" | "failed";

/**
 * Minutes open for writing. Every keystroke is on disk within moments, as a draft of this phone; after a while, or when
 * the page is left, what was typed becomes one signed entry, and other officers' phones get it.
 */
export interface MinutesWriting extends MinutesDocument {
  /** A name for something new in the minutes. */
  newId(): TaskId;
  state(): DraftState;
  onState(listener: () => void): () => void;
  /** Signs what was typed so far; nothing where nothing was. */
  sign(): Promise<void>;
  /** Signs and lets go. */
  close(): Promise<void>;
}

/** What was applied from the store is not written to it again. */
const fromStore = Symbol("from the store");

/** How long typed words wait for more before they are signed, and how long until a failed save is tried again; milliseconds. */
const signAfter = 20_000;
const retryAfter = 2_000;

/** Bytes of one update: a third more as base64url. */
const updateBytes = Math.floor(updateLimit * 0.75) - 3;

const signedEdits = async (core: Core, id: MeetingId): Promise<readonly string[]> => {
  const record = await core.store.mirror.views.get(["minutes", id]);
  return ((record?.view as MinutesView | undefined)?.edits ?? []).map(({ update }) => update);
};

const draftsOf = (core: Core, id: MeetingId): Promise<DraftRow[]> =>
  core.store.work.drafts.where("meeting").equals(id).sortBy("n");

/** An update of a strange phone that cannot be read changes nothing. */
const applyStored = (doc: Y.Doc, update: Uint8Array | undefined) => {
  if (!update) return;
  try {
    Y.applyUpdate(doc, update, fromStore);
  } catch {
    // Its entry was signed by an officer, so it stays in the log; there is nothing readable in it.
  }
};

/** All that this phone has of a meeting's minutes, signed or not. */
export const readStored = async (core: Core, id: MeetingId, doc: Y.Doc): Promise<void> => {
  for (const { update } of await draftsOf(core, id)) applyStored(doc, update);
  for (const edit of await signedEdits(core, id)) applyStored(doc, fromBase64url(edit));
};

/** Drafts as few updates that each fit an entry: one that holds only what they changed, or their own in bunches. */
const packDrafts = (edits: readonly string[], rows: readonly DraftRow[]): readonly Uint8Array[] => {
  const doc = new Y.Doc();
  for (const edit of edits) applyStored(doc, fromBase64url(edit));
  const before = Y.encodeStateVector(doc);
  for (const { update } of rows) applyStored(doc, update);
  const whole = Y.encodeStateAsUpdate(doc, before);
  if (whole.length <= updateBytes) return [whole];
  return inBunches(rows.map(({ update }) => update)).map((bunch) => Y.mergeUpdates([...bunch]));
};

/** Updates in bunches that each fit an entry when they are merged, in their order. */
const inBunches = <T extends Uint8Array>(updates: readonly T[]): readonly (readonly T[])[] => {
  const bunches: T[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const update of updates) {
    if (bytes + update.length > updateBytes * 0.9) {
      bunches.push([]);
      bytes = 0;
    }
    bunches.at(-1)?.push(update);
    bytes += update.length;
  }
  return bunches;
};

/** Drafts that another tab signed in the meantime: this tab writes nothing then. */
class AlreadySigned extends Error {}

/** Signs the drafts of a meeting's minutes: entries and the end of the drafts in one transaction. */
export const signDrafts = async (core: Core, id: MeetingId, host: Host): Promise<void> => {
  const rows = await draftsOf(core, id);
  if (rows.length === 0) return;
  const edits = await signedEdits(core, id);
  const numbers = rows.flatMap(({ n }) => (n === undefined ? [] : [n]));
  const drafts = packDrafts(edits, rows).map((update) => ({
    type: minutesEdited.type,
    subject: id,
    scopes: hostScopes(host),
    body: { host, update: toBase64url(update) },
  }));
  const { work } = core.store;
  try {
    await writeEntries(core, drafts, {
      tables: [work.drafts],
      run: async () => {
        if ((await work.drafts.where("n").anyOf(numbers).count()) !== numbers.length)
          throw new AlreadySigned();
        await work.drafts.bulkDelete(numbers);
      },
    });
  } catch (error) {
    if (!(error instanceof AlreadySigned)) throw error;
  }
};

/** Runs a task when told, never twice at a time, and once more where it was told meanwhile. */
const oneAtATime = (task: () => Promise<void>): (() => void) => {
  let running = false;
  let again = false;
  const run = async () => {
    running = true;
    while (again) {
      again = false;
      // The store is closing or was lost; whoever lost it has said so.
      await task().catch(() => undefined);
    }
    running = false;
  };
  return () => {
    again = true;
    if (!running) void run();
  };
};

/** Opens the minutes of a meeting as they are on this phone, and keeps them in step with what comes. */
export const openMinutes = async (core: Core, id: MeetingId, host: Host): Promise<MinutesWriting> => {
  const { store, deps } = core;
  const document = createMinutesDocument();
  const { doc } = document;
  const seen = new Set<string>();
  let lastDraft = 0;

  const takeEdits = async () => {
    for (const edit of await signedEdits(core, id)) {
      if (seen.has(edit)) continue;
      seen.add(edit);
      applyStored(doc, fromBase64url(edit));
    }
  };
  /** Of this tab and of others: what is in the document already changes nothing. */
  const takeDrafts = async () => {
    const rows = await store.work.drafts.where("n").above(lastDraft).sortBy("n");
    for (const { n = 0, meeting, update } of rows) {
      lastDraft = n;
      if (meeting === id) applyStored(doc, update);
    }
  };
  // Drafts first: what is signed in between stands among the edits after that.
  await takeDrafts();
  await takeEdits();

  let state: DraftState = "saved";
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let saving: Promise<void> | undefined;
  let closed = false;
  let cancelSign: (() => void) | undefined;
  const listeners = new Set<() => void>();
  const tell = (next: DraftState) => {
    if (state === next) return;
    state = next;
    for (const listener of listeners) listener();
  };

  /** One write at a time; what is typed during it goes with the next. */
  const save = async () => {
    while (waiting.length > 0) {
      const taken = waiting;
      waiting = [];
      try {
        const rows = inBunches(taken).map((bunch) => ({
          meeting: id,
          update: Y.mergeUpdates([...bunch]) as Uint8Array<ArrayBuffer>,
        }));
        await store.work.drafts.bulkAdd(rows);
      } catch {
        waiting = [...taken, ...waiting];
        tell("failed");
        if (closed) return;
        await new Promise<void>((resolve) => deps.timer.after(retryAfter, resolve));
      }
    }
    tell("saved");
  };
  const saved = async () => {
    saving ??= save().finally(() => {
      saving = undefined;
    });
    await saving;
  };
  const sign = async () => {
    cancelSign?.();
    cancelSign = undefined;
    await saved();
    await signDrafts(core, id, host);
  };

  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin === fromStore) return;
    waiting.push(update as Uint8Array<ArrayBuffer>);
    tell("saving");
    void saved();
    cancelSign ??= deps.timer.after(signAfter, () => {
      cancelSign = undefined;
      void sign().catch(() => undefined);
    });
  });

  const stops = [
    onChange(store, ["views"], oneAtATime(takeEdits)),
    onChange(store, ["drafts"], oneAtATime(takeDrafts)),
  ];

  return {
    ...document,
    newId: () => newLocalId<TaskId>(deps.random),
    state: () => state,
    onState: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    sign,
    close: async () => {
      closed = true;
      for (const stop of stops) stop();
      await sign();
      doc.destroy();
    },
  };
};
