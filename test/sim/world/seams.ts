import cryptoModule from "node:crypto";
import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import zlib from "node:zlib";
import { createSeededRandom } from "../../../src/domain/random";
import { createSubtle, forgetKeys } from "./crypto";
import { diskCalls, forgetDisks, isSimPath } from "./disk";
import { beginTime, later, soon, worldNow } from "./loop";

/*
 * Imported before everything else: puts the world's clock, randomness, cryptography, compression and disk in the place of
 * Node's, for the whole process, so that product and libraries take them without knowing. The product has no hook for it.
 */

let random = createSeededRandom(1);
const bytes = (length: number) => random.bytes(length);
/** For the names that Yjs gives its documents: nobody else asks for whole numbers. */
let names = createSeededRandom(1);

/** A new world: its own clock, its own randomness, nothing left of the one before. */
export const beginSeams = (seed: number, start: number, turnCost: number): void => {
  random = createSeededRandom(seed ^ 0x51ed270b);
  names = createSeededRandom(seed ^ 0x1d872b41);
  forgetKeys();
  forgetDisks();
  beginTime(start, turnCost);
};

// ---- time ---------------------------------------------------------------------------------------------------

const NodeDate = Date;
class WorldDate extends NodeDate {
  constructor(...args: unknown[]) {
    if (args.length === 0) super(Math.floor(worldNow()));
    else super(...(args as [number]));
  }
  static override now() {
    return Math.floor(worldNow());
  }
}
const handles = new Map<number, () => void>();
let handle = 0;
const timeout = (task: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
  handle += 1;
  const own = handle;
  handles.set(
    own,
    later(ms, () => {
      handles.delete(own);
      task(...args);
    }),
  );
  return own;
};
const clear = (own: unknown) => {
  handles.get(own as number)?.();
  handles.delete(own as number);
};
const globals = globalThis as unknown as Record<string, unknown>;
globals.Date = WorldDate;
globals.setTimeout = timeout;
globals.clearTimeout = clear;
globals.setImmediate = (task: (...args: unknown[]) => void, ...args: unknown[]) => soon(() => task(...args));
globals.clearImmediate = (one: { cancel(): void } | undefined) => one?.cancel();
globals.setInterval = () => {
  throw new Error("a world has no intervals");
};
performance.now = () => worldNow();
/** Node's own keeps a resource for each call, of which libraries make thousands. */
const settled = Promise.resolve();
globals.queueMicrotask = (task: () => void) => void settled.then(task);

// ---- randomness and cryptography ------------------------------------------------------------------------------

const fill = <T extends ArrayBufferView>(into: T): T => {
  const source = into instanceof Uint32Array ? names : random;
  new Uint8Array(into.buffer, into.byteOffset, into.byteLength).set(source.bytes(into.byteLength));
  return into;
};
const uuid = () => {
  const hex = Buffer.from(bytes(16)).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
};
for (const [name, value] of Object.entries({
  subtle: createSubtle(bytes),
  getRandomValues: fill,
  randomUUID: uuid,
}))
  Object.defineProperty(globalThis.crypto, name, { value, configurable: true });
Math.random = () => random.next();
(cryptoModule as unknown as Record<string, unknown>).randomUUID = uuid;

// ---- what other threads would do ------------------------------------------------------------------------------

type Done = (error: unknown, value?: Buffer) => void;
(zlib as unknown as Record<string, unknown>).deflateRaw = (
  data: Uint8Array,
  options: zlib.ZlibOptions,
  done: Done,
) => {
  const value = zlib.deflateRawSync(data, { ...options, level: 1 });
  soon(() => done(null, value));
};

/** Packs at the end what came in, at once. */
class WorldCompression {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<Uint8Array>;
  constructor() {
    const pieces: Uint8Array[] = [];
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
      transform: (piece) => {
        pieces.push(piece);
      },
      flush: (controller) => controller.enqueue(new Uint8Array(zlib.gzipSync(Buffer.concat(pieces)))),
    });
    this.readable = readable;
    this.writable = writable;
  }
}
globals.CompressionStream = WorldCompression;

const NodeBlob = Blob;
/** Node reads its own blobs in another thread. */
class WorldBlob extends NodeBlob {
  readonly #parts: Uint8Array[];
  constructor(parts: readonly (string | Uint8Array | ArrayBuffer)[] = [], options?: BlobPropertyBag) {
    super(parts as BlobPart[], options);
    this.#parts = parts.map((part) =>
      typeof part === "string" ? Buffer.from(part) : new Uint8Array(part as ArrayBuffer),
    );
  }
  #bytes() {
    return new Uint8Array(Buffer.concat(this.#parts));
  }
  override async arrayBuffer() {
    return this.#bytes().buffer;
  }
  override async text() {
    return Buffer.from(this.#bytes()).toString();
  }
  override stream(): ReturnType<Blob["stream"]> {
    const value = this.#bytes();
    return new ReadableStream({
      start: (controller) => {
        if (value.length > 0) controller.enqueue(value);
        controller.close();
      },
    }) as ReturnType<Blob["stream"]>;
  }
}
globals.Blob = WorldBlob;
/** Dexie would tell other processes of its changes. */
globals.BroadcastChannel = undefined;

/** What IndexedDB stores here is plain: the general copy costs ten times as much. */
const copy = (value: unknown): unknown => {
  if (typeof value === "function" || typeof value === "symbol")
    throw new DOMException("cannot be cloned", "DataCloneError");
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(copy);
  if (value instanceof Uint8Array) return value.slice();
  if (value instanceof ArrayBuffer) return value.slice(0);
  const made: Record<string, unknown> = {};
  for (const key of Object.keys(value)) made[key] = copy((value as Record<string, unknown>)[key]);
  return made;
};
globals.structuredClone = copy;
/** Libraries make errors by the thousand that nobody reads. */
if (!process.env.SIM_STACKS) Error.stackTraceLimit = 0;

// ---- the disk ---------------------------------------------------------------------------------------------------

const nodeFs = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
for (const [name, call] of Object.entries(diskCalls)) {
  const nodes = nodeFs[name];
  nodeFs[name] = (...args: unknown[]) =>
    isSimPath(args[0]) ? (call as (...args: unknown[]) => unknown)(...args) : nodes?.apply(fs, args);
}
syncBuiltinESMExports();
