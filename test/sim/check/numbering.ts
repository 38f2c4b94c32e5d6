import type { Entry } from "../../../src/domain/entry";
import type { Server } from "../world/server";

/**
 * Whatever the log took stands under one number in each of its scopes, and none is left out: an entry without a number is
 * never handed out, and no phone would miss it.
 */
export const judgeNumbering = (server: Server): string[] => {
  const found: string[] = [];
  const numbered = new Map<string, ReadonlySet<string | undefined>>();
  const standingIn = (scope: string) => {
    const known = numbered.get(scope);
    if (known) return known;
    const ids = server.numbers(scope);
    const set = new Set(ids);
    if (set.size !== ids.length || set.has(undefined) || ids.length !== server.head(scope).head)
      found.push(`7: the log numbers ${scope} up to ${server.head(scope).head} with ${set.size} entries`);
    numbered.set(scope, set);
    return set;
  };
  for (const { id, type, payload } of server.entries())
    for (const scope of (JSON.parse(payload) as Entry).scopes)
      if (!standingIn(scope).has(id)) found.push(`7: the log has ${type} ${id} under no number of ${scope}`);
  return found;
};
