import { gunzipped } from "../http/gunzipped";
import { createGzipSplice } from "./gzip-splice";
import type { Segment } from "./segment";

/** `flush`: whatever was collected so far leaves now, since the phone can use it. */
export type Piece = Segment | "flush";

const chunkBytes = 32 * 1024;

/**
 * Pieces as a gzip stream. Nothing is produced that nobody reads: the next piece is asked for when the line
 * has taken the last ones, and an aborted request ends the producer.
 */
export const gzipStream = (pieces: AsyncGenerator<Piece>): ReadableStream<Uint8Array> => {
  const gzip = createGzipSplice();
  let collected: Uint8Array[] = [gzip.header];
  let bytes = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        for (;;) {
          const { value, done } = await pieces.next();
          if (!done && value !== "flush") {
            const part = gzip.add(value);
            collected.push(part);
            bytes += part.length;
            if (bytes < chunkBytes) continue;
          }
          if (done) collected.push(gzip.trailer());
          if (!done && bytes === 0) continue;
          controller.enqueue(Buffer.concat(collected));
          collected = [];
          bytes = 0;
          if (done) controller.close();
          return;
        }
      },
      cancel: async () => {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
};

/** The same without gzip, for the rare client that does not take it. */
export const plainStream = (pieces: AsyncGenerator<Piece>): ReadableStream<Uint8Array> =>
  gunzipped(gzipStream(pieces));
