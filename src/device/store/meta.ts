import type { Database } from "./database";
import type { MetaName, MetaValues } from "./rows";

export const getMeta = <N extends MetaName>(db: Database, name: N): Promise<MetaValues[N] | undefined> =>
  db.meta.get(name).then((row) => row?.value as MetaValues[N] | undefined);

export const putMeta = async <N extends MetaName>(
  db: Database,
  name: N,
  value: MetaValues[N],
): Promise<void> => {
  await db.meta.put({ name, value });
};

/**
 * Several values in one request: the table has a handful of rows, and each answer costs a cold start a task. From the first
 * name to the last, so that the directory, which alone is large, is left where it is unless it is asked for.
 */
export const readMeta = async <const N extends readonly MetaName[]>(
  db: Database,
  names: N,
): Promise<{ [I in keyof N]: MetaValues[N[I]] | undefined }> => {
  const sorted = [...names].sort();
  const found = await db.meta.where("name").between(sorted[0], sorted.at(-1), true, true).toArray();
  const rows = new Map(found.map(({ name, value }) => [name, value]));
  return names.map((name) => rows.get(name)) as { [I in keyof N]: MetaValues[N[I]] | undefined };
};
