import type { CheckedTexts, Indexer } from "../apply/apply-texts";
import { checkTexts } from "./check-texts";

/** A worker's own scope, in the words of a page's library of types. */
const scope = self as unknown as {
  onmessage: (event: MessageEvent<Parameters<Indexer["check"]>>) => void;
  postMessage(message: CheckedTexts | "ready", transfer?: Transferable[]): void;
};

scope.onmessage = async ({ data: [texts, heads] }) => {
  const checked = await checkTexts(texts, heads);
  const { pack, segment } = checked;
  scope.postMessage(checked, segment ? [pack.data.buffer, segment.bytes.buffer] : [pack.data.buffer]);
};
scope.postMessage("ready");
