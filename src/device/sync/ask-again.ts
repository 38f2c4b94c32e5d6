import { retryQuarantine } from "../apply/retry-quarantine";
import type { Core } from "../core";
import type { QuarantineRow } from "../store/rows";
import { repairScopes } from "./repair";

/**
 * What was set aside may be damaged: a page's digest covers its signatures, and only an entry whose author is known is held
 * against its signature. So each one is asked for once more by its id; what still does not hold is as the server has it.
 */
export const askAgain = async (core: Core): Promise<void> => {
  const { mirror } = core.store;
  const applier = core.applier();
  const doubtful = await mirror.quarantine.filter(isDoubtful).toArray();
  const scopes = new Set(doubtful.flatMap(({ places }) => places.map(({ scope }) => scope)));
  if (!applier || !(await repairScopes(core, [...scopes], false, new Set(doubtful.map(({ id }) => id)))))
    return;
  await mirror.transaction("rw", [mirror.quarantine], async () => {
    // One without a number was itself damaged: the page that it came ahead of has another id.
    for (const row of await mirror.quarantine.filter(isDoubtful).toArray())
      if (row.places.length === 0) await mirror.quarantine.delete(row.id);
      else await mirror.quarantine.put({ ...row, asked: true });
  });
  await retryQuarantine(applier, false);
};

/** Not yet asked for once more. */
const isDoubtful = ({ asked }: QuarantineRow): boolean => !asked;
