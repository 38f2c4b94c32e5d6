import { useEffect } from "preact/hooks";

/** Keeps the screen lit while the page stands, where the browser can; it lets go whenever the page is hidden. */
export const useWakeLock = (): void => {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let gone = false;
    const hold = async () => {
      if (document.visibilityState !== "visible") return;
      try {
        const held = await navigator.wakeLock?.request("screen");
        if (gone) void held?.release();
        else lock = held;
      } catch {
        // A phone that saves its battery refuses: the screen then goes dark as it always does.
      }
    };
    const again = () => void hold();
    again();
    document.addEventListener("visibilitychange", again);
    return () => {
      gone = true;
      document.removeEventListener("visibilitychange", again);
      void lock?.release().catch(() => undefined);
    };
  }, []);
};
