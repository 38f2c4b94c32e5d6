import { expirePapers } from "./apply/expire";
import { keepPapers } from "./collections/keep-papers";
import type { Core } from "./core";
import { onChange } from "./store/watch";

/** A call and what comes with it are looked at together. */
const keepDelay = 1_000;

/**
 * What a phone sees to by itself, also where no sync comes by: papers whose day has passed leave it, and those of meetings
 * to come are fetched whenever one was called or a sync has ended. What fails comes again with the next change.
 *
 * @returns ends it.
 */
export const lookAfter = (core: Core): (() => void) => {
  const { store, deps, clock } = core;
  let waiting = false;
  const keepSoon = () => {
    if (waiting) return;
    waiting = true;
    deps.timer.after(keepDelay, () => {
      waiting = false;
      void keepPapers(core).catch(() => undefined);
    });
  };
  const self = core.self();
  if (self) void expirePapers(store.mirror, { self: self.member, now: clock.now() }).catch(() => undefined);
  keepSoon();
  return onChange(store, ["views", "meta"], keepSoon);
};
