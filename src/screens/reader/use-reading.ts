import { useLayoutEffect, useState } from "preact/hooks";
import type { DocumentDetail } from "../../device/device";
import type { DocumentId, Hash } from "../../domain/ids";
import type { ReadingText } from "../../domain/reading-text";
import { useServices } from "../services";
import { shownByHead } from "./shown-by-head";
import type { Paper } from "./use-paper";

export interface Reading extends Paper {
  /** Undefined while it is on its way to this phone. */
  readonly text?: ReadingText | undefined;
  /** Blocks that the screen's own head shows: they are not drawn. */
  readonly hidden: ReadonlySet<number>;
}

const none: ReadonlySet<number> = new Set();

/**
 * A paper and its text. Where the text is here both are shown at once: one drawing instead of two, which a slow phone
 * takes its time for. Where it is not, asking for it puts it first among what the next sync fetches.
 */
export const useReading = (id: DocumentId): Reading => {
  const { device } = useServices();
  const [reading, setReading] = useState<Reading>({ known: false, hidden: none });
  useLayoutEffect(() => {
    let gone = false;
    let latest: DocumentDetail | undefined;
    let read:
      | { readonly hash: Hash; readonly text: ReadingText; readonly hidden: ReadonlySet<number> }
      | undefined;
    const show = () => {
      if (gone) return;
      const { text, hidden = none } = (read && read.hash === latest?.text && read) || {};
      setReading({ known: true, detail: latest, text, hidden });
    };
    const readText = async (paper: DocumentDetail) => {
      const text = await device.library.text(paper.text);
      if (text) read = { hash: paper.text, text, hidden: shownByHead(text, paper) };
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
