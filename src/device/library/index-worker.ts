import type { CheckedTexts, Indexer } from "../apply/apply-texts";
import { checkTexts } from "./check-texts";

/** A worker's own scope, in the words of a page's library of types. */
const scope = self as unknown as {
  onmessage: (event: MessageEvent<Parameters<Indexer["check"]>>) => void;
  postMessage(message: CheckedTexts | "ready", transfer?: Transferable[]): void;
};

scope.onmessage = async ({ data: [texts, heads] }) => {
  const checked = await checkTexts(texts, heads);
  const heavy = [
    ...checked.packs.map(({ data }) => data),
    ...(checked.segment ? [checked.segment.bytes] : []),
  ];
  scope.postMessage(
    checked,
    heavy.map(({ buffer }) => buffer),
  );
};
scope.postMessage("ready");
