import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";

const pages = join(import.meta.dirname, "../../.cache/bench-pages");

const media: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
};

/**
 * One origin with the benches' own pages in front and, where there is one, the real server behind: pages that
 * measure the device core need its API on their own origin. `/floor` is the floor's stream, `/post` swallows.
 */
export const openBenchOrigin = async (
  floor: readonly string[] = [],
  server?: { readonly origin: string },
) => {
  await build({ configFile: join(import.meta.dirname, "../bench/pages/vite.config.ts"), logLevel: "warn" });
  const streams = new Map<string, Buffer>([["/floor", gzipSync(`${floor.join("\n")}\n`)]]);

  const forward = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (!server) return outgoing.writeHead(404).end();
    const { method, headers, url } = incoming;
    const onward = request(`${server.origin}${url}`, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    return incoming.pipe(onward);
  };

  const http = createServer((incoming, outgoing) => {
    const path = (incoming.url ?? "/").split("?")[0] ?? "/";
    const stream = streams.get(path);
    if (stream) {
      outgoing.writeHead(200, { "content-type": "text/plain; charset=utf-8", "content-encoding": "gzip" });
      return outgoing.end(stream);
    }
    if (path === "/post") return incoming.resume().on("end", () => outgoing.end("ok"));
    const type = media[extname(path)];
    if (!type) return forward(incoming, outgoing);
    try {
      const bytes = readFileSync(join(pages, path));
      return outgoing.writeHead(200, { "content-type": type }).end(bytes);
    } catch {
      // The app itself, from the server behind.
      return forward(incoming, outgoing);
    }
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const address = http.address();
  if (typeof address !== "object" || !address) throw new Error("no address");
  return {
    origin: `http://localhost:${address.port}`,
    /** Another stream of lines for the floor, under its own path. */
    stream: (path: string, lines: readonly string[]) => streams.set(path, gzipSync(`${lines.join("\n")}\n`)),
    close: () => {
      http.closeAllConnections();
      http.close();
    },
  };
};
