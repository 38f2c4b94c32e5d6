import { useEffect, useState } from "preact/hooks";
import type { StoreApi } from "zustand/vanilla";

/** The value of a store, followed. */
export const useStore = <T>(store: StoreApi<T>): T => {
  const [value, setValue] = useState(() => store.getState());
  useEffect(() => {
    setValue(() => store.getState());
    return store.subscribe((next) => setValue(() => next));
  }, [store]);
  return value;
};
