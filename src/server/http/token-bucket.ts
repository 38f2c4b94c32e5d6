import type { Clock } from "../../domain/clock";

export interface Bucket {
  /** How many may come at once. */
  readonly capacity: number;
  /** How many more may come each second after that. */
  readonly perSecond: number;
}

export interface TokenBuckets {
  /** Takes one token. 0 where there was one, else the seconds until the next. */
  take(key: string): number;
  /** Seconds until there is a token; takes none. */
  wait(key: string): number;
}

/** Above this many keys those whose buckets are full again are forgotten: nothing is lost by it. */
const sweepAbove = 10_000;

/** Token buckets by key, in memory: a restart fills them, and each process counts for itself. */
export const createTokenBuckets = ({ capacity, perSecond }: Bucket, clock: Clock): TokenBuckets => {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const level = (key: string): number => {
    const bucket = buckets.get(key);
    if (!bucket) return capacity;
    const passed = Math.max(0, clock.now() - bucket.at) / 1000;
    return Math.min(capacity, bucket.tokens + passed * perSecond);
  };
  const secondsUntil = (tokens: number) => (tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perSecond));
  const sweep = () => {
    for (const key of buckets.keys()) if (level(key) >= capacity) buckets.delete(key);
  };
  return {
    wait: (key) => secondsUntil(level(key)),
    take: (key) => {
      const tokens = level(key);
      if (tokens < 1) return secondsUntil(tokens);
      if (buckets.size >= sweepAbove) sweep();
      buckets.set(key, { tokens: tokens - 1, at: clock.now() });
      return 0;
    },
  };
};
