import type { StoreApi } from "zustand/vanilla";
import type { CellRole, Directory } from "../domain/directory";
import type { DocumentKind, Urgency } from "../domain/document-kind";
import type { DocumentId, EntryId, Hash, KeyId, MemberId, OrgId } from "../domain/ids";
import type { ReadingText } from "../domain/reading-text";
import type { Refusal } from "../domain/refusal";
import type { Result } from "../domain/result";
import type { Scope } from "../domain/scope";
import type { Draft } from "../protocol/signed-entry";
import type { Collections } from "./collections/collections";
import type { Meetings } from "./meetings/meetings";
import type { Reading } from "./reading/reading";
import type { Passage } from "./search/passage";
import type { Facets, PaperFilter, Question } from "./search/question";
import type { Tasks } from "./tasks/tasks";

/** Who this device belongs to, as its own verified directory says. */
export interface Identity {
  readonly key: KeyId;
  readonly member: MemberId;
  readonly name: string;
  readonly org: OrgId;
  readonly orgName: string;
  readonly communeName: string;
  readonly role: CellRole | "member";
  /** Holds a publishing key. */
  readonly office: boolean;
}

export type SyncProblem =
  /** Nobody answered, or something that is not our server did (a captive portal). */
  | "unreachable"
  | "not-our-server"
  /** The server asks for patience. */
  | "busy"
  | "storage-full"
  | "app-too-old"
  | "failed";

/** What the one quiet line and every screen may know at any moment. Computed from what is verified on the phone. */
export interface DeviceState {
  readonly phase: "starting" | "blank" | "ready" | "wiped" | "broken";
  readonly identity?: Identity;
  readonly sync: {
    readonly running: boolean;
    /** When the last whole answer was applied, by the corrected clock, in milliseconds. */
    readonly at?: number;
    readonly problem?: SyncProblem;
    /** During a long pull: texts on the phone of those known. */
    readonly progress?: { readonly done: number; readonly of: number };
  };
  readonly outbox: { readonly waiting: number; readonly refused: number };
  /** When the office last vouched for the directory, and whether this copy agrees. */
  readonly directory?: { readonly attestedAt: number; readonly agrees: boolean };
  /** True once the browser promised to keep the data. */
  readonly persisted: boolean;
  /** Pieces of the search index were damaged: it is being built anew, or has been. No paper is lost by that. */
  readonly index?: "rebuilding" | "rebuilt";
}

/** A value that changes: calls back at once and at every change until unsubscribed. */
export interface Watch<T> {
  subscribe(listener: (value: T) => void): () => void;
}

export interface DocumentRow {
  readonly id: DocumentId;
  readonly number?: string;
  readonly kind: DocumentKind;
  readonly abstract: string;
  readonly issuer: string;
  /** `YYYY-MM-DD`. */
  readonly issuedOn: string;
  readonly urgency: Urgency;
  readonly acknowledgeBy?: string;
  /** The cell that issued it; absent for the office. */
  readonly org?: OrgId;
  readonly readAt?: number;
  readonly acknowledgedAt?: number;
  /** False while its text is still on the way. */
  readonly hasText: boolean;
  readonly superseded: boolean;
}

export interface LibraryQuery {
  readonly show: PaperFilter["show"];
  /** So many rows are left out at the beginning. */
  readonly from?: number;
  readonly limit: number;
}

export interface RegisterQuery {
  /** Words as typed: matched in number-symbol and abstract, without diacritics. */
  readonly words?: string;
  readonly limit: number;
}

/** A paper as the register of what was issued shows it. */
export interface RegisterRow
  extends Pick<DocumentRow, "id" | "kind" | "number" | "abstract" | "issuedOn" | "urgency"> {
  /** `recalled` and `expired`: its content was withdrawn, here too. */
  readonly state: "in-force" | "replaced" | "recalled" | "expired";
  readonly recalledAt?: number;
  readonly reason?: string;
}

export interface RegisterResult {
  readonly rows: readonly RegisterRow[];
  readonly total: number;
}

export interface Library {
  /** Unread first, then the most urgent, then the newest. */
  list(query: LibraryQuery): Watch<{
    readonly rows: readonly DocumentRow[];
    readonly total: number;
    /** As asked. */
    readonly from: number;
  }>;
  counts(): Watch<{ readonly all: number; readonly unread: number; readonly toAcknowledge: number }>;
  document(id: DocumentId): Watch<DocumentDetail | undefined>;
  /** What the office or the cell has issued, the newest day first, also what was recalled since. */
  register(query: RegisterQuery): Watch<RegisterResult>;
  /** The best papers for these words, once. */
  search(words: string, limit: number): Promise<readonly FoundDocument[]>;
  /** Words and filters over all papers; in a chunk of its own. */
  finding(): Promise<Finding>;
  /** The reading text, or undefined while it is not on the phone (it is then asked for first). */
  text(hash: Hash): Promise<ReadingText | undefined>;
  markRead(id: DocumentId): Promise<void>;
  acknowledge(id: DocumentId): Promise<void>;
}

export interface FoundDocument {
  readonly row: DocumentRow;
  /** What it was found by; absent where only filters were asked. */
  readonly by?: "number" | "abstract" | "text";
  /** It holds something close to the words, or not all of them. */
  readonly near: boolean;
}

