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
