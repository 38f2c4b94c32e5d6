import type { CheckedTexts, PaperHead } from "../apply/apply-texts";
import type { StoredText } from "../store/texts";
import { checkTexts } from "./check-texts";

/** One batch in, its checked names and its segment out, in the order asked. */
export interface IndexQuestion {
  readonly texts: readonly StoredText[];
  readonly heads: readonly PaperHead[];
}

/** A worker's own scope, in the words of a page's library of types. */
const scope = self as unknown as {
  onmessage: (event: MessageEvent<IndexQuestion>) => void;
  postMessage(message: CheckedTexts, transfer: Transferable[]): void;
};

scope.onmessage = async ({ data: { texts, heads } }) => {
  const checked = await checkTexts(texts, heads);
  scope.postMessage(checked, checked.segment ? [checked.segment.bytes.buffer] : []);
};
