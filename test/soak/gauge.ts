import { request } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What the server's process holds after a collection of garbage, in bytes, and the seconds of CPU that it took so far. */
export interface Reading {
  readonly rss: number;
  readonly heapUsed: number;
  /** Outside the heap: buffers, and the memory of WebAssembly. */
  readonly external: number;
  /** Of which that of WebAssembly, which is the embedded database. */
  readonly modules: number;
  readonly cpu: number;
}

export interface Gauge {
  /** For the environment of the server's process. */
  readonly env: Readonly<Record<string, string>>;
  read(): Promise<Reading>;
  /** The server's clock goes so many milliseconds ahead of the real one from now on. */
  setAhead(ms: number): Promise<void>;
}

/** The other end of `server-gauge.mjs`. */
export const createGauge = (folder: string): Gauge => {
  const socketPath = join(folder, "gauge.sock");
  const ask = (path: string): Promise<Reading> =>
    new Promise((resolve, reject) => {
      request({ socketPath, path }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (piece: string) => {
          text += piece;
        });
        response.on("end", () => resolve(JSON.parse(text) as Reading));
      })
        .on("error", reject)
        .end();
    });
  return {
    env: {
      NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, "server-gauge.mjs"))}`,
      SOAK_GAUGE: socketPath,
    },
    read: () => ask("/reading"),
    setAhead: async (ms) => {
      await ask(`/clock?ahead=${ms}`);
    },
  };
};
