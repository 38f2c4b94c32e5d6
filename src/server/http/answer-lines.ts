const encoder = new TextEncoder();
/** Lines are gathered into pieces of about this size, so that a long list is not a million tiny writes. */
const pieceLength = 16 * 1024;

/** Lines as a stream that is read from its source only as fast as the phone takes it. */
export const lineStream = (lines: AsyncIterable<string> | Iterable<string>): ReadableStream<Uint8Array> => {
  const source = toAsync(lines);
  return new ReadableStream({
    pull: async (controller) => {
      let piece = "";
      while (piece.length < pieceLength) {
        const next = await source.next();
        if (next.done) {
          if (piece) controller.enqueue(encoder.encode(piece));
          return controller.close();
        }
        piece += `${next.value}\n`;
      }
      controller.enqueue(encoder.encode(piece));
    },
    cancel: async () => {
      await source.return?.(undefined);
    },
  });
};

async function* toAsync(lines: AsyncIterable<string> | Iterable<string>) {
  yield* lines;
}

export const acceptsGzip = (request: Request): boolean =>
  /(?:^|,)\s*gzip\s*(?:,|;\s*q=(?!0(?:\.0*)?\s*(?:,|$))|$)/i.test(
    request.headers.get("Accept-Encoding") ?? "",
  );

/** An answer of lines: streamed, gzipped where the phone takes it, kept by no cache. */
export const answerLines = (request: Request, lines: AsyncIterable<string> | Iterable<string>): Response => {
  const stream = lineStream(lines);
  const gzip = acceptsGzip(request);
  const packer = new CompressionStream("gzip") as TransformStream<Uint8Array, Uint8Array>;
  return new Response(gzip ? stream.pipeThrough(packer) : stream, { headers: lineHeaders(gzip) });
};

export const lineHeaders = (gzip: boolean): Record<string, string> => ({
  "Content-Type": "text/plain; charset=utf-8",
  "Cache-Control": "no-store",
  Vary: "Accept-Encoding",
  // A buffering proxy would hold back the first lines, which the phone could already show.
  "X-Accel-Buffering": "no",
  ...(gzip && { "Content-Encoding": "gzip" }),
});
