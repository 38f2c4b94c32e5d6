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

/** Several values in one request. */
export const readMeta = async <const N extends readonly MetaName[]>(
  db: Database,
  names: N,
): Promise<{ [I in keyof N]: MetaValues[N[I]] | undefined }> =>
  (await db.meta.bulkGet([...names])).map((row) => row?.value) as {
    [I in keyof N]: MetaValues[N[I]] | undefined;
  };
