import { constants, gunzipSync } from "node:zlib";
import type { Chance } from "./chance";
import { later, sleep } from "./loop";

/*
 * The line between a phone and the office. Requests and answers are messages with a delay of their own; each exchange may
 * meet one fault, drawn from the seed.
 */

export const lineFaults = [
  /** Nobody hears the question. */
  "request-dropped",
  /** The server commits, and the answer is lost. */
  "answer-dropped",
  /** The network sends the question twice. */
  "duplicate",
  /** A copy of the question arrives again minutes later, after others. */
  "reorder",
  /** The answer breaks off. */
  "truncated",
  /** It breaks off just after what it says of the push, and whoever sent it walks out of reach. */
  "after-verdicts",
  /** The answer comes in drops, with pauses up to longer than the phone waits. */
  "drip",
  /** The hotel's page, with 200. */
  "portal",
  /** One bit of the answer is another, and no layer below noticed. */
  "damaged",
  /** Somebody on the way rewrites it. */
  "altered",
  /** Questions arrive, answers never do. */
  "one-way",
] as const;
export type LineFault = (typeof lineFaults)[number];

/** What a phone heard, as far as it came. */
export interface Heard {
  readonly path: string;
  readonly status: number;
  readonly text: string;
  readonly whole: boolean;
  /** It is not what the server said. */
  readonly damaged: boolean;
}

export interface Question {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer> | undefined;
}

export interface LineEnds {
  /** Rejects where no server is there, or it dies before it has answered. */
  ask(
    question: Question,
    fault?: LineFault,
  ): Promise<{ readonly response: Response; readonly body: Uint8Array }>;
  /** What becomes of an answer that is altered on the way. */
  alter(text: string): string;
  fault(question: Question): LineFault | undefined;
  /** Milliseconds of one way. */
  delay(): number;
  /** False while this phone has no line at all. */
  up(): boolean;
  /** It has none from now on, for a while. */
  lose(): void;
  asked(question: Question, fault: LineFault | undefined): void;
  heard(question: Question, heard: Heard): void;
}

const pieceBytes = 2048;
const unpack = (bytes: Uint8Array): Uint8Array =>
  bytes.length === 0 ? bytes : gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });

const lost = () => new TypeError("no line");

/** As a proxy would, the request's body is unpacked on the way; the answer travels packed and is cut packed. */
const read = async (request: Request): Promise<Question> => {
  const headers = new Headers(request.headers);
  const raw = request.body ? new Uint8Array(await request.arrayBuffer()) : undefined;
  const packed = headers.get("Content-Encoding") === "gzip";
  headers.delete("Content-Encoding");
  headers.set("Accept-Encoding", "gzip");
  const body = raw && (packed ? new Uint8Array(gunzipSync(raw)) : raw);
  return { method: request.method, path: new URL(request.url).pathname, headers, body };
};

export const createLine =
  (ends: LineEnds, chance: Chance) =>
  (request: Request): Promise<Response> =>
    new Promise((resolve, reject) => {
      request.signal.addEventListener("abort", () => reject(new DOMException("too late", "AbortError")));
      exchange(ends, chance, request).then(resolve, reject);
    });

const exchange = async (ends: LineEnds, chance: Chance, request: Request): Promise<Response> => {
  const question = await read(request);
  const fault = ends.up() ? ends.fault(question) : "request-dropped";
  ends.asked(question, fault);
  await sleep(ends.delay());
  if (fault === "request-dropped" || !ends.up()) throw lost();
  if (fault === "portal")
    return new Response("<!doctype html><title>Wi-Fi</title>", {
      headers: { "Content-Type": "text/html; charset=utf-8" },
    });
  if (fault === "duplicate") {
    ends.ask(question).catch(() => undefined);
    // The second comes while the first is being answered, or after.
    await sleep(chance.below(20));
  }
  if (fault === "reorder")
    later(chance.between(1_000, 280_000), () => void ends.ask(question).catch(() => undefined));
  const answer = await ends.ask(question, fault);
  await sleep(ends.delay());
  if (fault === "answer-dropped" || !ends.up()) throw lost();
  if (fault === "one-way") await new Promise<never>(() => undefined);
  return deliver(ends, chance, question, answer, fault);
};

/** One bit of one line of a page or a text; what frames the answer is left, as TLS leaves it. */
const damage = (text: Uint8Array, chance: Chance) => {
  const starts = [
    ...Buffer.from(text)
      .toString("latin1")
      .matchAll(/^[eswct] [^\n]+/gm),
  ];
  // Each kind of line as often as the others, or the rare ones would never be met.
  const kind = chance.pick([...new Set(starts.map(([line]) => line[0]))]);
  const line = chance.pick(starts.filter(([line]) => line[0] === kind));
  if (!line) return;
  // The name of what is withheld stands under no digest; nothing hangs on it but a stub (docs/decisions.md, 2026-11-30).
  const from = kind === "w" ? line[0].lastIndexOf(" ") + 1 : 2;
  const at = line.index + from + chance.below(line[0].length - from);
  const bit = (text[at] ?? 0) ^ (1 << chance.below(7));
  if (bit !== 10) text[at] = bit;
};

/** As far as the verdicts go; all of it where there are none. */
const toVerdicts = (text: Uint8Array): Uint8Array => {
  const [last] = [
    ...Buffer.from(text)
      .toString("latin1")
      .matchAll(/^v .*\n/gm),
  ].slice(-1);
  return last ? text.subarray(0, last.index + last[0].length) : text;
};

const rewritten = (ends: LineEnds, whole: Uint8Array, fault: LineFault | undefined): Uint8Array => {
  if (fault === "after-verdicts") return toVerdicts(whole);
  return fault === "altered" ? Buffer.from(ends.alter(Buffer.from(whole).toString())) : whole;
};

const deliver = (
  ends: LineEnds,
  chance: Chance,
  question: Question,
  { response, body }: { readonly response: Response; readonly body: Uint8Array },
  fault: LineFault | undefined,
): Response => {
  const cut = fault === "truncated" ? chance.below(body.length + 1) : body.length;
  const packed = response.headers.get("Content-Encoding") === "gzip";
  const travelled = body.subarray(0, cut);
  const whole = packed ? unpack(travelled) : travelled;
  const text = rewritten(ends, whole, fault);
  const broken = cut < body.length || (fault === "after-verdicts" && text.length < whole.length);
  if (fault === "after-verdicts") ends.lose();
  if (fault === "damaged") damage(text, chance);
  const headers = new Headers(response.headers);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  let given = 0;
  const tell = (whole: boolean) =>
    ends.heard(question, {
      path: question.path,
      status: response.status,
      text: Buffer.from(text.subarray(0, given)).toString(),
      whole,
      damaged: fault === "damaged" || fault === "altered",
    });
  if (response.status === 204) {
    tell(true);
    return new Response(null, { status: 204, headers });
  }
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        if (fault === "drip" && chance.yes(0.3)) await sleep(chance.between(500, 80_000));
        if (given < text.length) {
          const piece = text.slice(given, given + pieceBytes);
          given += piece.length;
          controller.enqueue(piece);
        } else if (broken) {
          tell(false);
          controller.error(lost());
        } else {
          tell(true);
          controller.close();
        }
      },
      cancel: () => tell(given >= text.length && !broken),
    },
    { highWaterMark: 0 },
  );
  return new Response(stream, { status: response.status, headers });
};
