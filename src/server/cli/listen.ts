import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import { createAdaptorServer } from "@hono/node-server";
import { OperatorError } from "./settings";

export interface Listening {
  readonly port: number;
  /** Stops accepting, lets running answers finish, cuts those that do not within `patience` milliseconds. */
  close(patience: number): Promise<void>;
}

/** A slow phone may take minutes to send a paper; a body that stalls is given up much earlier (`read-body.ts`). */
const requestTimeout = 30 * 60 * 1000;
/** The head of a request is a few hundred bytes; who has not sent it by then is holding a place. */
const headersTimeout = 20_000;
/** Nothing moves in either direction: an answer that nobody takes is not held for ever. */
const silence = 2 * 60_000;
/** Open at once. A commune has 1,657 phones. */
const mostConnections = 6000;

export const listen = async (
  app: { fetch(request: Request, env: { readonly address: string }): Response | Promise<Response> },
  {
    port,
    trustProxy,
    most = mostConnections,
  }: { readonly port: number; readonly trustProxy: boolean; readonly most?: number },
): Promise<Listening> => {
  const server = createAdaptorServer({
    fetch: async (request, env) => {
      const incoming = env.incoming as IncomingMessage;
      const answer = await app.fetch(request, { address: addressOf(incoming, trustProxy) });
      // A short body lies in the same packet, and is not looked at before this turn ends.
      if (!incoming.complete) await nextTurn();
      // Answered before all was sent: what still comes is thrown away, and nothing may be asked on this connection again.
      if (!incoming.complete) (env.outgoing as ServerResponse).shouldKeepAlive = false;
      return answer;
    },
    serverOptions: {
      requestTimeout,
      headersTimeout,
      keepAliveTimeout: 65_000,
      connectionsCheckingInterval: 5000,
    },
  }) as Server;
  server.timeout = silence;
  keepRoom(server, most);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new OperatorError(`port ${port} is in use; choose another with PORT=…`)
          : error,
      ),
    );
    server.listen(port, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: (patience) =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), patience);
        // A connection whose answer is finished would otherwise be kept alive for the next request.
        const idle = setInterval(() => server.closeIdleConnections(), 50);
        server.close(() => {
          clearTimeout(cut);
          clearInterval(idle);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
};

/**
 * Connections on which nothing is under way give their place to newer ones, the oldest first. So many that only hold places
 * crowd out one another, and a phone, which asks as soon as it is connected, gets its answer.
 */
const keepRoom = (server: Server, most: number) => {
  const open = new Set<Socket>();
  const waiting = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    waiting.add(socket);
    socket.once("close", () => {
      open.delete(socket);
      waiting.delete(socket);
    });
    if (open.size <= most) return;
    const [oldest] = waiting;
    if (!oldest) return;
    open.delete(oldest);
    waiting.delete(oldest);
    oldest.destroy();
  });
  server.on("request", ({ socket }: IncomingMessage, response: ServerResponse) => {
    waiting.delete(socket);
    response.once("close", () => {
      if (open.has(socket)) waiting.add(socket);
    });
  });
};

/**
 * The sender's address; an IPv6 one by its /64, which one household holds as a whole. Behind a trusted proxy the last
 * of `X-Forwarded-For`, which the proxy itself wrote: those before it anyone can invent.
 */
export const addressOf = (
  incoming: Pick<IncomingMessage, "headers"> & {
    readonly socket: { readonly remoteAddress?: string | undefined };
  },
  trustProxy: boolean,
): string => {
  const forwarded = trustProxy ? String(incoming.headers["x-forwarded-for"] ?? "") : "";
  const address = forwarded.split(",").at(-1)?.trim() || (incoming.socket.remoteAddress ?? "");
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  return v4 ?? groupsOf(address).slice(0, 4).join(":");
};

/** The eight groups of an IPv6 address, zeros written out. */
const groupsOf = (address: string): string[] => {
  const [head = "", tail] = address.split("::");
  const first = head.split(":").filter(Boolean);
  const last = (tail ?? "").split(":").filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  return [...first, ...Array<string>(zeros).fill("0"), ...last];
};
