import { useEffect, useState } from "preact/hooks";
import type { Device, SyncProblem } from "../../device/device";
import { type DocumentCoverage, fetchDocumentCoverage } from "../../device/office/coverage";
import type { DocumentId } from "../../domain/ids";
import type { Refusal } from "../../domain/refusal";
import { useDeviceState } from "../services";

export type CellCoverage = DocumentCoverage["cells"][number];

export interface DocumentCoverageState {
  readonly cells?: readonly CellCoverage[];
  readonly problem?: SyncProblem | Refusal;
}

/** One paper cell by cell, asked for again after every sync. */
export const useDocumentCoverage = (device: Device, id: DocumentId): DocumentCoverageState => {
  const syncedAt = useDeviceState((state) => state.sync.at);
  const [state, setState] = useState<DocumentCoverageState>({});
  useEffect(() => {
    let gone = false;
    void fetchDocumentCoverage(device, id).then((coverage) => {
      if (gone) return;
      setState((before) =>
        coverage.ok ? { cells: coverage.value.cells } : { ...before, problem: coverage.error },
      );
    });
    return () => {
      gone = true;
    };
  }, [device, id, syncedAt]);
  return state;
};
