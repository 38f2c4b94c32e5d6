import type { Directory } from "../../domain/directory";
import type { Author } from "../../domain/entry";
import type { DocumentId } from "../../domain/ids";
import type { CoverageReport, DocumentCoverage } from "../../protocol/coverage";

/**
 * Which paper is on whose phone, read, acknowledged: computed from what phones confirmed and members signed.
 * The office is given numbers; a secretary those of his own cell, and there the members who are still missing.
 */
export interface Coverage {
  report(directory: Directory, viewer: Author): Promise<CoverageReport>;
  /** Undefined where there is no such paper, or it was not sent to the viewer. */
  document(id: DocumentId, directory: Directory, viewer: Author): Promise<DocumentCoverage | undefined>;
}
