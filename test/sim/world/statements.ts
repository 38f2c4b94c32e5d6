import type { Transaction } from "./rows";
import { reading } from "./statements-reading";
import { writing } from "./statements-writing";
import type { Params, Row } from "./table-access";
import type { Tables } from "./tables";

/*
 * What each statement of the product does to tables in memory. One that is not here throws: the product's SQL and this file
 * go together, and `test/contract/log-sim.test.ts` runs the log's whole contract on it.
 */

export type Statement = (
  tables: Tables,
  tx: Transaction,
  params: Params,
  sql: string,
) => Promise<readonly Row[]> | readonly Row[];

/** By how it begins, white space made one blank; the longest beginning that fits counts. */
export type NamedStatement = readonly [string, Statement];
export const statements: readonly NamedStatement[] = [...writing, ...reading];
