import { constants, gunzipSync } from "node:zlib";
import type { Transport } from "../../src/device/sync/ports";

/** What may happen to one exchange on the way. */
export type LineFault =
  /** Nobody hears the question. */
  | { readonly is: "no-line" }
  /** The server takes the question, commits, and the answer is lost. */
  | { readonly is: "answer-lost" }
  /** The answer breaks off after so many bytes. */
  | { readonly is: "cut"; readonly after: number }
  /** A network between the two sends the question twice; the second answer comes through. */
  | { readonly is: "twice" }
  /** A hotel's or a provider's page instead of an answer, with 200. */
  | { readonly is: "portal" };

export interface HeardAnswer {
  readonly path: string;
  readonly status: number;
  /** On the line, gzipped. */
  readonly bytes: number;
  readonly text: string;
}

export interface FaultyLine {
  readonly transport: Transport;
  /** Faults for the next exchanges with this path, one each. */
  next(path: string, ...faults: readonly LineFault[]): void;
  /** Every answer so far, as far as it came through. */
  readonly heard: readonly HeardAnswer[];
  /** Called with each request before it is answered. */
  onRequest?: (request: Request) => void;
}

const pieceBytes = 4096;

/** What a browser makes of the first bytes of a gzip stream. */
const unpack = (bytes: Uint8Array): Uint8Array => gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });

/** A line to an app in this process that fails where it is told to. Answers travel gzipped, as to a browser. */
export const createFaultyLine = (fetch: (request: Request) => Response | Promise<Response>): FaultyLine => {
  const planned = new Map<string, LineFault[]>();
  const heard: HeardAnswer[] = [];

  const ask = async (request: Request) => {
    const headers = new Headers(request.headers);
    headers.set("Accept-Encoding", "gzip");
    const response = await fetch(new Request(request, { headers }));
    return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
  };

  const deliver = (
    path: string,
    { response, bytes }: Awaited<ReturnType<typeof ask>>,
    limit: number,
  ): Response => {
    const travelled = bytes.subarray(0, limit);
    const gzip = response.headers.get("Content-Encoding") === "gzip";
    const text = gzip ? unpack(travelled) : travelled;
    heard.push({
      path,
      status: response.status,
      bytes: travelled.length,
      text: new TextDecoder().decode(text),
    });
    const headers = new Headers(response.headers);
    headers.delete("Content-Encoding");
    if (response.status === 204) return new Response(null, { status: 204, headers });
    let at = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (at < text.length) {
          controller.enqueue(text.slice(at, at + pieceBytes));
          at += pieceBytes;
        } else if (limit < bytes.length) controller.error(new TypeError("the line broke"));
        else controller.close();
      },
    });
    return new Response(body, { status: response.status, headers });
  };

  const line: FaultyLine = {
    heard,
    next: (path, ...faults) => {
      planned.set(path, [...(planned.get(path) ?? []), ...faults]);
    },
    transport: async (request) => {
      line.onRequest?.(request);
      const path = new URL(request.url).pathname;
      const fault = planned.get(path)?.shift();
      switch (fault?.is) {
        case "no-line":
          throw new TypeError("no line");
        case "portal":
          return new Response("<!doctype html><title>Wi-Fi</title>", {
            headers: { "Content-Type": "text/html; charset=utf-8" },
          });
        case "answer-lost":
          await ask(request);
          throw new TypeError("the line broke");
        case "twice":
          await ask(request.clone());
          return deliver(path, await ask(request), Number.POSITIVE_INFINITY);
        case "cut":
          return deliver(path, await ask(request), fault.after);
        default:
          return deliver(path, await ask(request), Number.POSITIVE_INFINITY);
      }
    },
  };
  return line;
};
