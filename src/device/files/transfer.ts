import type { Hash } from "../../domain/ids";
import type { Refusal } from "../../domain/refusal";
import { err, ok, type Result } from "../../domain/result";
import { sha256 } from "../../protocol/sha256";
import { createPaperHeads, storeTexts } from "../apply/apply-texts";
import type { Core } from "../core";
import type { SyncProblem } from "../device";
import { loadCheckTexts, loadStorage } from "../lazy";
import type { Store } from "../store/open-store";
import { isQuotaError } from "../store/quota";
import type { ChunkRow, FileRow } from "../store/rows";
import type { HttpFailure } from "../sync/http";
import { sendFile } from "./send-file";

/** A file rests in pieces of this size, so that a broken download goes on where it stopped. */
export const chunkBytes = 256 * 1024;

type Failure = SyncProblem | Refusal;

export interface FileRequest {
  readonly hash: Hash;
  readonly bytes: number;
  readonly media: string;
  readonly onProgress: (done: number) => void;
  readonly signal?: AbortSignal;
}

/** Fetches a file piece by piece and checks it as a whole. */
export const fetchFile = async (core: Core, request: FileRequest): Promise<Result<Blob, Failure>> => {
  try {
    return await download(core, request);
  } catch (error) {
    if (!isQuotaError(error)) return err("unreachable");
    const { freeFiles } = await loadStorage();
    if ((await freeFiles(core, request.hash)) === 0) return err("storage-full");
    return download(core, request).catch((again) =>
      err(isQuotaError(again) ? "storage-full" : "unreachable"),
    );
  }
};

const download = async (core: Core, request: FileRequest): Promise<Result<Blob, Failure>> => {
  const { hash, bytes, media, onProgress, signal } = request;
  const { mirror } = core.store;
  const known = await mirror.files.get(hash);
  if (known?.whole) return assemble(core, request);
  let done = known?.done ?? 0;
  await mirror.files.put({ ...known, hash, bytes, media, done, whole: 0, usedAt: core.clock.now() });
  onProgress(done);
  if (done < bytes) {
    const response = await core.http.signed({
      method: "GET",
      path: `/blobs/${hash}`,
      headers: done > 0 ? { Range: `bytes=${done}-` } : {},
      ...(signal && { signal }),
    });
    if (!response.ok) return err(toFailure(response.error));
    if (done > 0 && response.value.status !== 206) done = 0;
    if (!response.value.body) return err("unreachable");
    await store(core, request, response.value.body, done);
  }
  return assemble(core, request);
};

/** Whole pieces go to disk as they fill; `done` always lies on a piece's edge or at the end. */
const store = async (
  core: Core,
  { hash, bytes, onProgress }: FileRequest,
  body: ReadableStream<Uint8Array>,
  from: number,
): Promise<void> => {
  const { mirror } = core.store;
  const reader = body.getReader();
  let done = from;
  let buffer = new Uint8Array(chunkBytes);
  let filled = 0;
  const flush = async () => {
    if (filled === 0) return;
    const data = buffer.slice(0, filled);
    const i = Math.floor(done / chunkBytes);
    await mirror.transaction("rw", [mirror.files, mirror.chunks], async () => {
      await mirror.chunks.put({ hash, i, data });
      await mirror.files.update(hash, { done: done + data.length });
    });
    done += filled;
    filled = 0;
    buffer = new Uint8Array(chunkBytes);
    onProgress(done);
  };
  try {
    for (;;) {
      const next = await reader.read();
      if (next.done) break;
      let { value } = next;
      if (done + filled + value.length > bytes) throw new Error("longer than its entry says");
      while (value.length > 0) {
        const taken = Math.min(value.length, chunkBytes - filled);
        buffer.set(value.subarray(0, taken), filled);
        filled += taken;
        value = value.subarray(taken);
        if (filled === chunkBytes) await flush();
      }
    }
    // The last piece is short; a short one in the middle would break the grid, so it is fetched again.
    if (done + filled === bytes) await flush();
  } finally {
    reader.cancel().catch(() => undefined);
  }
};

