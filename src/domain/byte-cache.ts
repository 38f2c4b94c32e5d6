/** Values kept in memory up to a number of bytes; the one not asked for longest goes first. */
export interface ByteCache<Value> {
  get(name: string): Value | undefined;
  set(name: string, value: Value): void;
  deleteWhere(matches: (name: string) => boolean): void;
}

export const createByteCache = <Value>(
  maxBytes: number,
  sizeOf: (value: Value) => number,
): ByteCache<Value> => {
  const values = new Map<string, Value>();
  let total = 0;
  const remove = (name: string) => {
    const value = values.get(name);
    if (value === undefined) return;
    values.delete(name);
    total -= sizeOf(value);
  };
  return {
    get: (name) => {
      const value = values.get(name);
      if (value === undefined) return undefined;
      values.delete(name);
      values.set(name, value);
      return value;
    },
    set: (name, value) => {
      remove(name);
      if (sizeOf(value) > maxBytes) return;
      values.set(name, value);
      total += sizeOf(value);
      for (const oldest of values.keys()) {
        if (total <= maxBytes) break;
        remove(oldest);
      }
    },
    deleteWhere: (matches) => {
      for (const name of [...values.keys()]) if (matches(name)) remove(name);
    },
  };
};
