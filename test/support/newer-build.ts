import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";

/** Between browser and server, so that the server can be given a newer build of the app while it runs. */
export interface NewerBuild {
  readonly origin: string;
  /** From now on the app is served in its next version: its page says so in `data-build`. */
  release(): void;
  /** From now on what matches this is asked for in vain, as where a line hangs: no answer, no error. */
  stall(path: RegExp): void;
  close(): Promise<void>;
}

/** What the next version has in its page, and what its service worker therefore calls it. */
const changes: Readonly<Record<string, (text: string) => string>> = {
  "/index.html": (text) => text.replace("<html", '<html data-build="next"'),
  "/sw.js": (text) => {
    const next = text.replace(/("?revision"?:")[^"]+(",\s*"?url"?:"index\.html")/, "$1next$2");
    if (next === text) throw new Error("the service worker names no revision of the page");
    return next;
  },
};

const textOf = async (message: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
};

export const createNewerBuild = async (target: number): Promise<NewerBuild> => {
  let released = false;
  let stalled: RegExp | undefined;
  const answer = (from: IncomingMessage, to: ServerResponse) => {
    const path = (from.url ?? "/").split("?")[0] ?? "/";
    if (stalled?.test(path)) return;
    const change = released ? changes[path] : undefined;
    const { "if-none-match": known, "accept-encoding": encodings, ...plain } = from.headers;
    const headers = change ? plain : from.headers;
    const asked = request({ port: target, method: from.method, path: from.url, headers }, async (got) => {
      const status = got.statusCode ?? 502;
      if (!change) {
        to.writeHead(status, got.headers);
        return got.pipe(to);
      }
      const text = change(await textOf(got));
      const { "content-length": _, etag: __, ...rest } = got.headers;
      to.writeHead(status, rest).end(text);
    });
    asked.on("error", () => to.destroy());
    from.pipe(asked);
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    origin: `http://localhost:${port}`,
    release: () => {
      released = true;
    },
    stall: (path) => {
      stalled = path;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
