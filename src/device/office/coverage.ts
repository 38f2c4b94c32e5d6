import * as v from "valibot";
import type { DocumentId } from "../../domain/ids";
import type { Refusal } from "../../domain/refusal";
import { err, ok, type Result } from "../../domain/result";
import {
  type CoverageReport,
  coverageReport,
  type DocumentCoverage,
  documentCoverage,
} from "../../protocol/coverage";
import type { Device, SyncProblem } from "../device";

type Answer<T> = Promise<Result<T, SyncProblem | Refusal>>;

/** Who has which paper on the phone and who has read it, in numbers: all papers, or one cell by cell. */
export const fetchCoverage = (device: Device): Answer<CoverageReport> =>
  read(device, "/coverage", coverageReport);
export const fetchDocumentCoverage = (device: Device, id: DocumentId): Answer<DocumentCoverage> =>
  read(device, `/coverage/${id}`, documentCoverage);

const read = async <T>(device: Device, path: string, schema: v.GenericSchema<unknown, T>): Answer<T> => {
  const answer = await device.request("GET", path);
  if (!answer.ok) return answer;
  try {
    const parsed = v.safeParse(schema, await answer.value.json());
    // A captive portal answers with a page of its own.
    return parsed.success ? ok(parsed.output) : err("not-our-server");
  } catch {
    return err("not-our-server");
  }
};

export type { CoverageReport, DocumentCoverage };
