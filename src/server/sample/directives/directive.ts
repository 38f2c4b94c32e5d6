import type { DocumentKind, Urgency } from "../../../domain/document-kind";
import type { IssuerName } from "../issuers";
import type { Topic } from "../topics/topic";

/** Groups of cells that a sample paper is for. */
export type SampleAudience =
  | "all"
  | "villages"
  | "highland"
  | "schools"
  | "offices"
  | "every-committee"
  | "village-committees";

/** One sample paper before it is laid out. Its serial number follows from its day. */
export interface Directive {
  readonly on: string;
  readonly kind: DocumentKind;
  /** One of the bodies, or the name of a cell that issues its own. */
  readonly from: IssuerName | { readonly cell: string };
  readonly topic: Topic;
  readonly more?: readonly Topic[];
  readonly abstract: string;
  /** What this paper alone says. */
  readonly own: readonly string[];
  readonly grounds?: readonly string[];
  readonly urgency?: Urgency;
  readonly acknowledgeBy?: string;
  readonly expiresOn?: string;
  readonly to?: SampleAudience;
  /** Rows of cells in its table. */
  readonly cells?: "villages" | "highland" | "all";
  readonly file?: true;
  readonly recalled?: { readonly on: string; readonly reason: string };
  /** A name by which a later paper can say that it replaces this one. */
  readonly as?: string;
  readonly replaces?: string;
}
