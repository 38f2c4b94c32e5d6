/**
 * One query for all who ask at about the same time: questions wait while the one before is under way, and are then
 * answered together. An answer never comes from a query that began before its question.
 */
export const batched = <Question, Answer>(
  ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): ((question: Question) => Promise<Answer>) => {
  let waiting: {
    readonly question: Question;
    readonly resolve: (answer: Answer) => void;
    readonly reject: (error: unknown) => void;
  }[] = [];
  let running = false;

  const run = async () => {
    running = true;
    while (waiting.length) {
      // Whatever else came in with the same turn of the event loop joins.
      await new Promise((resolve) => setImmediate(resolve));
      const group = waiting;
      waiting = [];
      try {
        const answers = await ask(group.map(({ question }) => question));
        for (const [i, { resolve }] of group.entries()) resolve(answers[i] as Answer);
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    running = false;
  };

  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      if (!running) void run();
    });
};
