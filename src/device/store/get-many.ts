/** From so many keys on, one request for all keys of the table is cheaper than a request for each. */
const many = 16;

interface Readable<T, K> {
  bulkGet(keys: K[]): PromiseLike<(T | undefined)[]>;
  toCollection(): { primaryKeys(): PromiseLike<K[]> };
}

/** Which of the keys have a row. */
export const present = async <T, K>(table: Readable<T, K>, keys: readonly K[]): Promise<ReadonlySet<K>> => {
  if (keys.length === 0) return new Set();
  if (keys.length < many) {
    const rows = await table.bulkGet([...keys]);
    return new Set(keys.filter((_, i) => rows[i] !== undefined));
  }
  const all = new Set(await table.toCollection().primaryKeys());
  return new Set(keys.filter((key) => all.has(key)));
};

/** The rows of those keys that have one. On a first sync hardly any has, and asking for each would be the dearest step. */
export const getMany = async <T, K>(
  table: Readable<T, K>,
  keys: readonly K[],
): Promise<ReadonlyMap<K, T>> => {
  const here = keys.length < many ? keys : [...(await present(table, keys))];
  if (here.length === 0) return new Map();
  const rows = await table.bulkGet([...here]);
  return new Map(
    here.flatMap((key, i) => {
      const row = rows[i];
      return row === undefined ? [] : [[key, row] as const];
    }),
  );
};
