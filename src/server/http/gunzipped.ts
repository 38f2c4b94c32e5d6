import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/**
 * A gzip stream unpacked, no faster than it is read; the stream fails where the bytes are damaged.
 *
 * Not `DecompressionStream` and not `Readable.toWeb`: Node's own bridge throws out of an event handler, and so ends
 * the process, when a stream is cancelled while a piece is on its way. A client could do that at will.
 */
export const gunzipped = (packed: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> => {
  const gunzip = createGunzip();
  pipeline(Readable.fromWeb(packed as Parameters<typeof Readable.fromWeb>[0]), gunzip, () => undefined);
  const pieces = gunzip[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { value, done } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => {
        gunzip.destroy();
      },
    },
    { highWaterMark: 0 },
  );
};
