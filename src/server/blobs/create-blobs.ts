import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { type Clock, systemClock } from "../../domain/clock";
import type { Hash } from "../../domain/ids";
import { err, ok } from "../../domain/result";
import { blobFiles, blobPath, draftFolder, newDraft, removeWithForms, settle } from "./blob-files";
import type { Blobs } from "./blobs";
import { createPartials } from "./partials";
import { createTextSegments } from "./text-segments";

export interface BlobsOptions {
  readonly dataDir: string;
  readonly clock?: Clock;
}

/** How long a blob that no entry names yet may wait for the entry. */
export const unnamedLifetime = 24 * 60 * 60 * 1000;
/** Compressed forms are made again when they are asked for: those of neighbourhoods long past go. */
const formLifetime = 30 * 24 * 60 * 60 * 1000;
const sweepBatch = 500;

/** Blobs as files in `<dataDir>/blobs`. */
export const createBlobs = async ({ dataDir, clock = systemClock }: BlobsOptions): Promise<Blobs> => {
  const root = join(dataDir, "blobs");
  await mkdir(draftFolder(root), { recursive: true });
  const age = async (path: string) => {
    const found = await stat(path).catch(() => undefined);
    return found && clock.now() - found.mtimeMs;
  };
  const touch = async (hash: Hash) => {
    const now = clock.now() / 1000;
    return utimes(blobPath(root, hash), now, now).then(
      () => true,
      () => false,
    );
  };
  const read = async (hash: Hash) => {
    const bytes = await readFile(blobPath(root, hash)).catch(() => undefined);
    return bytes && new Uint8Array(bytes);
  };
  const remove = async (hash: Hash) => {
    segments.forget(hash);
    await removeWithForms(blobPath(root, hash));
  };
  const segments = createTextSegments(root, read);
  const partials = createPartials(root);
  const isOver = async (path: string) => ((await age(path)) ?? 0) > unnamedLifetime;

  return {
    put: async (data, maxBytes) => {
      const draft = newDraft(root);
      const written = await writeDraft(draft, data, maxBytes);
      if (!written) return err("too-large");
      const path = blobPath(root, written.hash);
      if (await touch(written.hash)) await rm(draft, { force: true });
      else await settle(draft, path);
      return ok(written);
    },
    open: async (hash, range) => {
      const path = blobPath(root, hash);
      if (!(await stat(path).catch(() => undefined))) return undefined;
      return Readable.toWeb(createReadStream(path, range)) as unknown as ReadableStream<Uint8Array>;
    },
    read,
    has: async (hash) => (await age(blobPath(root, hash))) !== undefined,
    stat: async (hash) => {
      const found = await stat(blobPath(root, hash)).catch(() => undefined);
      return found && { bytes: found.size };
    },
    touch,
    remove,
    textSegment: segments.segment,
    partials,
    sweep: async (named) => {
      for (const name of await readdir(draftFolder(root))) {
        const draft = join(draftFolder(root), name);
        if (await isOver(draft)) await rm(draft, { force: true });
      }
      await partials.sweep(isOver);
      let removed = 0;
      const isOld = (hash: Hash) => isOver(blobPath(root, hash));
      const sweepSome = async (hashes: readonly Hash[]) => {
        const kept = await named(hashes);
        for (const hash of hashes) {
          // Asked again at the last moment: an entry under way touches the blobs that it names.
          if (kept.has(hash) || !(await isOld(hash))) continue;
          await remove(hash);
          removed += 1;
        }
      };
      let batch: Hash[] = [];
      for await (const { hash, form, path } of blobFiles(root)) {
        if (form && ((await age(path)) ?? 0) > formLifetime) await rm(path, { force: true });
        if (!form && (await isOld(hash))) batch.push(hash);
        if (batch.length < sweepBatch) continue;
        await sweepSome(batch);
        batch = [];
      }
      await sweepSome(batch);
      return removed;
    },
  };
};

/** Undefined, and no file, where the data is longer than allowed. */
const writeDraft = async (
  draft: string,
  data: ReadableStream<Uint8Array> | Uint8Array,
  maxBytes: number,
): Promise<{ hash: Hash; bytes: number } | undefined> => {
  const file = await open(draft, "wx");
  const digest = createHash("sha256");
  let bytes = 0;
  let whole = false;
  try {
    for await (const chunk of chunksOf(data)) {
      bytes += chunk.length;
      if (bytes > maxBytes) return undefined;
      digest.update(chunk);
      // Not `write`, which writes as much as there is room for and says nothing of the rest.
      await file.writeFile(chunk);
    }
    await file.sync();
    whole = true;
    return { hash: digest.digest("base64url") as Hash, bytes };
  } finally {
    await file.close();
    if (!whole) await rm(draft, { force: true });
  }
};

async function* chunksOf(data: ReadableStream<Uint8Array> | Uint8Array): AsyncGenerator<Uint8Array> {
  if (data instanceof Uint8Array) {
    yield data;
    return;
  }
  const reader = data.getReader();
  let done = false;
  try {
    for (;;) {
      const next = await reader.read();
      if (next.done) break;
      yield next.value;
    }
    done = true;
  } finally {
    // Left early (too long, disk full): the sender need not go on.
    if (!done) await reader.cancel().catch(() => undefined);
  }
}
