import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { OperatorError } from "./settings";

/** Asks for one line on the terminal. Where there is none, says which flag or variable to use instead. */
export const ask = async (question: string, instead: string): Promise<string> => {
  if (!process.stdin.isTTY) throw new OperatorError(`no terminal to ask on: use ${instead}`);
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await lines.question(`${question} `)).trim();
  } finally {
    lines.close();
  }
};

/** Asks for a passphrase without showing it; PASSPHRASE in the environment answers for scripts. */
export const askPassphrase = async (question: string): Promise<string> => {
  if (process.env.PASSPHRASE) return process.env.PASSPHRASE;
  if (!process.stdin.isTTY) throw new OperatorError("no terminal to ask on: set PASSPHRASE");
  process.stdout.write(`${question} `);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await lines.question("");
  } finally {
    lines.close();
    process.stdout.write("\n");
  }
};
