import type { Applier } from "../../src/device/apply/apply-page";
import { createDirectoryKeeper } from "../../src/device/apply/directory-keeper";
import { browserTimer } from "../../src/device/browser-ports";
import { createStore } from "../../src/device/store/open-store";
import type { TestCommune } from "./commune";

let databases = 0;

/** An opened store of a member of the eastern cell, and what it takes to apply entries to it. */
export const openApplier = async (commune: TestCommune) => {
  databases += 1;
  const store = createStore(`applier-${databases}`, browserTimer, () => undefined);
  await store.open();
  const applier: Applier = {
    db: store.mirror,
    keeper: createDirectoryKeeper(store.mirror, Promise.resolve()),
    root: commune.root.id,
    self: commune.east.members[0].member,
    now: commune.clock.now,
    heard: commune.clock.now,
  };
  return { store, applier };
};
