import type { Watch } from "../device/device";
import { useWatch } from "./services";
import type { PartState } from "./use-part";

/** Something of a part of the device that changes; undefined until it first speaks, so that it may itself say undefined. */
export const usePartWatch = <Part, T>(
  state: PartState<Part>,
  create: (part: Part) => Watch<T>,
  key = "",
): { readonly value: T } | undefined => {
  const part = state.is === "here" ? state.part : undefined;
  return useWatch<{ readonly value: T }>(() => {
    const watch = part && create(part);
    return watch && { subscribe: (listener) => watch.subscribe((value) => listener({ value })) };
  }, [part, key]);
};
