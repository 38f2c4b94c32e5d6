import type { FromWordReader, ToWordReader } from "./read-word-beside";
import { readWordPaper } from "./read-word-paper";

/** A worker's own scope, in the words of a page's library of types. */
const scope = self as unknown as {
  onmessage: (event: MessageEvent<ToWordReader>) => void;
  postMessage(message: FromWordReader): void;
};

scope.onmessage = async ({ data: { bytes, name } }) => {
  try {
    const read = await readWordPaper(bytes, name, (done) => scope.postMessage({ is: "step", done }));
    scope.postMessage({ is: "read", read });
  } catch {
    // A promise that fails in a worker is no error event on the page, which would wait for good.
    scope.postMessage({ is: "failed" });
  }
};
scope.postMessage({ is: "ready" });
