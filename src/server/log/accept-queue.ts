/** Requests that wait while one group is written become the next group: one transaction and one fsync for all. */
export interface AcceptQueue<Item, Answer> {
  add(item: Item): Promise<Answer>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * `work` answers a whole group, in order, or throws. A group that fails is tried again one by one,
 * so that a request that cannot be written fails alone.
 */
export const createAcceptQueue = <Item, Answer>(
  sizeOf: (item: Item) => number,
  maxSize: number,
  work: (items: readonly Item[]) => Promise<readonly Answer[]>,
): AcceptQueue<Item, Answer> => {
  let waiting: Waiting<Item, Answer>[] = [];
  let running: Promise<void> | undefined;

  const take = (): Waiting<Item, Answer>[] => {
    let size = 0;
    let count = 0;
    for (const { item } of waiting) {
      size += sizeOf(item);
      if (count > 0 && size > maxSize) break;
      count += 1;
    }
    const group = waiting.slice(0, count);
    waiting = waiting.slice(count);
    return group;
  };

  const runGroup = async (group: readonly Waiting<Item, Answer>[]): Promise<void> => {
    try {
      const answers = await work(group.map(({ item }) => item));
      group.forEach(({ resolve }, i) => {
        resolve(answers[i] as Answer);
      });
    } catch (error) {
      if (group.length > 1) for (const one of group) await runGroup([one]);
      else group[0]?.reject(error);
    }
  };

  const run = async () => {
    while (waiting.length) await runGroup(take());
    running = undefined;
  };

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        running ??= Promise.resolve().then(run);
      }),
    idle: async () => {
      while (running) await running;
    },
  };
};
