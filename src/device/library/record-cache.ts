import type { Store } from "../store/open-store";
import type { DocumentRecord } from "../store/rows";
import { onChange } from "../store/watch";

/** Records read once, and again after a change of theirs. */
export const createRecordCache = (
  store: Store,
  read: () => Promise<readonly DocumentRecord[]>,
): (() => Promise<readonly DocumentRecord[]>) => {
  let kept: Promise<readonly DocumentRecord[]> | undefined;
  let listening = false;
  return () => {
    if (!listening) {
      listening = true;
      onChange(store, ["documents"], () => {
        kept = undefined;
      });
    }
    kept ??= read();
    return kept;
  };
};
