import { createByteCache } from "../../domain/byte-cache";
import type { EntryId } from "../../domain/ids";
import type { Scope } from "../../domain/scope";
import { formatSyncLine } from "../../protocol/sync-line";
import type { EarlyEntries, Log, NumberedEntry, Standing } from "../log/log";
import { lineSegment, type Segment } from "./segment";

/** Papers whose heads go ahead: the newest, and beside them those that are urgent. */
const newest = 40;
const cacheBytes = 16 * 1024 * 1024;

export interface Pull {
  readonly scope: Scope;
  readonly from: number;
  readonly standing: Standing;
}

export interface AnswerEarly {
  /**
   * What a long pull sends ahead: the directory of all scopes, the widest first, so that every later entry can be
   * checked; then the heads of urgent and new papers, so that the list is of use within seconds.
   */
  segments(pulls: readonly Pull[], sent: Set<EntryId>): Promise<readonly Segment[]>;
}

export const createAnswerEarly = (log: Log): AnswerEarly => {
  const reads = createByteCache<EarlyEntries>(cacheBytes, sizeOf);
  const made = createByteCache<Segment>(cacheBytes, ({ deflated }) => deflated.length + 200);

  const read = async ({ scope, from, standing: { head, revision } }: Pull): Promise<EarlyEntries> => {
    const name = `${scope} ${from} ${head} ${revision}`;
    const known = reads.get(name);
    if (known) return known;
    const early = await log.early(scope, from);
    reads.set(name, early);
    return early;
  };

  const segmentOf = async (name: string, entries: readonly NumberedEntry[]): Promise<Segment | undefined> => {
    const lines = entries.flatMap(({ signature, payload }) =>
      payload === undefined ? [] : [formatSyncLine({ tag: "early", signed: { signature, payload } })],
    );
    if (lines.length === 0) return undefined;
    const segment = made.get(name) ?? (await lineSegment(lines));
    made.set(name, segment);
    return segment;
  };

  return {
    segments: async (pulls, sent) => {
      const early = await Promise.all(pulls.map(read));
      const segments: (Segment | undefined)[] = [];
      const unsent = <E extends NumberedEntry>(entries: readonly E[]): E[] =>
        entries.filter(({ id, payload }) => payload !== undefined && !sent.has(id));
      for (const [i, { directory }] of early.entries()) {
        const entries = unsent(directory);
        const name = `${pulls[i]?.scope} ${entries[0]?.id} ${entries.length} ${entries.at(-1)?.id}`;
        segments.push(await segmentOf(name, entries));
        for (const { id } of entries) sent.add(id);
      }
      const heads = new Map(unsent(early.flatMap(({ heads }) => heads)).map((head) => [head.id, head]));
      const byAge = [...heads.values()].sort((a, b) => b.at - a.at);
      const chosen = byAge
        .filter(({ urgency }, i) => urgency > 0 || i < newest)
        .sort((a, b) => b.urgency - a.urgency || b.at - a.at);
      segments.push(await segmentOf(chosen.map(({ id }) => id).join(), chosen));
      for (const { id } of chosen) sent.add(id);
      return segments.filter((segment) => segment !== undefined);
    },
  };
};

const sizeOf = ({ directory, heads }: EarlyEntries): number =>
  [...directory, ...heads].reduce((sum, { payload = "" }) => sum + payload.length * 2 + 400, 500);
