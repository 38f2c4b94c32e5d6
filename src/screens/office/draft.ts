import type { Paper } from "../../device/intake/read-paper";
import type { Suggestions } from "../../device/intake/suggest";
import type { PaperFields } from "../../device/office/publish";
import type { DocumentKind, Urgency } from "../../domain/document-kind";
import { formatDocumentNumber, kindsOfNumber, parseDocumentNumber } from "../../domain/document-number";
import type { OrgId } from "../../domain/ids";
import type { ReadingText } from "../../domain/reading-text";
import type { Scope } from "../../domain/scope";
import { type AudienceKind, pickOfScopes } from "../audience-picker";

/** A paper on its way to being issued: what was read, and what the clerk made of it. Lives in this page alone. */
export interface Draft {
  readonly paper: Paper;
  readonly text: ReadingText;
  readonly number: string;
  readonly kind: DocumentKind | "";
  readonly issuedOn: string;
  readonly abstract: string;
  readonly issuer: string;
  readonly urgency: Urgency;
  readonly acknowledgeBy: string;
  readonly expiresOn: string;
  readonly attachFile: boolean;
  readonly audience: AudienceKind;
  readonly cells: ReadonlySet<OrgId>;
  readonly declared: boolean;
  /** Fields that still stand as the paper suggested them. */
  readonly suggested: ReadonlySet<keyof Suggestions>;
}

/**
 * Where two kinds share a symbol the clerk must choose: nothing is chosen for him. What takes another paper's place goes
 * to the same readers until he says otherwise.
 */
export const startDraft = (paper: Paper, replaced?: readonly Scope[]): Draft => {
  const { suggestions } = paper;
  const [kind, ...others] = suggestions.kind ?? [];
  return {
    paper,
    text: paper.text,
    number: suggestions.number ?? "",
    kind: kind && others.length === 0 ? kind : "",
    issuedOn: suggestions.issuedOn ?? "",
    abstract: suggestions.abstract ?? "",
    issuer: suggestions.issuer ?? "",
    urgency: "normal",
    acknowledgeBy: "",
    expiresOn: "",
    attachFile: true,
    ...pickOfScopes(replaced),
    declared: false,
    suggested: new Set(Object.keys(suggestions) as (keyof Suggestions)[]),
  };
};

/** A field changed by hand is a suggestion no more. A number that allows one kind only also sets the kind. */
export const changeDraft = (draft: Draft, change: Partial<Draft>): Draft => {
  const suggested = new Set(draft.suggested);
  for (const name of Object.keys(change)) suggested.delete(name as keyof Suggestions);
  const kinds = change.number === undefined ? [] : kindsOfTyped(change.number);
  const kind = !draft.kind && kinds.length === 1 && kinds[0] ? { kind: kinds[0] } : {};
  return { ...draft, ...kind, ...change, suggested };
};

export const kindsOfTyped = (number: string): readonly DocumentKind[] => {
  const parsed = parseDocumentNumber(number);
  return parsed ? kindsOfNumber(parsed) : [];
};

export type Missing =
  | "missingNumber"
  | "missingKind"
  | "missingDay"
  | "missingAbstract"
  | "missingIssuer"
  | "missingDeadline"
  | "missingAudience"
  | "missingDeclaration";

/** What keeps a draft from being issued, in the order of the page. */
export const missingOf = (draft: Draft): Missing[] => {
  const parsed = parseDocumentNumber(draft.number);
  const checks: readonly (readonly [Missing, boolean])[] = [
    ["missingNumber", draft.number.trim() !== "" && parsed?.serial === undefined],
    ["missingKind", draft.kind === ""],
    ["missingDay", draft.issuedOn === ""],
    ["missingAbstract", draft.abstract.trim() === ""],
    ["missingIssuer", draft.issuer.trim() === ""],
    ["missingDeadline", draft.acknowledgeBy !== "" && draft.acknowledgeBy < draft.issuedOn],
    ["missingAudience", draft.audience !== "all" && draft.cells.size === 0],
    ["missingDeclaration", !draft.declared],
  ];
  return checks.filter(([, lacks]) => lacks).map(([name]) => name);
};

/** The fields as they are signed; the number in its printed form. Undefined while something is missing. */
export const fieldsOf = (draft: Draft, declaredBy: string): PaperFields | undefined => {
  if (missingOf(draft).length > 0 || draft.kind === "") return undefined;
  const number = parseDocumentNumber(draft.number);
  return {
    kind: draft.kind,
    ...(number && { number: formatDocumentNumber(number) }),
    issuedOn: draft.issuedOn,
    abstract: draft.abstract.trim(),
    issuer: draft.issuer.trim(),
    urgency: draft.urgency,
    ...(draft.acknowledgeBy && { acknowledgeBy: draft.acknowledgeBy }),
    ...(draft.expiresOn && { expiresOn: draft.expiresOn }),
    declaredBy,
  };
};
