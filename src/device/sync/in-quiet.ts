import type { Core } from "../core";
import { loadGoAgain, loadRejudge, loadTidyIndex } from "../lazy";
import { getMeta } from "../store/meta";

/**
 * What waits for the quiet after a sync: what a restored server did not take back yet, entries that a first sync let in before
 * it heard what bears on them, and pieces of the search index that are better one. True where there is more to do.
 */
export const inQuiet = async (core: Core): Promise<boolean> => {
  const { mirror } = core.store;
  await (await loadGoAgain()).tryLater(core);
  const applier = core.applier();
  const judged = await getMeta(mirror, "judged");
  if (applier && judged?.pack === 0) await (await loadRejudge()).rejudge(applier);
  return (await loadTidyIndex()).joinSegments(mirror);
};
