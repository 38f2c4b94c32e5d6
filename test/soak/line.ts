import { Agent, request } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Clock } from "../../src/domain/clock";
import { createAssertion } from "../../src/protocol/assertion";
import type { Signer } from "../../src/protocol/keys";

const unpack = promisify(gunzip);

export interface Answer {
  readonly body: Buffer;
  /** As counted at the socket: heads and compressed bodies, without TLS. */
  readonly up: number;
  readonly down: number;
  readonly ms: number;
}

export interface Question {
  readonly method?: string;
  readonly body: Uint8Array | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The way to the server over HTTP, with connections that phones take over from one another. */
export interface Line {
  /** One request in a device's name. Waits and asks again where the server's limits say so, and where the line breaks, as phones do. */
  ask(signer: Signer, path: string, question: Question): Promise<Answer>;
  /** How often a limit of the server was met. */
  readonly limited: () => number;
  /** How often a connection broke, as where an idle one was closed just then. */
  readonly broken: () => number;
  close(): void;
}

interface Raw extends Answer {
  readonly status: number;
  readonly retryAfter: number;
}

/** How often a question is asked again whose connection broke: what was pushed twice is taken once. */
const tries = 3;

export const createLine = (origin: string, clock: Clock, most: number): Line => {
  const agent = new Agent({ keepAlive: true, maxSockets: most });
  let limited = 0;
  let broken = 0;

  const send = (path: string, { method = "POST", body, headers }: Question, authorization: string) =>
    new Promise<Raw>((resolve, reject) => {
      const started = performance.now();
      let socket: Socket | undefined;
      let before = { up: 0, down: 0 };
      const sent = request(
        `${origin}${path}`,
        { method, agent, headers: { ...headers, authorization, "accept-encoding": "gzip" } },
        (response) => {
          const pieces: Buffer[] = [];
          response.on("data", (piece: Buffer) => pieces.push(piece));
          response.on("error", reject);
          response.on("end", () => {
            const raw = Buffer.concat(pieces);
            const answer = {
              status: response.statusCode ?? 0,
              retryAfter: Number(response.headers["retry-after"] ?? 1),
              up: (socket?.bytesWritten ?? 0) - before.up,
              down: (socket?.bytesRead ?? 0) - before.down,
              ms: performance.now() - started,
            };
            if (response.headers["content-encoding"] !== "gzip") return resolve({ ...answer, body: raw });
            unpack(raw).then((body) => resolve({ ...answer, body }), reject);
          });
        },
      );
      sent.on("socket", (given) => {
        socket = given;
        before = { up: given.bytesWritten, down: given.bytesRead };
      });
      sent.on("error", reject);
      sent.end(body);
    });

  const sendUntilHeard = async (signer: Signer, path: string, question: Question): Promise<Raw> => {
    const { method = "POST" } = question;
    for (let left = tries; ; left -= 1)
      try {
        return await send(path, question, await createAssertion(signer, { method, path }, clock));
      } catch (error) {
        if (left === 0) throw error;
        broken += 1;
      }
  };

  return {
    ask: async (signer, path, question) => {
      for (;;) {
        const answer = await sendUntilHeard(signer, path, question);
        if (answer.status === 429 || answer.status === 503) {
          limited += 1;
          await wait(answer.retryAfter * 1000);
          continue;
        }
        if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.body.toString()}`);
        return answer;
      }
    },
    limited: () => limited,
    broken: () => broken,
    close: () => agent.destroy(),
  };
};
