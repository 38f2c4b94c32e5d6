import { createFinder } from "../search/create-finder";
import type { AskedTable, Finder } from "../search/question";
import { createPlainReader } from "../store/plain-reader";

/** What the page sends: the database's name first, then questions by number, and which tables changed. */
export type ToFinder =
  | { readonly open: string }
  | { readonly changed: AskedTable }
  | {
      readonly n: number;
      readonly ask: "prepare" | "find" | "facets" | "passages";
      readonly with: readonly unknown[];
    };
/** What comes back. */
export type FromFinder = { readonly n: number; readonly value?: unknown; readonly failed?: true };

/** A worker's own scope, in the words of a page's library of types. */
const scope = self as unknown as {
  onmessage: (event: MessageEvent<ToFinder>) => void;
  postMessage(message: FromFinder | "ready"): void;
};

let finder: Finder | undefined;

const answer = async (n: number, ask: keyof Finder, parts: readonly unknown[]) => {
  try {
    const method = finder?.[ask] as ((...parts: readonly unknown[]) => Promise<unknown>) | undefined;
    scope.postMessage({ n, value: await method?.(...parts) });
  } catch {
    scope.postMessage({ n, failed: true });
  }
};

scope.onmessage = ({ data }) => {
  if ("open" in data) finder = createFinder(createPlainReader(data.open));
  else if ("changed" in data) finder?.changed(data.changed);
  else void answer(data.n, data.ask, data.with);
};
scope.postMessage("ready");
