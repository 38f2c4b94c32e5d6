import type { DocumentKind, Urgency } from "../../domain/document-kind";
import type { DocumentId } from "../../domain/ids";
import type { Passage } from "./passage";

/** Which papers are wanted; what is absent lets all pass. */
export interface PaperFilter {
  readonly show: "all" | "unread" | "to-acknowledge";
  readonly kind?: DocumentKind | undefined;
  /** `commune`: issued by the office; `cell`: by the cell. */
  readonly from?: "commune" | "cell" | undefined;
  readonly issuer?: string | undefined;
  /** Of issue. */
  readonly year?: string | undefined;
  readonly urgency?: Urgency | undefined;
  /** Tasks were assigned from it. */
  readonly tasks?: true | undefined;
}

export interface Question {
  readonly words: string;
  readonly filter: PaperFilter;
}

export interface FoundId {
  readonly id: DocumentId;
  /** What it was found by; absent where there were no words. */
  readonly by?: "number" | "abstract" | "text";
  /** It holds something close to the words, or not all of them. */
  readonly near: boolean;
}

export interface Answer {
  readonly found: readonly FoundId[];
  readonly total: number;
  /** Pieces of the index that the phone's storage gave back damaged. */
  readonly damaged: readonly number[];
}

/** How many papers each choice would leave, beside all that is chosen already. */
export interface Facets {
  readonly unread: number;
  readonly toAcknowledge: number;
  readonly tasks: number;
  readonly kind: Readonly<Partial<Record<DocumentKind, number>>>;
  readonly from: { readonly commune: number; readonly cell: number };
  /** The most frequent first. */
  readonly issuer: readonly (readonly [issuer: string, count: number])[];
  /** The newest first. */
  readonly year: readonly (readonly [year: string, count: number])[];
  readonly urgency: Readonly<Partial<Record<Urgency, number>>>;
  /** Papers that pass all of it. */
  readonly total: number;
}

/** Tables whose changes matter to an answer. */
export const askedTables = ["searchSegments", "documents", "wanted", "views"] as const;
export type AskedTable = (typeof askedTables)[number];

/** Finds papers; beside the page where there is a worker. */
export interface Finder {
  /** Reads the index ahead of the first question. */
  prepare(): Promise<void>;
  find(question: Question, limit: number): Promise<Answer>;
  facets(question: Question): Promise<Facets>;
  /** The place of each paper that holds the words best; undefined where its text does not. */
  passages(words: string, ids: readonly DocumentId[]): Promise<readonly (Passage | undefined)[]>;
  /** A table of the phone's database changed. */
  changed(table: AskedTable): void;
}
