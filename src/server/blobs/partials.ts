import { constants } from "node:fs";
import { type FileHandle, mkdir, open, readdir, rm, rmdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Hash, KeyId } from "../../domain/ids";
import { err, ok, type Result } from "../../domain/result";

/** Whose file it is, and what its name will be. Nobody else's key leads to it. */
export interface PartialName {
  readonly by: KeyId;
  readonly hash: Hash;
}

/**
 * Files that come in pieces, as far as they have come.
 *
 * Several servers may share the folder, and one device may send a file twice at once: nothing is locked. A piece is
 * written at its own place, so that honest senders write the same bytes over each other; nothing is ever left out
 * before a piece, so that the size is how far it has come. What it became is judged by the hash of a copy
 * (`Blobs.put`), which no late writer reaches. Pieces are not fsynced: what is acknowledged is the whole. After a power cut
 * the hash may be wrong; then the sender begins again.
 */
export interface Partials {
  /** Bytes from the beginning without a gap; 0 where nothing is here. */
  size(name: PartialName): Promise<number>;
  /** Its first bytes, at most so many. */
  head(name: PartialName, length: number): Promise<Uint8Array>;
  /**
   * Writes on from `offset`; resolves with how far it has come. What was written before a stream failed stays. Of a device's
   * files the ones not written to for longest make room for a new one.
   */
  append(
    name: PartialName,
    offset: number,
    data: ReadableStream<Uint8Array>,
    maxBytes: number,
  ): Promise<Result<number, "too-large" | "wrong-offset">>;
  /** Undefined where it is gone. */
  open(name: PartialName): Promise<ReadableStream<Uint8Array> | undefined>;
  remove(name: PartialName): Promise<void>;
  /** Removes those that `isOld` says nobody goes on with. */
  sweep(isOld: (path: string) => Promise<boolean>): Promise<void>;
}

/** Begun by one device at once: each is no longer than a paper, so a device holds no more than four papers' room. */
const mostPartials = 4;

export const createPartials = (root: string): Partials => {
  const all = join(root, "partials");
  const folderOf = ({ by }: Pick<PartialName, "by">) => join(all, by);
  const pathOf = (name: PartialName) => join(folderOf(name), name.hash);
  const size = async (name: PartialName) => (await stat(pathOf(name)).catch(() => undefined))?.size ?? 0;

  return {
    size,
    head: async (name, length) => {
      const file = await open(pathOf(name), "r").catch(() => undefined);
      if (!file) return new Uint8Array(0);
      try {
        const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
    append: async (name, offset, data, maxBytes) => {
      if (offset === 0) await makeRoom(folderOf(name), name.hash);
      // One that was swept meanwhile is not begun in its middle.
      const begin = offset === 0 ? constants.O_CREAT : 0;
      const file = await open(pathOf(name), constants.O_RDWR | begin, 0o600).catch(ifMissing);
      if (!file) return err("wrong-offset");
      try {
        if ((await file.stat()).size < offset) return err("wrong-offset");
        if (!(await writeAt(file, offset, data, maxBytes))) return err("too-large");
      } finally {
        await file.close();
      }
      return ok(await size(name));
    },
    open: async (name) => {
      const file = await open(pathOf(name), "r").catch(ifMissing);
      return file && (Readable.toWeb(file.createReadStream()) as unknown as ReadableStream<Uint8Array>);
    },
    remove: (name) => rm(pathOf(name), { force: true }),
    sweep: async (isOld) => {
      for (const by of await readdir(all).catch(() => [])) {
        const folder = join(all, by);
        for (const name of await readdir(folder))
          if (await isOld(join(folder, name))) await rm(join(folder, name), { force: true });
        // Stays where something is in it.
        await rmdir(folder).catch(() => undefined);
      }
    },
  };
};

const ifMissing = (error: NodeJS.ErrnoException): undefined => {
  if (error.code !== "ENOENT") throw error;
};

/** So many others at most stay beside the one that is begun. */
const makeRoom = async (folder: string, hash: Hash): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const others = (await readdir(folder)).filter((name) => name !== hash);
  if (others.length < mostPartials) return;
  const aged = await Promise.all(
    others.map(async (name) => {
      const path = join(folder, name);
      return { path, at: (await stat(path).catch(() => undefined))?.mtimeMs ?? 0 };
    }),
  );
  aged.sort((a, b) => b.at - a.at);
  for (const { path } of aged.slice(mostPartials - 1)) await rm(path, { force: true });
};

/** False where there is more than allowed: then no more than that was written. */
const writeAt = async (
  file: FileHandle,
  offset: number,
  data: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<boolean> => {
  let at = offset;
  for await (const chunk of data) {
    if (at + chunk.length > maxBytes) return false;
    // A full disk writes a part and says how much it was; only the next write fails.
    for (let done = 0; done < chunk.length; )
      done += (await file.write(chunk, done, chunk.length - done, at + done)).bytesWritten;
    at += chunk.length;
  }
  return at <= maxBytes;
};
