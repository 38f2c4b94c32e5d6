import { sleep, soon } from "./loop";

/*
 * A disk in memory for the server's journal, as Node's `fs/promises` shows it. What was written and not yet synced is kept
 * apart: a killed process loses nothing of it, a power cut loses it from some byte on.
 */

interface File {
  bytes: Buffer;
  /** So many of them are on the platter. */
  synced: number;
}

export interface Disk {
  readonly files: ReadonlyMap<string, File>;
  /** A process that works on this disk sees it under a name of its own, until it is killed. */
  mount(): { readonly path: string; unmount(): void };
  /** The power goes: of what was not synced `part` is left, 0 to 1. */
  cutPower(part: number): void;
  /** Every sync takes so much longer, as of a card that tidies itself up, until it is told 0. */
  stall(ms: number): void;
  /** The next write or sync fails with this code; without one, none will. */
  failNext(code: string | undefined): void;
  copy(): Disk;
}

interface State {
  readonly files: Map<string, File>;
  readonly folders: Set<string>;
  /** Milliseconds that the next sync takes. */
  readonly syncTime: () => number;
  failing: string[];
  stalled: number;
}

const mounts = new Map<string, State | undefined>();
let names = 0;
const root = "/sim-disk";
const marker = `${root}/`;

export const isSimPath = (path: unknown): path is string =>
  typeof path === "string" && path.startsWith(marker);
export const forgetDisks = (): void => mounts.clear();

const never = new Promise<never>(() => undefined);
/** Each call of the disk takes a turn; one of a killed process never comes back. */
const turn = async (path: string): Promise<{ readonly state: State; readonly name: string }> => {
  await new Promise<void>((resolve) => {
    soon(resolve);
  });
  const end = path.indexOf("/", marker.length);
  const state = mounts.get(end < 0 ? path : path.slice(0, end));
  if (!state) return never;
  return { state, name: end < 0 ? "/" : path.slice(end) };
};

const failure = (code: string, name: string) => Object.assign(new Error(`${code}: ${name}`), { code });
const missing = (name: string) => failure("ENOENT", name);

const createDiskOf = (state: State): Disk => ({
  files: state.files,
  mount: () => {
    names += 1;
    const path = `${root}/${names}`;
    mounts.set(path, state);
    return { path, unmount: () => mounts.set(path, undefined) };
  },
  cutPower: (part) => {
    for (const file of state.files.values()) {
      const kept = file.synced + Math.floor((file.bytes.length - file.synced) * part);
      file.bytes = file.bytes.subarray(0, kept);
      file.synced = kept;
    }
  },
  stall: (ms) => {
    state.stalled = ms;
  },
  failNext: (code) => {
    state.failing = code === undefined ? [] : [...state.failing, code];
  },
  copy: () =>
    createDiskOf({
      files: new Map([...state.files].map(([name, file]) => [name, { ...file }])),
      folders: new Set(state.folders),
      syncTime: state.syncTime,
      failing: [],
      stalled: 0,
    }),
});

export const createDisk = (syncTime: () => number): Disk =>
  createDiskOf({ files: new Map(), folders: new Set(["/"]), syncTime, failing: [], stalled: 0 });

const mayFail = ({ failing }: State, name: string) => {
  const code = failing.shift();
  if (code) throw failure(code, name);
};

const handleOf = (path: string, file: File) => ({
  writeFile: async (data: string | Uint8Array) => {
    const { state, name } = await turn(path);
    mayFail(state, name);
    file.bytes = Buffer.concat([file.bytes, Buffer.from(data as Uint8Array)]);
  },
  datasync: async () => {
    const { state, name } = await turn(path);
    mayFail(state, name);
    const length = file.bytes.length;
    await sleep(state.syncTime() + state.stalled);
    // The process may be gone by now, or the power.
    await turn(path);
    file.synced = Math.max(file.synced, Math.min(length, file.bytes.length));
  },
  sync: async () => {
    await turn(path);
  },
  close: async () => {
    await turn(path);
  },
});

/** As much of `fs/promises` as the journal uses. */
export const diskCalls = {
  mkdir: async (path: string) => {
    const { state, name } = await turn(path);
    state.folders.add(name);
    return undefined;
  },
  readdir: async (path: string) => {
    const { state, name } = await turn(path);
    const inside = `${name}/`;
    return [...state.files.keys()]
      .filter((one) => one.startsWith(inside))
      .map((one) => one.slice(inside.length))
      .sort();
  },
  readFile: async (path: string, encoding?: BufferEncoding) => {
    const { state, name } = await turn(path);
    const file = state.files.get(name);
    if (!file) throw missing(name);
    return encoding ? file.bytes.toString(encoding) : Buffer.from(file.bytes);
  },
  writeFile: async (path: string, data: string | Uint8Array) => {
    const { state, name } = await turn(path);
    const bytes = Buffer.from(data as Uint8Array);
    state.files.set(name, { bytes, synced: bytes.length });
  },
  truncate: async (path: string, length: number) => {
    const { state, name } = await turn(path);
    const file = state.files.get(name);
    if (!file) throw missing(name);
    file.bytes = file.bytes.subarray(0, length);
    file.synced = Math.min(file.synced, length);
  },
  rm: async (path: string) => {
    const { state, name } = await turn(path);
    state.files.delete(name);
  },
  open: async (path: string, flags: string) => {
    const { state, name } = await turn(path);
    const known = state.files.get(name);
    if (flags === "wx" && known) throw failure("EEXIST", name);
    if (flags === "r") return handleOf(path, { bytes: Buffer.alloc(0), synced: 0 });
    if (flags === "a" && !known) throw missing(name);
    const file = known ?? { bytes: Buffer.alloc(0), synced: 0 };
    state.files.set(name, file);
    return handleOf(path, file);
  },
};
