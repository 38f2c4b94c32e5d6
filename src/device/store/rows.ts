import type { DocumentView } from "../../domain/document";
import type { Aggregate, Author } from "../../domain/entry";
import type { DocumentId, EntryId, Hash, KeyId, MemberId } from "../../domain/ids";
import type { Refusal } from "../../domain/refusal";
import type { Scope } from "../../domain/scope";
import type { DataPolicy } from "../device";

/** An entry on this phone, as it was signed. A stub keeps the signature alone: its content was withdrawn. */
export interface EntryRow {
  readonly id: EntryId;
  readonly signature: string;
  readonly payload?: string;
  readonly type?: string;
  readonly subject?: string;
  readonly scopes?: readonly Scope[];
  /** The author as he stood when the entry was let in: applying it again needs no second judgement. */
  readonly author?: Author;
}

/** Entries, a bunch a row (`entries.ts`). */
export interface EntryPack {
  readonly pack?: number;
  readonly ids: readonly EntryId[];
  readonly rows: readonly EntryRow[];
}

/** A page of a scope: its entries in order, the last of which has number `n`. */
export interface NumberRow {
  readonly scope: Scope;
  readonly n: number;
  readonly ids: readonly EntryId[];
  /** The running digest after each: only in the commune's scope, for the office's attestation. */
  readonly digests?: readonly string[];
}

export interface ScopeRow {
  readonly scope: Scope;
  /** Every entry up to this number is on the phone. */
  readonly n: number;
  /** The running digest at `n`. */
  readonly digest: string;
  /** The server's last number, as it last said. */
  readonly head: number;
}

/**
 * `waiting`: the person's own, unsent. `returned`: somebody's entry that a restored server had lost, on its way back.
 * `refused`: in the open, with the reason.
 */
export type OutboxState = "waiting" | "returned" | "refused";

export interface OutboxRow {
  readonly order?: number;
  readonly id: EntryId;
  readonly signature: string;
  readonly payload: string;
  readonly state: OutboxState;
  readonly code?: Refusal;
  readonly queuedAt: number;
  /** How far the phone's clock was known to be wrong when it was signed, in milliseconds. */
  readonly offset: number;
}

/** What the server took in one answer: remembered 30 days, in case it is restored to a day before. */
export interface AckedRow {
  readonly id?: number;
  readonly ids: readonly EntryId[];
  readonly at: number;
}

export interface DocumentRecord {
  readonly id: DocumentId;
  readonly view: DocumentView;
  /** The entries that made it. */
  readonly entries: readonly EntryId[];
  /** Its content was withdrawn from this phone. */
  readonly gone?: "recalled" | "expired";
  /** Place in the list: unread, urgency, newest. Absent where there is nothing to show, and so not in the index. */
  readonly sort?: string;
  /** The day to acknowledge by, while that is still to be done. */
  readonly due?: string;
  readonly expires?: string;
  readonly text?: Hash;
  readonly file?: Hash;
}

/** The view of one subject of an aggregate, and the entries that made it. */
export interface RecordRow {
  readonly id: string;
  readonly kind: Aggregate;
  readonly view: unknown;
  readonly entries: readonly EntryId[];
}

/** Reading texts, a dozen a row (`texts.ts`): UTF-8 of their JSON, just the bytes that were hashed. */
export interface TextPack {
  readonly id?: number;
  readonly hashes: readonly Hash[];
  /** Where each text ends in `data`. */
  readonly ends: readonly number[];
  readonly data: Uint8Array<ArrayBuffer>;
}

/** Wanted texts, a bunch a row (`wanted.ts`). */
export interface WantedRow {
  readonly id?: number;
  readonly texts: readonly WantedText[];
}

/** A text that some entry names and that is not on the phone. Every named text is either here or in `texts`. */
export interface WantedText {
  readonly hash: Hash;
  /** `freed`: was here and made room; `gone`: the server does not give it out. Both come only when asked for. */
  readonly state: "missing" | "freed" | "gone";
  /** Order of asking, the smallest first. */
  readonly rank: string;
  /** The entries that name it: they hold back how far the phone confirms a scope as complete. */
  readonly places: readonly Place[];
}

export interface Place {
  readonly scope: Scope;
  readonly n: number;
}

/** A numbered entry that could not be let in: its author or type is unknown so far, or it breaks a rule. */
export interface QuarantineRow {
  readonly id: EntryId;
  readonly signature: string;
  readonly payload: string;
  readonly code: Refusal;
  readonly places: readonly Place[];
}

export interface FileRow {
  readonly hash: Hash;
  readonly bytes: number;
  readonly media: string;
  /** Bytes on the phone so far. */
  readonly done: number;
  /** True once all of it is here and its hash was right. */
  readonly whole: 0 | 1;
  readonly usedAt: number;
}

export interface ChunkRow {
  readonly hash: Hash;
  readonly i: number;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** A piece of the search index (`search/segment.ts`) and the papers in it. Of a paper indexed twice the later piece counts. */
export interface SegmentRow {
  readonly id?: number;
  readonly papers: readonly DocumentId[];
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface KeyRow {
  readonly name: string;
  readonly pair: CryptoKeyPair;
}

/** Single values, each under its name. */
export interface MetaValues {
  readonly self: {
    readonly key: KeyId;
    /** The commune's root, pinned. */
    readonly root: KeyId;
    readonly member: MemberId;
    /** The line that enrolled this device: sent again to a server that forgot it. */
    readonly enrolment: string;
  };
  /** An enrolment under way: the same link takes it up again. */
  readonly pending: MetaValues["self"] & { readonly offer: EntryId };
  /** The directory as `directoryToJson` gives it. */
  readonly directory: unknown;
  /** Rises with each change of the directory, so that another tab notices. */
  readonly revision: number;
  readonly sync: { readonly epoch: string | null; readonly at?: number };
  /** Milliseconds to add to the phone's clock. */
  readonly offset: number;
  readonly policy: DataPolicy;
  /** Papers left whose words are still in the search index. */
  readonly staleIndex: true;
}
export type MetaName = keyof MetaValues;
export interface MetaRow {
  readonly name: MetaName;
  readonly value: MetaValues[MetaName];
}
