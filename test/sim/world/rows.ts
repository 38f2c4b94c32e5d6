import { soon } from "./loop";

/*
 * Rows of the database in memory, as PostgreSQL's default isolation shows them: a statement sees what was committed before
 * it, and its own transaction's changes; who changes a row holds its lock to the end of the transaction.
 */

export interface Transaction {
  readonly cells: Set<Cell<unknown>>;
  readonly shared: Set<Cell<unknown>>;
  /** Run when it is taken back: places in lists that rows of it took. */
  readonly undo: (() => void)[];
  over: boolean;
}

export interface Cell<T> {
  committed: T | undefined;
  changed: boolean;
  pending: T | undefined;
  owner: Transaction | undefined;
  sharers: Set<Transaction> | undefined;
  waiting: (() => void)[] | undefined;
}

export class DatabaseError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}
const deadlock = "40P01";

export const newTransaction = (): Transaction => ({
  cells: new Set(),
  shared: new Set(),
  undo: [],
  over: false,
});

export const newCell = <T>(): Cell<T> => ({
  committed: undefined,
  changed: false,
  pending: undefined,
  owner: undefined,
  sharers: undefined,
  waiting: undefined,
});

export const see = <T>(cell: Cell<T> | undefined, tx: Transaction): T | undefined =>
  cell && (cell.owner === tx && cell.changed ? cell.pending : cell.committed);

const wake = (cell: Cell<unknown>) => {
  const { waiting } = cell;
  cell.waiting = undefined;
  for (const go of waiting ?? []) soon(go);
};

/** Who waits for whom, to find those that wait in a circle. */
const waitsFor = new Map<Transaction, Cell<unknown>>();

const blockers = (cell: Cell<unknown>, tx: Transaction): Transaction[] =>
  [...(cell.owner ? [cell.owner] : []), ...(cell.sharers ?? [])].filter((one) => one !== tx);

const inCircle = (tx: Transaction): boolean => {
  const seen = new Set<Transaction>();
  let front = [tx];
  while (front.length > 0) {
    front = front.flatMap((one) => {
      const cell = waitsFor.get(one);
      return cell ? blockers(cell, one) : [];
    });
    if (front.includes(tx)) return true;
    front = front.filter((one) => !seen.has(one));
    for (const one of front) seen.add(one);
  }
  return false;
};

const wait = async (cell: Cell<unknown>, tx: Transaction) => {
  waitsFor.set(tx, cell);
  if (inCircle(tx)) {
    waitsFor.delete(tx);
    throw new DatabaseError(deadlock);
  }
  await new Promise<void>((resolve) => {
    cell.waiting = [...(cell.waiting ?? []), resolve];
  });
  waitsFor.delete(tx);
  if (tx.over) throw new DatabaseError("25P02");
};

/** `for update`. */
export const lock = async <T>(one: Cell<T>, tx: Transaction): Promise<void> => {
  const cell = one as Cell<unknown>;
  while (blockers(cell, tx).length > 0) await wait(cell, tx);
  cell.owner = tx;
  tx.cells.add(cell);
};

/** `for share`. */
export const lockShared = async <T>(one: Cell<T>, tx: Transaction): Promise<void> => {
  const cell = one as Cell<unknown>;
  while (cell.owner && cell.owner !== tx) await wait(cell, tx);
  cell.sharers ??= new Set();
  cell.sharers.add(tx);
  tx.shared.add(cell);
};

/** The row must be locked by the transaction that writes it. */
export const write = <T>(cell: Cell<T>, value: T | undefined): void => {
  cell.changed = true;
  cell.pending = value;
};

const release = (tx: Transaction) => {
  for (const cell of tx.cells) {
    cell.owner = undefined;
    cell.changed = false;
    cell.pending = undefined;
  }
  for (const cell of tx.shared) cell.sharers?.delete(tx);
  for (const cell of [...tx.cells, ...tx.shared]) if (cell.waiting) wake(cell);
  tx.over = true;
};

export const commit = (tx: Transaction): void => {
  if (tx.over) throw new DatabaseError("25P02");
  for (const cell of tx.cells) if (cell.changed) cell.committed = cell.pending;
  release(tx);
};

export const rollback = (tx: Transaction): void => {
  if (tx.over) return;
  for (const undo of tx.undo.reverse()) undo();
  release(tx);
};
