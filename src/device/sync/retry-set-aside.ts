import type { Applier } from "../apply/apply-page";
import { loadRetryQuarantine } from "../lazy";

/**
 * Tries again what was set aside, which is hardly ever anything: only then is it worth its code. Where that cannot be had,
 * nothing is lost, and the next sync tries again. True where something got in.
 */
export const retrySetAside = async (applier: Applier, all: boolean): Promise<boolean> => {
  if ((await applier.db.quarantine.count()) === 0) return false;
  const code = await loadRetryQuarantine().catch(() => undefined);
  return (await code?.retryQuarantine(applier, all)) ?? false;
};
