import { makeWord } from "../../../src/screens/record/make-files";
import { minutesPaper } from "../../../src/screens/record/minutes-paper";
import { longRecord } from "../../support/long-record";

/** Makes the Word file of a long meeting as the page of its minutes does; how long it took in milliseconds, and its bytes. */
const makeOnce = async (members: number, statements: number) => {
  const record = longRecord(members, statements);
  const from = performance.now();
  const made = await makeWord(record, minutesPaper(record), "bien-ban");
  if (!made.ok) throw new Error(made.error);
  return { ms: performance.now() - from, bytes: made.value.data.size };
};

Object.assign(window, { makeOnce });
