import { backup } from "./cli/backup";
import { key } from "./cli/key";
import { link } from "./cli/link";
import { restore } from "./cli/restore";
import { serve } from "./cli/serve";
import { OperatorError, readSettings, type Settings } from "./cli/settings";
import { FolderInUse } from "./db/folder-lock";

type Command = (args: readonly string[], settings: Settings, say: (line: string) => void) => Promise<void>;

const commands: Readonly<Record<string, Command>> = { serve, backup, restore, key, link };

/** What `--help` prints; the settings are those of the README. */
const usage = `npm start [-- --empty [--name "…"]]         serve; --empty founds a real commune without the sample
npm run backup -- [--to FILE.tar] [--with-root-key]   the log and every paper in one file, while it runs
DATA_DIR=fresh npm run restore -- FILE.tar     back from that file, into a folder that is not there yet
npm run link -- --role office|secretary|member --member "NAME or id" [--cell "NAME"] [--title "…"] [--key FILE]
npm run key -- list | move-offline FILE | rotate-publisher KEY [--key FILE]
settings: PORT, DATA_DIR, DATABASE_URL, ORIGIN, TRUST_PROXY (README.md)`;

const say = (line: string) => {
  process.stdout.write(`${line}\n`);
};

/** Runs one command; its name comes first, and without one it serves. Resolves with the exit code. */
export const main = async (args: readonly string[]): Promise<number> => {
  if (args.includes("--help")) {
    say(usage);
    return 0;
  }
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
