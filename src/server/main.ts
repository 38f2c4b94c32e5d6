import { backup } from "./cli/backup";
import { key } from "./cli/key";
import { link } from "./cli/link";
import { restore } from "./cli/restore";
import { serve } from "./cli/serve";
import { OperatorError, readSettings, type Settings } from "./cli/settings";
import { FolderInUse } from "./db/folder-lock";

type Command = (args: readonly string[], settings: Settings, say: (line: string) => void) => Promise<void>;

const commands: Readonly<Record<string, Command>> = { serve, backup, restore, key, link };

const say = (line: string) => {
  process.stdout.write(`${line}\n`);
};

/** Runs one command; its name comes first, and without one it serves. Resolves with the exit code. */
export const main = async (args: readonly string[]): Promise<number> => {
  const [name = "serve", ...rest] = args[0]?.startsWith("-") ? ["serve", ...args] : args;
  const command = commands[name];
  if (!command) {
    say(`no such command: ${name}; there are ${Object.keys(commands).join(", ")}`);
    return 2;
  }
  try {
    await command(rest, readSettings(process.env), say);
    return 0;
  } catch (error) {
    if (!(error instanceof OperatorError || error instanceof FolderInUse || isUsage(error))) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
};

/** An unknown flag, as `parseArgs` reports it. */
const isUsage = (error: unknown): error is Error =>
  error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith("ERR_PARSE_ARGS");
