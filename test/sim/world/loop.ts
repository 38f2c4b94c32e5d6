/*
 * The world's clock and its event loop. Every macrotask of the process passes through `soon`, every wait through `later`,
 * so the order of events is that of this file and not of the machine: Node runs immediates first come, first served, and
 * drains microtasks between them. Nothing else of the process is asynchronous while a world runs: cryptography, zlib and
 * the disk are replaced by their synchronous likes (`seams.ts`), and databases live in memory.
 */

/** Taken before `seams.ts` replaces them. */
const nodeImmediate = setImmediate;

interface Due {
  readonly at: number;
  readonly order: number;
  readonly task: () => void;
  cancelled: boolean;
}

/** Virtual milliseconds that one macrotask costs, so that what computes and what waits interleave. */
let turnCost = 0.05;
let now = 0;
let pending = 0;
let turns = 0;
let orders = 0;
let heap: Due[] = [];
/** Called once in each turn, between two tasks: the place to kill somebody. */
let betweenTurns: (() => void) | undefined;

const before = (a: Due, b: Due) => a.at < b.at || (a.at === b.at && a.order < b.order);

const push = (one: Due) => {
  heap.push(one);
  let i = heap.length - 1;
  while (i > 0) {
    const parent = (i - 1) >> 1;
    const [child, above] = [heap[i] as Due, heap[parent] as Due];
    if (!before(child, above)) return;
    heap[i] = above;
    heap[parent] = child;
    i = parent;
  }
};

const pop = (): Due | undefined => {
  const top = heap[0];
  const last = heap.pop();
  if (!top || !last || heap.length === 0) return top;
  heap[0] = last;
  for (let i = 0; ; ) {
    const [left, right] = [2 * i + 1, 2 * i + 2];
    let least = i;
    if (left < heap.length && before(heap[left] as Due, heap[least] as Due)) least = left;
    if (right < heap.length && before(heap[right] as Due, heap[least] as Due)) least = right;
    if (least === i) return top;
    const swap = heap[i] as Due;
    heap[i] = heap[least] as Due;
    heap[least] = swap;
    i = least;
  }
};

/** Milliseconds since 1970 in this world, with a fraction. */
export const worldNow = (): number => now;
export const turnsSoFar = (): number => turns;

export const beginTime = (start: number, cost: number): void => {
  now = start;
  turnCost = cost;
  pending = 0;
  turns = 0;
  orders = 0;
  heap = [];
  betweenTurns = undefined;
};

export const onTurn = (task: (() => void) | undefined): void => {
  betweenTurns = task;
};

/** In a turn of its own, after all that wait already. */
export const soon = (task: () => void): { cancel(): void } => {
  let cancelled = false;
  pending += 1;
  nodeImmediate(() => {
    pending -= 1;
    turns += 1;
    now += turnCost;
    betweenTurns?.();
    if (!cancelled) task();
    releaseDue();
  });
  return {
    cancel: () => {
      cancelled = true;
    },
  };
};

const releaseDue = () => {
  for (let top = heap[0]; top && top.at <= now; top = heap[0]) {
    pop();
    const { task } = top;
    if (!top.cancelled) soon(task);
  }
};

export const later = (ms: number, task: () => void): (() => void) => {
  orders += 1;
  const one: Due = { at: now + Math.max(0, ms), order: orders, task, cancelled: false };
  push(one);
  return () => {
    one.cancelled = true;
  };
};

export const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    later(ms, resolve);
  });

/** So many turns without an end, and something runs in circles. */
const turnLimit = 60_000_000;

/** Runs the world until `main` has settled. Throws where nothing would ever happen again. */
export const runWorld = async <T>(main: Promise<T>): Promise<T> => {
  let settled = false;
  const end = () => {
    settled = true;
  };
  main.then(end, end);
  for (;;) {
    do {
      await new Promise<void>((resolve) => nodeImmediate(resolve));
    } while (pending > 0);
    if (settled) return main;
    if (turns > turnLimit) throw new Error("the world runs in circles");
    let top = pop();
    while (top?.cancelled) top = pop();
    if (!top) throw new Error("nothing will ever happen again, and the story is not at its end");
    now = Math.max(now, top.at);
    soon(top.task);
  }
};
