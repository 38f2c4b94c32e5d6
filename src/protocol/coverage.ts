import * as v from "valibot";
import { documentId, memberId, orgId } from "../domain/ids";

const counts = {
  /** Members of the audience. */
  members: v.number(),
  /** Of them, those with a phone that confirmed it holds the paper and its text. */
  onPhone: v.number(),
  read: v.number(),
  acknowledged: v.number(),
};

/** `GET /coverage`: totals per paper, the newest first; for a secretary over his own cell. */
export const coverageReport = v.object({
  documents: v.array(v.object({ document: documentId, ...counts })),
});
export type CoverageReport = v.InferOutput<typeof coverageReport>;

/** `GET /coverage/{document}`: cell by cell; for a secretary his own cell alone. */
export const documentCoverage = v.object({
  document: documentId,
  cells: v.array(
    v.object({
      org: orgId,
      ...counts,
      /** Members of the cell without the paper on any phone: told to that cell's secretary only. */
      missing: v.optional(v.array(memberId)),
    }),
  ),
});
export type DocumentCoverage = v.InferOutput<typeof documentCoverage>;
