import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";

export interface FolderLock {
  release(): void;
}

/** Thrown where another live process holds the folder; its message is meant for whoever started the server. */
export class FolderInUse extends Error {
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(`${folder} is in use by the process ${pid}; stop it first, or choose another folder with DATA_DIR`);
  }
}

/**
 * Two processes on one PGlite folder lose acknowledged work without any error, so the folder is locked.
 *
 * Node has no flock. The lock is a file `lock.N` that names its process and is made whole in one step (link).
 * The highest N rules. Whoever finds it stale makes `lock.N+1`, which only one can, and looks again: if a
 * higher one stands by then, he gives way. A file of the highest number is never deleted, only marked
 * as released, so numbers never come down and a slow starter cannot overlook somebody.
 */
export const lockFolder = (folder: string): FolderLock => {
  mkdirSync(folder, { recursive: true });
  const path = (n: number) => join(folder, `lock.${n}`);
  for (;;) {
    const last = highest(folder);
    const owner = last > 0 ? liveOwner(path(last)) : undefined;
    if (owner !== undefined) throw new FolderInUse(folder, owner);
    const mine = last + 1;
    if (!createWhole(folder, path(mine), JSON.stringify(self()))) continue;
    if (highest(folder) > mine) {
      rmSync(path(mine), { force: true });
      continue;
    }
    for (const n of generations(folder)) if (n < mine) rmSync(path(n), { force: true });
    let held = true;
    return {
      release: () => {
        if (!held) return;
        held = false;
        replace(folder, path(mine), "released");
      },
    };
  }
};

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** When the process began, in ticks since boot: a pid is given out again. */
  readonly since: string;
}

const self = (): Owner => ({ pid: process.pid, host: hostname(), since: startOf(process.pid) ?? "" });

const generations = (folder: string): number[] =>
  readdirSync(folder).flatMap((name) => {
    const n = /^lock\.(\d+)$/.exec(name)?.[1];
    return n ? [Number(n)] : [];
  });

const highest = (folder: string): number => Math.max(0, ...generations(folder));

/** The pid in a lock file, where that process is still the one that wrote it. */
const liveOwner = (file: string): number | undefined => {
  const owner = readOwner(file);
  // A container that was replaced has another host name, and its processes are gone.
  if (!owner || owner.host !== hostname() || !isAlive(owner.pid)) return undefined;
  const since = startOf(owner.pid);
  return since === undefined || owner.since === "" || since === owner.since ? owner.pid : undefined;
};

const readOwner = (file: string): Owner | undefined => {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Owner;
  } catch {
    return undefined;
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/** Field 22 of /proc/PID/stat; undefined where there is no such file system. */
const startOf = (pid: number): string | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
};

const temporary = (folder: string) =>
  join(folder, `.lock-${process.pid}-${Math.random().toString(36).slice(2)}`);

const writeWhole = (file: string, text: string) => {
  const handle = openSync(file, "wx");
  writeSync(handle, text);
  fsyncSync(handle);
  closeSync(handle);
};

/** False where the file exists already. It never exists half written. */
const createWhole = (folder: string, file: string, text: string): boolean => {
  const draft = temporary(folder);
  writeWhole(draft, text);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

const replace = (folder: string, file: string, text: string) => {
  const draft = temporary(folder);
  writeWhole(draft, text);
  renameSync(draft, file);
};
