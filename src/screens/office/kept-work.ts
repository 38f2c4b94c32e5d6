import { useState } from "preact/hooks";
import type { Device } from "../../device/device";
import { useDeviceState, useServices } from "../services";

interface Kept {
  readonly work: unknown;
  /** From now on a new version may reload the page. */
  readonly letReload: () => void;
}

/** In this page's memory and nowhere else: a paper that is not issued yet, or codes, must not lie on the disk. */
const keptOn = new WeakMap<Device, Map<string, Kept>>();

/** Closing the page loses it, so the browser asks first. */
const askBeforeClosing = (event: BeforeUnloadEvent) => event.preventDefault();
let holding = 0;
const hold = () => {
  if (holding === 0) addEventListener("beforeunload", askBeforeClosing);
  holding += 1;
};
const letGo = () => {
  holding -= 1;
  if (holding === 0) removeEventListener("beforeunload", askBeforeClosing);
};

/**
 * Work of the desk that waits while the clerk looks at another part of the office: what was kept under this name when
 * the page opened, and how to keep more; undefined drops it.
 */
export const useKeptWork = <T>(name: string): readonly [T | undefined, (work: T | undefined) => void] => {
  const { device, holdReload } = useServices();
  const owner = useDeviceState((state) => state.identity?.key);
  const keys = keptOn.get(device) ?? new Map<string, Kept>();
  keptOn.set(device, keys);
  const key = `${owner}:${name}`;
  const [before] = useState(() => keys.get(key)?.work as T | undefined);
  const keep = (work: T | undefined) => {
    const old = keys.get(key);
    if (work === undefined) {
      if (old) letGo();
      old?.letReload();
      keys.delete(key);
      return;
    }
    if (!old) hold();
    keys.set(key, { work, letReload: old?.letReload ?? holdReload() });
  };
  return [before, keep];
};

/** `useState` for such work: what is shown and what is kept are one. */
export const useKeptState = <T>(name: string): readonly [T | undefined, (work: T | undefined) => void] => {
  const [before, keep] = useKeptWork<T>(name);
  const [work, setWork] = useState(before);
  const set = (next: T | undefined) => {
    keep(next);
    setWork(next);
  };
  return [work, set];
};
