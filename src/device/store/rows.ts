import type { Anchor } from "../../domain/anchor";
import type { DocumentView } from "../../domain/document";
import type { Aggregate, Author } from "../../domain/entry";
import type { DocumentId, EntryId, Hash, KeyId, MeetingId, MemberId, PhotoId } from "../../domain/ids";
import type { PhotoPage } from "../../domain/meeting-photos";
import type { Refusal } from "../../domain/refusal";
import type { Scope } from "../../domain/scope";
import type { DataPolicy } from "../device";
import type { PhotosFor } from "../photos/photos";

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

/** A page of a scope, or a few that came at once: its entries in order, the last of which has number `n`. */
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
  /** Its numbers are of a server that was restored since, while this phone might not read it there. */
  readonly behind?: true;
}

/**
 * `waiting`: the person's own, unsent. `returned`: somebody's entry that a restored server had lost, on its way back.
 * `undecided`: one's own that withdraws something, sent as the others are; here nothing came of it so far.
 * `held`: unsent as well, until the pages that it names are at the server. `refused`: in the open, with the reason.
 * `later`, `returnedLater`: one's own and somebody's, on the way back and not taken yet by a restored server that may lack
 * what they rest on (`outbox/go-again.ts`).
 */
export type OutboxState =
  | "waiting"
  | "undecided"
  | "held"
  | "later"
  | "returned"
  | "returnedLater"
  | "refused";

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
  /** Brought back to a restored server, which had taken it once; `tried` is when that refused it last. */
  readonly back?: true;
  readonly tried?: number;
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

/** What was typed into minutes since they were last signed: an update of their Yjs document. */
export interface DraftRow {
  readonly n?: number;
  readonly meeting: MeetingId;
  readonly update: Uint8Array<ArrayBuffer>;
}

/** A bookmark, a highlight, a private note: of this phone alone, in no entry and in no answer to the server. */
export interface NoteRow extends Anchor {
  readonly id: string;
  readonly document: DocumentId;
  readonly kind: "bookmark" | "mark";
  /** What the person wrote to it. */
  readonly words?: string;
  /** Milliseconds. */
  readonly at: number;
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
  /** The server was asked for it once more, or it was held against its signature before: these are its bytes. */
  readonly asked?: boolean;
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
  /** Of a photographed page: the meeting that named it last; empty while its paper is not saved. */
  readonly about?: string;
  /** Of one made on this phone: the server has it. */
  readonly sent?: boolean;
}

export interface ChunkRow {
  readonly hash: Hash;
  readonly i: number;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** A paper that the reader put aside for himself. Never sent. */
export interface ShelfRow {
  readonly id: DocumentId;
  readonly savedAt: number;
  /** His own topics. */
  readonly labels: readonly string[];
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

/** A paper being photographed (`photos/`). */
export interface PhotoDraftRow {
  readonly photo: PhotoId;
  readonly of: PhotosFor;
  readonly title: string;
  readonly declaredBy?: string;
  /** Every page taken for it, those left out again among them. */
  readonly pages: readonly PhotoPage[];
  /** The pages that it has, in their order. */
  readonly order: readonly Hash[];
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
  /** How far late facts were brought to bear (`apply/rejudge.ts`): the last bunch of entries, and the directory's revision. */
  readonly judged: { readonly pack: number; readonly revision: number };
  /** The directory's revision when the office last looked for phones to vouch for (`sync/vouch.ts`). */
  readonly vouched: number;
  readonly sync: { readonly epoch: string | null; readonly at?: number };
  /** Milliseconds to add to the phone's clock. */
  readonly offset: number;
  readonly policy: DataPolicy;
  /** Papers left whose words are still in the search index. */
  readonly staleIndex: true;
  /** Papers being photographed. Their pages lie among the files. */
  readonly photoDrafts: readonly PhotoDraftRow[];
}
export type MetaName = keyof MetaValues;
export interface MetaRow {
  readonly name: MetaName;
  readonly value: MetaValues[MetaName];
}
