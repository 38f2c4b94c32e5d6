import { useLayoutEffect, useState } from "preact/hooks";
import type { DocumentDetail } from "../../device/device";
import type { DocumentId, Hash } from "../../domain/ids";
import type { ReadingText } from "../../domain/reading-text";
import { useServices } from "../services";
import type { Paper } from "./use-paper";
import { withoutHead } from "./without-head";

export interface Reading extends Paper {
  /** Undefined while it is on its way to this phone. */
  readonly text?: ReadingText | undefined;
}

/**
 * A paper and its text. Where the text is here both are shown at once: one drawing instead of two, which a slow phone
 * takes its time for. Where it is not, asking for it puts it first among what the next sync fetches.
 */
export const useReading = (id: DocumentId): Reading => {
  const { device } = useServices();
  const [reading, setReading] = useState<Reading>({ known: false });
  useLayoutEffect(() => {
    let gone = false;
    let latest: DocumentDetail | undefined;
    let read: { readonly hash: Hash; readonly text: ReadingText } | undefined;
    const show = () => {
      if (gone) return;
      const text = read && read.hash === latest?.text ? read.text : undefined;
      setReading({ known: true, detail: latest, text });
    };
    const readText = async (paper: DocumentDetail) => {
      const text = await device.library.text(paper.text);
      if (text) read = { hash: paper.text, text: withoutHead(text, paper) };
    };
    const stop = device.library.document(id).subscribe((paper) => {
      latest = paper;
      const reading = paper && read?.hash !== paper.text ? readText(paper) : undefined;
      if (!reading || !paper?.hasText) show();
      reading?.then(show, show);
    });
    return () => {
      gone = true;
      stop();
    };
  }, [id]);
  return reading;
};