const assemble = async (core: Core, request: FileRequest): Promise<Result<Blob, Failure>> => {
  const { hash, bytes, media } = request;
  const { mirror } = core.store;
  const row = await mirror.files.get(hash);
  if (!row || row.done < bytes) return err("unreachable");
  const blob = await readChunks(core.store, hash, media);
  if (!row.whole) {
    if ((await sha256(new Uint8Array(await blob.arrayBuffer()))) !== hash) {
      await removeFile(core.store, hash);
      return err("damaged-file");
    }
    await mirror.files.update(hash, { whole: 1, usedAt: core.clock.now() });
  }
  return ok(blob);
};

/** The whole file, where it is here and its hash was right. */
export const readFile = async (core: Core, hash: Hash): Promise<Blob | undefined> => {
  const { mirror } = core.store;
  const row = await mirror.files.get(hash);
  if (!row?.whole) return undefined;
  await mirror.files.update(hash, { usedAt: core.clock.now() });
  return readChunks(core.store, hash, row.media);
};

export const readChunks = async ({ mirror }: Store, hash: Hash, media: string): Promise<Blob> => {
  const chunks = await mirror.chunks
    .where("[hash+i]")
    .between([hash, 0], [hash, Number.MAX_SAFE_INTEGER])
    .toArray();
  return new Blob(
    chunks.map(({ data }) => data),
    { type: media },
  );
};

/** `instead`: what is known of it from now on. */
export const removeFile = ({ mirror }: Store, hash: Hash, instead?: FileRow): Promise<void> =>
  mirror.transaction("rw", [mirror.files, mirror.chunks], async () => {
    if (instead) await mirror.files.put(instead);
    else await mirror.files.delete(hash);
    await mirror.chunks.where("[hash+i]").between([hash, 0], [hash, Number.MAX_SAFE_INTEGER]).delete();
  });

/** A file that was chosen here, in full; where that cannot be (there is no room), it is not kept. */
export const keepFile = async ({ store, clock }: Core, hash: Hash, file: Blob): Promise<void> => {
  const { mirror } = store;
  const data = new Uint8Array(await file.arrayBuffer());
  const bytes = data.length;
  const row = { hash, bytes, media: file.type, done: bytes, whole: 1, usedAt: clock.now() } as const;
  await mirror
    .transaction("rw", [mirror.files, mirror.chunks], async () => {
      await mirror.files.put(row);
      await mirror.chunks.bulkPut(toChunks(hash, data));
    })
    .catch(() => undefined);
};

/** A whole file as rows of its table. */
export const toChunks = (hash: Hash, data: Uint8Array<ArrayBuffer>): ChunkRow[] =>
  Array.from({ length: Math.ceil(data.length / chunkBytes) }, (_, i) => ({
    hash,
    i,
    data: data.slice(i * chunkBytes, (i + 1) * chunkBytes),
  }));

/** Puts a blob on the server, from where an earlier attempt got to; `onProgress` in bytes that are there. */
export const uploadBlob = async (
  core: Core,
  data: Blob,
  onProgress: (done: number) => void,
): Promise<Result<Hash, Failure>> => {
  const bytes = new Uint8Array(await data.arrayBuffer());
  const hash = await sha256(bytes);
  onProgress(0);
  const failure = await sendFile({ core, hash, bytes, onProgress });
  return failure ? err(toFailure(failure)) : ok(hash);
};

/** One text by itself, past a long answer under way. */
export const fetchText = async (core: Core, hash: Hash): Promise<Result<void, Failure>> => {
  const response = await core.http.signed({ method: "GET", path: `/blobs/${hash}` });
  if (!response.ok) return err(toFailure(response.error));
  try {
    const { mirror } = core.store;
    const texts = [{ hash, data: new Uint8Array(await response.value.arrayBuffer()) }];
    const checked = await (await loadCheckTexts()).checkTexts(
      texts,
      await createPaperHeads(mirror).of(texts),
    );
    return (await storeTexts(mirror, checked)).taken === 1 ? ok(undefined) : err("damaged-file");
  } catch (error) {
    return err(isQuotaError(error) ? "storage-full" : "unreachable");
  }
};

const toFailure = ({ refusal, problem }: HttpFailure): Failure => refusal ?? problem ?? "failed";
