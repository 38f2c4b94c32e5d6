import { type Refusal, refusals } from "../../domain/refusal";
import { err, ok, type Result } from "../../domain/result";
import { createAssertion } from "../../protocol/assertion";
import type { Signer } from "../../protocol/keys";
import type { SyncProblem } from "../device";
import type { Timer, Transport } from "./ports";
import type { ServerClock } from "./server-clock";

/** Why a request brought nothing. */
export interface HttpFailure {
  readonly problem: SyncProblem | undefined;
  readonly refusal: Refusal | undefined;
  /** Milliseconds that the server asks to wait. */
  readonly retryAfter?: number;
  /** With `revoked-key`: the line that revoked this device, to be checked. */
  readonly entry?: string;
}

export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: Blob | Uint8Array<ArrayBuffer> | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface Http {
  /** A request anyone may make. */
  open(request: HttpRequest): Promise<Result<Response, HttpFailure>>;
  /** A request in this device's name; learns the server's time and tries once more where the clock was wrong. */
  signed(request: HttpRequest): Promise<Result<Response, HttpFailure>>;
}

export interface HttpParts {
  readonly server: string;
  readonly transport: Transport;
  readonly clock: ServerClock;
  readonly timer: Timer;
  readonly signer: () => Promise<Signer | undefined>;
}

/** Until the first byte of an answer. A village line may be slow, but not this slow. */
const answerLimit = 60_000;

export const createHttp = ({ server, transport, clock, timer, signer }: HttpParts): Http => {
  const send = async (
    request: HttpRequest,
    authorization: string | undefined,
  ): Promise<Result<Response, HttpFailure>> => {
    const abort = new AbortController();
    const stop = () => abort.abort();
    request.signal?.addEventListener("abort", stop);
    const cancel = timer.after(answerLimit, stop);
    const sentAt = clock.now() - clock.offset();
    try {
      const response = await transport(
        new Request(server + request.path, {
          method: request.method,
          ...(request.body !== undefined && { body: request.body }),
          headers: { ...request.headers, ...(authorization && { Authorization: authorization }) },
          signal: abort.signal,
          cache: "no-store",
          credentials: "omit",
        }),
      );
      return response.ok ? fromServer(response) : err(await readFailure(response, clock, sentAt));
    } catch {
      return err(failure("unreachable"));
    } finally {
      cancel();
    }
  };

  const signed = async (request: HttpRequest, again: boolean): Promise<Result<Response, HttpFailure>> => {
    const key = await signer();
    if (!key) return err({ problem: undefined, refusal: "not-signed-in" });
    const path = request.path.split("?")[0] ?? request.path;
    const result = await send(request, await createAssertion(key, { method: request.method, path }, clock));
    return !result.ok && result.error.refusal === "wrong-clock" && again ? signed(request, false) : result;
  };

  return { open: (request) => send(request, undefined), signed: (request) => signed(request, true) };
};

const failure = (problem: SyncProblem, retryAfter?: number): HttpFailure => ({
  problem,
  refusal: undefined,
  ...(retryAfter !== undefined && { retryAfter }),
});

/** A captive portal answers anything with a page of its own, and with 200. */
const isPage = (response: Response) => response.headers.get("Content-Type")?.includes("text/html") ?? false;

const fromServer = (response: Response): Result<Response, HttpFailure> =>
  isPage(response) ? err(failure("not-our-server")) : ok(response);

const readFailure = async (response: Response, clock: ServerClock, sentAt: number): Promise<HttpFailure> => {
  const seconds = Number(response.headers.get("Retry-After"));
  const retryAfter = seconds > 0 ? seconds * 1000 : undefined;
  const json = await readJson(response);
  // A proxy in front refuses a large body by a page of its own.
  const said = response.status === 413 ? "too-large" : json.code;
  const code = refusals.find((one) => one === said);
  if (response.status === 426) return failure("app-too-old");
  if (code === "wrong-clock" && typeof json.now === "number") clock.learn(json.now, sentAt);
  if (code === "too-many-requests" || code === "server-full")
    return { ...failure("busy", retryAfter), refusal: code };
  if (code)
    return {
      problem: undefined,
      refusal: code,
      ...(typeof json.entry === "string" && { entry: json.entry }),
    };
  if (response.status === 429 || response.status === 503) return failure("busy", retryAfter);
  return failure(response.status >= 500 ? "unreachable" : "not-our-server", retryAfter);
};

const readJson = async (
  response: Response,
): Promise<{ readonly code?: unknown; readonly now?: unknown; readonly entry?: unknown }> => {
  try {
    const json: unknown = JSON.parse(await response.text());
    return typeof json === "object" && json !== null ? json : {};
  } catch {
    return {};
  }
};

/** A body gzipped where that pays. */
export const pack = async (
  text: string,
): Promise<{
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}> => {
  const bytes = new TextEncoder().encode(text);
  const type = { "Content-Type": "text/plain; charset=utf-8" };
  if (bytes.length <= 1024 || typeof CompressionStream === "undefined") return { body: bytes, headers: type };
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  return {
    body: new Uint8Array(await new Response(stream).arrayBuffer()),
    headers: { ...type, "Content-Encoding": "gzip" },
  };
};
