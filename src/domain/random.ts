/** Bytes nobody can guess, handed in so that tests and the simulator can replay them. */
export interface Random {
  bytes(length: number): Uint8Array;
}

/** The same bytes for the same seed (mulberry32): for tests and sample data, never for keys. */
export const createSeededRandom = (seed: number): Random & { next(): number } => {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    bytes: (length) => Uint8Array.from({ length }, () => Math.floor(next() * 256)),
  };
};
