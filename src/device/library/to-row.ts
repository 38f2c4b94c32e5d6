import { supersededBy } from "../../domain/document";
import type { Hash, MemberId } from "../../domain/ids";
import type { DocumentRow } from "../device";
import type { DocumentRecord } from "../store/rows";

/** A record as the list shows it; undefined where there is nothing to show. */
export const toDocumentRow = (
  { id, view }: DocumentRecord,
  self: MemberId | undefined,
  missing: ReadonlySet<Hash>,
): DocumentRow | undefined => {
  const { issued } = view;
  if (!issued) return undefined;
  const readAt = self && (view.read[self] ?? view.acknowledged[self]);
  const acknowledgedAt = self && view.acknowledged[self];
  return {
    id,
    kind: issued.kind,
    abstract: issued.abstract,
    issuer: issued.issuer,
    issuedOn: issued.issuedOn,
    urgency: issued.urgency,
    hasText: !missing.has(issued.text.hash),
    superseded: supersededBy(view) !== undefined,
    ...(issued.number && { number: issued.number }),
    ...(issued.acknowledgeBy && { acknowledgeBy: issued.acknowledgeBy }),
    ...(issued.org && { org: issued.org }),
    ...(readAt !== undefined && { readAt }),
    ...(acknowledgedAt !== undefined && { acknowledgedAt }),
  };
};
