import Dexie, { type Table } from "dexie";
import type { Aggregate } from "../../domain/entry";
import type { DocumentId, EntryId, Hash } from "../../domain/ids";
import type { Scope } from "../../domain/scope";
import { earlyFactory } from "./early-database";
import type {
  AckedRow,
  ChunkRow,
  DocumentRecord,
  DraftRow,
  EntryPack,
  FileRow,
  KeyRow,
  MetaRow,
  NoteRow,
  NumberRow,
  OutboxRow,
  QuarantineRow,
  RecordRow,
  ScopeRow,
  SegmentRow,
  ShelfRow,
  TextPack,
  WantedRow,
} from "./rows";

/** One connection to the phone's database. On the first path: keep it light. */
export interface Database extends Dexie {
  readonly meta: Table<MetaRow, string>;
  readonly keys: Table<KeyRow, string>;
  readonly entries: Table<EntryPack, number>;
  readonly numbers: Table<NumberRow, [Scope, number]>;
  readonly scopes: Table<ScopeRow, Scope>;
  readonly outbox: Table<OutboxRow, number>;
  readonly acked: Table<AckedRow, number>;
  readonly documents: Table<DocumentRecord, DocumentId>;
  /** Views of everything but papers: meetings, their minutes, tasks … One subject may have several. */
  readonly views: Table<RecordRow, [Aggregate, string]>;
  /** Minutes being written, not yet signed. */
  readonly drafts: Table<DraftRow, number>;
  readonly notes: Table<NoteRow, string>;
  readonly texts: Table<TextPack, number>;
  readonly wanted: Table<WantedRow, number>;
  readonly quarantine: Table<QuarantineRow, EntryId>;
  readonly files: Table<FileRow, Hash>;
  readonly chunks: Table<ChunkRow, [Hash, number]>;
  readonly searchSegments: Table<SegmentRow, number>;
  /** What the reader saved. */
  readonly shelf: Table<ShelfRow, DocumentId>;
}

/** Whatever a table holds. */
export type AnyTable = Table;

/**
 * Strict: a transaction is over when it is on disk; for what a person wrote. Relaxed: when the system has it,
 * some twenty times faster (sync.md §2); for what can be pulled again.
 */
export type Durability = "strict" | "relaxed";

/** Old versions stay for ever, changes only add: a phone may come back after two years. `keys` has no index (Safari lost indexed rows). */
export const createDatabase = (name: string, durability: Durability): Database => {
  const db = new Dexie(name, {
    chromeTransactionDurability: durability,
    cache: "disabled",
    ...(globalThis.earlyDatabase && { indexedDB: earlyFactory() }),
  });
  db.version(1).stores({
    meta: "name",
    keys: "name",
    entries: "++pack, *ids",
    numbers: "[scope+n]",
    scopes: "scope",
    outbox: "++order, &id, state",
    acked: "++id, at",
    documents: "id, sort, due, expires",
    texts: "++id, *hashes",
    wanted: "++id",
    quarantine: "id",
    files: "hash",
    chunks: "[hash+i]",
    searchSegments: "++id, *papers",
  });
  db.version(2).stores({ records: "id, kind" });
  db.version(3)
    .stores({ views: "[kind+id], kind", drafts: "++n, meeting" })
    .upgrade(async (tx) => {
      await tx.table("views").bulkAdd(await tx.table("records").toArray());
    });
  db.version(4).stores({ records: null });
  db.version(5).stores({ notes: "id, document" });
  db.version(6).stores({ shelf: "id" });
  return db as Database;
};
