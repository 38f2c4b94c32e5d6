import type { Database } from "./database";
import type { MetaName, MetaValues } from "./rows";

export const getMeta = async <N extends MetaName>(
  db: Database,
  name: N,
): Promise<MetaValues[N] | undefined> => (await db.meta.get(name))?.value as MetaValues[N] | undefined;

export const putMeta = async <N extends MetaName>(
  db: Database,
  name: N,
  value: MetaValues[N],
): Promise<void> => {
  await db.meta.put({ name, value });
};

/** Several values in one request: the table has a handful of rows, and each answer costs a cold start a task. */
export const readMeta = async <const N extends readonly MetaName[]>(
  db: Database,
  names: N,
): Promise<{ [I in keyof N]: MetaValues[N[I]] | undefined }> => {
  const rows = new Map((await db.meta.toArray()).map(({ name, value }) => [name, value]));
  return names.map((name) => rows.get(name)) as { [I in keyof N]: MetaValues[N[I]] | undefined };
};