export interface FoundDocuments {
  /** The best first; without words as the list has them. */
  readonly papers: readonly FoundDocument[];
  readonly total: number;
  /** The phone could not look. */
  readonly failed?: true;
}

export interface Finding {
  /** Papers that hold the words in number-symbol, abstract or full text and pass the filter. The last word may be half typed, slips are forgiven. */
  find(question: Question, limit: number): Watch<FoundDocuments>;
  /** The same once. */
  findOnce(question: Question, limit: number): Promise<FoundDocuments>;
  /** How many papers each choice of a filter would leave. */
  facets(question: Question): Watch<Facets>;
  /** Where each paper holds the words best. */
  passages(words: string, ids: readonly DocumentId[]): Promise<readonly (Passage | undefined)[]>;
}

export interface DocumentDetail extends DocumentRow {
  readonly text: Hash;
  readonly scanned: boolean;
  readonly file?: {
    readonly hash: Hash;
    readonly bytes: number;
    readonly media: string;
    readonly name: string;
  };
  readonly issuedAt: number;
  readonly signedBy: {
    readonly key: KeyId;
    readonly title: string;
    readonly office: boolean;
    readonly revoked: boolean;
  };
  readonly declaredBy: string;
  /** Where it was published: a recall or a replacement goes to the same places. */
  readonly scopes: readonly Scope[];
  readonly supersededBy?: DocumentId;
  /** On a committee member's phone: who of the cell has read and acknowledged. */
  readonly receipts?: { readonly read: readonly MemberId[]; readonly acknowledged: readonly MemberId[] };
}

export interface OutboxItem {
  readonly id: EntryId;
  readonly type: string;
  readonly subject: string;
  /** The abstract or name of what it is about, where this phone knows it. */
  readonly about?: string;
  readonly at: number;
  readonly state: "waiting" | "refused";
  readonly code?: Refusal;
  /** Brought back to a restored server, which has not taken it again yet. */
  readonly later?: true;
  /** Held back until the pages that it names are at the office. */
  readonly pages?: { readonly sent: number; readonly of: number };
}

export interface Outbox {
  items(): Watch<readonly OutboxItem[]>;
  /** Signs the same fact anew with today's key and clock, and sends again. */
  retry(id: EntryId): Promise<void>;
  /** Takes a refused item off the list; the person said so. */
  discard(id: EntryId): Promise<void>;
  /** Everything unsent as one text file of signed lines, to carry by hand. */
  exportFile(): Promise<Blob>;
}

export type DataPolicy = "always" | "wifi" | "ask";

export interface Files {
  policy(): DataPolicy;
  setPolicy(policy: DataPolicy): Promise<void>;
  /** The whole file if it is on the phone and its hash is right. */
  get(hash: Hash): Promise<Blob | undefined>;
  /** Fetches with Range, resuming where it stopped; `onProgress` in bytes. */
  fetch(
    hash: Hash,
    bytes: number,
    media: string,
    onProgress: (done: number) => void,
    signal?: AbortSignal,
  ): Promise<Result<Blob, SyncProblem | Refusal>>;
  /** Keeps a file that the server has, as one that was fetched. Never throws: where there is no room, it is not kept. */
  keep(hash: Hash, data: Blob): Promise<void>;
  /** Puts a blob on the server. */
  upload(data: Blob, onProgress?: (done: number) => void): Promise<Result<Hash, SyncProblem | Refusal>>;
}

export interface StorageReport {
  readonly documents: number;
  readonly textBytes: number;
  readonly files: number;
  readonly fileBytes: number;
  readonly unsent: number;
  /** What the browser says it uses and may use, where it says so. */
  readonly usage?: number;
  readonly quota?: number;
}

export type EnrolFailure = Refusal | SyncProblem | "not-a-link" | "damaged" | "keys-not-kept";

/** The phone without its screens. */
export interface Device {
  readonly state: StoreApi<DeviceState>;
  readonly library: Library;
  readonly outbox: Outbox;
  readonly files: Files;
  /** Meetings of this phone's cell; in a chunk of its own. */
  meetings(): Promise<Meetings>;
  /** Tasks that this phone reads of; in a chunk of its own. */
  tasks(): Promise<Tasks>;
  /** What a reader has beside the text: own notes, papers that belong to it, a voice; in a chunk of its own. */
  reading(): Promise<Reading>;
  /** Papers in groups; in a chunk of its own. */
  collections(): Promise<Collections>;
  /** The verified directory as this device knows it, and its changes. */
  directory(): Watch<Directory>;
  /** Makes this device's key and takes up the offer of a link. */
  enrol(link: string): Promise<Result<Identity, EnrolFailure>>;
  /** Signs facts and saves them with the outbox and their effect on the views, in one strict transaction. Resolves when they are on disk. */
  write(drafts: readonly Draft[]): Promise<readonly EntryId[]>;
  /** The corrected clock, milliseconds. */
  now(): number;
  /** Syncs now; the same as the button. */
  sync(): Promise<void>;
  /** An authenticated request for the office's numbers. */
  request(
    method: string,
    path: string,
    body?: Blob | string,
  ): Promise<Result<Response, SyncProblem | Refusal>>;
  storage(): Promise<StorageReport>;
  /** Frees files, then texts of read papers; never unsent work. Returns the bytes freed. */
  freeStorage(): Promise<number>;
  /** Leaves the commune on this device: revokes its own key, then wipes. */
  leave(): Promise<void>;
}
