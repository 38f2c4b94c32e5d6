import { useEffect, useState } from "preact/hooks";
import type { Device, SyncProblem } from "../../device/device";
import { type CoverageReport, fetchCoverage } from "../../device/office/coverage";
import type { DocumentId } from "../../domain/ids";
import type { Refusal } from "../../domain/refusal";
import { useDeviceState } from "../services";

export type Counts = CoverageReport["documents"][number];

export interface CoverageState {
  readonly counts: ReadonlyMap<DocumentId, Counts>;
  readonly problem?: SyncProblem | Refusal;
}

/** The office's numbers per paper: asked for again after every sync, and whenever `version` changes. */
export const useCoverage = (device: Device, version: number): CoverageState => {
  const syncedAt = useDeviceState((state) => state.sync.at);
  const [state, setState] = useState<CoverageState>({ counts: new Map() });
  useEffect(() => {
    let gone = false;
    void fetchCoverage(device).then((report) => {
      if (gone) return;
      setState((before) =>
        report.ok
          ? { counts: new Map(report.value.documents.map((one) => [one.document, one])) }
          : { counts: before.counts, problem: report.error },
      );
    });
    return () => {
      gone = true;
    };
  }, [device, syncedAt, version]);
  return state;
};
