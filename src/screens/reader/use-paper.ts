import { useEffect, useState } from "preact/hooks";
import type { DocumentDetail } from "../../device/device";
import type { DocumentId } from "../../domain/ids";
import { useServices } from "../services";

export interface Paper {
  /** False until the phone has looked; then no `detail` means that the paper is not here any more. */
  readonly known: boolean;
  readonly detail?: DocumentDetail | undefined;
}

export const usePaper = (id: DocumentId): Paper => {
  const { device } = useServices();
  const [paper, setPaper] = useState<Paper>({ known: false });
  useEffect(() => device.library.document(id).subscribe((detail) => setPaper({ known: true, detail })), [id]);
  return paper;
};
