import type { EntryRow } from "../../../src/server/log/entry-row";
import type { Cell } from "./rows";

/** Tables of the log in memory; see `src/server/db/schema.ts`. */
export interface EntryRecord extends EntryRow {
  readonly seq: number;
}

export interface ScopeRecord {
  readonly name: string;
  readonly head: number;
  readonly digest: string;
  readonly revision: number;
}

export interface NumberRecord {
  readonly scope: string;
  readonly n: number;
  readonly entry_id: string;
  readonly digest: string;
}

export interface Tables {
  readonly meta: Map<string, Cell<string>>;
  readonly scopes: Map<string, Cell<ScopeRecord>>;
  readonly entries: Map<string, Cell<EntryRecord>>;
  /** In the order of `seq`. */
  readonly order: Cell<EntryRecord>[];
  readonly bySubject: Map<string, Cell<EntryRecord>[]>;
  /** By scope, at index `n - 1`. */
  readonly numbers: Map<string, Cell<NumberRecord>[]>;
  /** Names of scopes by entry. */
  readonly scopesOf: Map<string, Set<string>>;
  /** By hash, then `scope entry`. */
  readonly blobs: Map<string, Map<string, Cell<{ readonly scope: string; readonly entry_id: string }>>>;
  readonly claims: Map<string, Cell<string>>;
  readonly cursors: Map<string, unknown>;
  seq: number;
}

export const newTables = (): Tables => ({
  meta: new Map(),
  scopes: new Map(),
  entries: new Map(),
  order: [],
  bySubject: new Map(),
  numbers: new Map(),
  scopesOf: new Map(),
  blobs: new Map(),
  claims: new Map(),
  cursors: new Map(),
  seq: 0,
});

export const emptyTables = (tables: Tables): void => {
  for (const one of Object.values(tables)) {
    if (one instanceof Map) one.clear();
    if (Array.isArray(one)) one.length = 0;
  }
  tables.seq = 0;
};
