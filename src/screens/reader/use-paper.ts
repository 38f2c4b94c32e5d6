import { useLayoutEffect, useState } from "preact/hooks";
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
  // Asked for with the first drawing, not after its paint: two frames, which a slow phone takes its time for.
  useLayoutEffect(
    () => device.library.document(id).subscribe((detail) => setPaper({ known: true, detail })),
    [id],
  );
  return paper;
};
