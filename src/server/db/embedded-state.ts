import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

/**
 * PGlite never calls fsync. A killed process loses nothing by that, since the system still holds the pages; a power
 * cut may leave any mixture of old and new ones, which can open without an error and be wrong. So it is noted under
 * which boot of the machine the database was open, and whether it was closed and written out.
 */
interface EmbeddedState {
  readonly boot: string | undefined;
  readonly clean: boolean;
  /** Files changed before this moment, in milliseconds, are on the disk. */
  readonly since: number;
}

const file = (dataDir: string) => join(dataDir, "pg-state.json");

/** Changes with every start of the machine; undefined on systems that do not tell. */
const currentBoot = (): string | undefined => {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return undefined;
  }
};

const read = (dataDir: string): EmbeddedState | undefined => {
  try {
    return JSON.parse(readFileSync(file(dataDir), "utf8")) as EmbeddedState;
  } catch {
    return undefined;
  }
};

const write = (dataDir: string, state: EmbeddedState) => {
  const draft = `${file(dataDir)}.new`;
  const handle = openSync(draft, "w");
  writeSync(handle, JSON.stringify(state));
  fsyncSync(handle);
  closeSync(handle);
  renameSync(draft, file(dataDir));
  syncPath(dataDir);
};

/** True where the machine went down while the database was open: what lies in its folder is not to be trusted. */
export const wentDownOpen = (dataDir: string): boolean => {
  const last = read(dataDir);
  return last !== undefined && !last.clean && last.boot !== undefined && last.boot !== currentBoot();
};

export const noteOpen = (dataDir: string) => {
  const last = read(dataDir);
  // What an earlier session left unwritten is still to be written by this one.
  const since = last?.clean ? Date.now() : (last?.since ?? 0);
  write(dataDir, { boot: currentBoot(), clean: false, since });
};

/** The clock of a file system may lag behind that of the process. */
const slack = 10_000;

/** Writes a closed database out to the disk and notes that this was done. */
export const noteClosed = (dataDir: string, folder: string) => {
  const since = (read(dataDir)?.since ?? 0) - slack;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory() || (entry.isFile() && statSync(path).mtimeMs >= since)) syncPath(path);
  }
  syncPath(folder);
  write(dataDir, { boot: currentBoot(), clean: true, since: Date.now() });
};

const syncPath = (path: string) => {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** How many folders that were set aside stay, for whoever wants to look into them. */
const keptAside = 2;

/** Moves the database's folder out of the way; returns where to. */
export const setAside = (folder: string): string => {
  const aside = `${folder}.broken-${new Date().toISOString().replaceAll(/[:.]/g, "-")}`;
  renameSync(folder, aside);
  const parent = join(folder, "..");
  const name = folder.slice(parent.length + 1);
  const older = readdirSync(parent)
    .filter((one) => one.startsWith(`${name}.broken-`))
    .sort()
    .slice(0, -keptAside);
  for (const one of older) rmSync(join(parent, one), { recursive: true, force: true });
  return aside;
};
