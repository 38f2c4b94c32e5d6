import { err, ok, type Result } from "../../domain/result";
import { gunzipped } from "./gunzipped";

export type BodyFault = "too-large" | "malformed";

export interface BodyLimits {
  /** Of the content itself, after decompression: a small bomb must not become a large body. */
  readonly maxBytes: number;
  /** Milliseconds without a further piece after which the sender is given up. */
  readonly idle: number;
}

/**
 * A request's content as a stream, unpacked where it says `Content-Encoding: gzip`. The stream fails with a
 * `BodyError` where it grows beyond `maxBytes`, stalls, drips or is damaged.
 */
export const openBody = (request: Request, { maxBytes, idle }: BodyLimits): Result<Body, BodyFault> => {
  const encoding = request.headers.get("Content-Encoding") ?? "identity";
  if (encoding !== "identity" && encoding !== "gzip") return err("malformed");
  if (Number(request.headers.get("Content-Length") ?? 0) > maxBytes) return err("too-large");
  const raw = request.body ?? new Blob([]).stream();
  return ok(bounded(encoding === "gzip" ? gunzipped(raw) : raw, maxBytes, idle));
};

type Body = ReadableStream<Uint8Array>;

/** Bytes a second: the worst line of a village is faster, one who sends a byte now and then to keep a place is not. */
const slowest = 256;

export class BodyError extends Error {
  constructor(readonly fault: BodyFault) {
    super(fault);
  }
}

const bounded = (source: Body, maxBytes: number, idle: number): Body => {
  const reader = source.getReader();
  const started = performance.now();
  let total = 0;
  const give = (controller: ReadableStreamDefaultController, fault: BodyFault) => {
    controller.error(new BodyError(fault));
    reader.cancel().catch(() => undefined);
  };
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        let timer: ReturnType<typeof setTimeout> | undefined;
        const stalled = new Promise<"stalled">((resolve) => {
          timer = setTimeout(() => resolve("stalled"), idle);
        });
        const next = await Promise.race([reader.read(), stalled]).catch(() => "broken" as const);
        clearTimeout(timer);
        if (next === "stalled" || next === "broken") return give(controller, "malformed");
        if (next.done) return controller.close();
        total += next.value.length;
        if (total > maxBytes) return give(controller, "too-large");
        const taken = performance.now() - started;
        if (taken > idle && total < (taken / 1000) * slowest) return give(controller, "malformed");
        controller.enqueue(next.value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
};

/** The whole content as text. Bytes that are not UTF-8 are `malformed`: they would not be what was signed. */
export const readText = async (request: Request, limits: BodyLimits): Promise<Result<string, BodyFault>> => {
  const body = openBody(request, limits);
  if (!body.ok) return body;
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let text = "";
  try {
    for await (const piece of body.value) text += decoder.decode(piece, { stream: true });
    return ok(text + decoder.decode());
  } catch (error) {
    return err(error instanceof BodyError ? error.fault : "malformed");
  }
};

/** The content as JSON; `undefined` is never a value of it. */
export const readJson = async (request: Request, limits: BodyLimits): Promise<Result<unknown, BodyFault>> => {
  const text = await readText(request, limits);
  if (!text.ok) return text;
  try {
    return ok(JSON.parse(text.value));
  } catch {
    return err("malformed");
  }
};
