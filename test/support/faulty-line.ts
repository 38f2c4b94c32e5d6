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

export interface FaultyLine {
  readonly transport: Transport;
  /** Faults for the next exchanges with this path, one each. */
  next(path: string, ...faults: readonly LineFault[]): void;
  /** Every answer so far as it came through: path and text. */
  readonly heard: readonly { readonly path: string; readonly status: number; readonly text: string }[];
  /** Called with each request before it is answered. */
  onRequest?: (request: Request) => void;
}

const pieceBytes = 4096;

/** A line to an app in this process that fails where it is told to. */
export const createFaultyLine = (fetch: (request: Request) => Response | Promise<Response>): FaultyLine => {
  const planned = new Map<string, LineFault[]>();
  const heard: { path: string; status: number; text: string }[] = [];

  const deliver = (path: string, response: Response, limit: number): Response => {
    const note = { path, status: response.status, text: "" };
    heard.push(note);
    if (!response.body) return response;
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let left = limit;
    let rest: Uint8Array = new Uint8Array();
    const body = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        if (rest.length === 0) {
          const next = await reader.read();
          if (next.done) return controller.close();
          rest = next.value;
        }
        const piece = rest.subarray(0, Math.min(pieceBytes, left, rest.length));
        rest = rest.subarray(piece.length);
        left -= piece.length;
        note.text += decoder.decode(piece, { stream: true });
        if (piece.length > 0) controller.enqueue(piece.slice());
        if (left <= 0) {
          reader.cancel().catch(() => undefined);
          controller.error(new TypeError("the line broke"));
        }
      },
      cancel: (reason) => reader.cancel(reason),
    });
    return new Response(body, { status: response.status, headers: response.headers });
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
        case "answer-lost": {
          const response = await fetch(request);
          await response.text().catch(() => "");
          throw new TypeError("the line broke");
        }
        case "twice": {
          const first = await fetch(request.clone());
          await first.text();
          return deliver(path, await fetch(request), Number.POSITIVE_INFINITY);
        }
        case "cut":
          return deliver(path, await fetch(request), fault.after);
        default:
          return deliver(path, await fetch(request), Number.POSITIVE_INFINITY);
      }
    },
  };
  return line;
};
