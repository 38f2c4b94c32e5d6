import type { IncomingMessage, Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { OperatorError } from "./settings";

export interface Listening {
  readonly port: number;
  /** Stops accepting, lets running answers finish, cuts those that do not within `patience` milliseconds. */
  close(patience: number): Promise<void>;
}

/** A slow phone may take minutes to send a paper; a body that stalls is given up much earlier (`read-body.ts`). */
const requestTimeout = 30 * 60 * 1000;

export const listen = async (
  app: { fetch(request: Request, env: { readonly address: string }): Response | Promise<Response> },
  { port, trustProxy }: { readonly port: number; readonly trustProxy: boolean },
): Promise<Listening> => {
  const server = createAdaptorServer({
    fetch: (request, env) =>
      app.fetch(request, { address: addressOf(env.incoming as IncomingMessage, trustProxy) }),
    serverOptions: { requestTimeout, headersTimeout: 60_000, keepAliveTimeout: 65_000 },
  }) as Server;
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
