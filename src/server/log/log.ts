import type { Directory } from "../../domain/directory";
import type { Author } from "../../domain/entry";
import type { EntryId, Hash, KeyId } from "../../domain/ids";
import type { Scope } from "../../domain/scope";
import type { SignedEntry } from "../../protocol/signed-entry";
import type { Verdict } from "../../protocol/sync-line";
import type { Cursor } from "../../protocol/sync-request";

/** One numbered entry of a scope, as the log gives it out. */
export interface NumberedEntry {
  readonly n: number;
  readonly id: EntryId;
  readonly signature: string;
  /** Undefined where the content is withheld (recalled, expired). */
  readonly payload?: string;
}

/** A run of a scope's entries after a cursor, with the running digest after the last of them. */
export interface Page {
  readonly scope: Scope;
  readonly from: number;
  readonly head: number;
  readonly entries: readonly NumberedEntry[];
  readonly digest: string;
}

/** Where a scope stands beside a phone's cursor. */
export interface Standing {
  readonly head: number;
  /** Rises when content of the scope is withheld: pages read before are then no longer true. */
  readonly revision: number;
  /** The running digest at the cursor; undefined where the scope is shorter. */
  readonly digest?: string;
}

/** What a long pull sends ahead of its pages, of one scope after a cursor, in order of number. */
export interface EarlyEntries {
  readonly directory: readonly NumberedEntry[];
  /** The newest papers and every urgent one that still holds. */
  readonly heads: readonly (NumberedEntry & { readonly urgency: number; readonly at: number })[];
}

/**
 * The commune's log: the only place that numbers entries and the only truth on the server.
 * `accept` answers after the entries are on disk.
 */
export interface Log {
  /** Changes when the server was restored from a backup. */
  readonly epoch: string;
  /** Admits, numbers and stores; one verdict for each, in order. */
  accept(entries: readonly SignedEntry[]): Promise<readonly Verdict[]>;
  /** The directory over all scopes, as new as the database. */
  directory(): Promise<Directory>;
  heads(scopes: readonly Scope[]): Promise<ReadonlyMap<Scope, number>>;
  page(scope: Scope, from: number): Promise<Page>;
  /** The running digest after entry `n`; undefined where the scope is shorter. */
  digestAt(scope: Scope, n: number): Promise<string | undefined>;
  /** Heads and digests for many cursors in one query. Scopes without entries are left out. */
  standing(cursors: ReadonlyMap<Scope, number>): Promise<ReadonlyMap<Scope, Standing>>;
  early(scope: Scope, from: number): Promise<EarlyEntries>;
  ids(scope: Scope): AsyncIterable<NumberedEntry>;
  /** Entries by id, of those that stand in one of the scopes. */
  entries(ids: readonly EntryId[], scopes: readonly Scope[]): Promise<readonly SignedEntry[]>;
  /** True where an entry in one of the scopes names the blob and is not withheld. */
  mayRead(hash: Hash, scopes: readonly Scope[]): Promise<boolean>;
  /** Of these blobs those that `mayRead` would allow, in one query. */
  readable(hashes: readonly Hash[], scopes: readonly Scope[]): Promise<ReadonlySet<Hash>>;
  /** Of these blobs those that some entry names: the others may be swept. */
  named(hashes: readonly Hash[]): Promise<ReadonlySet<Hash>>;
  /** Remembers how far a device says it holds each scope. */
  confirm(device: KeyId, cursors: Readonly<Partial<Record<Scope, Cursor>>>): Promise<void>;
  close(): Promise<void>;
}

/** Whoever sends a request, once the assertion was checked. */
export interface Principal {
  readonly author: Author;
  readonly scopes: readonly Scope[];
}
