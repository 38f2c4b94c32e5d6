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
/** Looking through all of them is dear: not more often than this, in milliseconds. */
const sweepEvery = 1000;
/** So many at most; beyond that the oldest go. Whoever has a whole network of addresses can fill no more memory than this. */
const mostKeys = 100_000;

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
  let sweptAt = Number.NEGATIVE_INFINITY;
  const sweep = () => {
    if (Math.abs(clock.now() - sweptAt) >= sweepEvery) {
      sweptAt = clock.now();
      for (const key of buckets.keys()) if (level(key) >= capacity) buckets.delete(key);
    }
    const [oldest] = buckets.size >= mostKeys ? buckets.keys() : [];
    if (oldest !== undefined) buckets.delete(oldest);
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
