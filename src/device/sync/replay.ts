import type { Scope } from "../../domain/scope";
import { emptyDigest, extendDigest } from "../../protocol/digest";
import type { SignedEntry } from "../../protocol/signed-entry";
import { formatSyncLine, type SyncLine } from "../../protocol/sync-line";
import { parseSyncRequest, type SyncRequest } from "../../protocol/sync-request";
import type { Transport } from "./ports";

/** One page of a scope that follows `before`, as the lines a server would send, with the right digest. */
export const pageLines = async (
  scope: Scope,
  entries: readonly SignedEntry[],
  before: { readonly n: number; readonly digest: string } = { n: 0, digest: emptyDigest },
): Promise<{ readonly lines: readonly SyncLine[]; readonly n: number; readonly digest: string }> => {
  let { digest } = before;
  const lines: SyncLine[] = [{ tag: "page", scope, from: before.n, head: before.n + entries.length }];
  for (const [i, signed] of entries.entries()) {
    digest = await extendDigest(digest, signed.signature);
    lines.push({ tag: "entry", n: before.n + i + 1, signed });
  }
  const n = before.n + entries.length;
  lines.push({ tag: "commit", n, digest });
  return { lines, n, digest };
};

export const toBody = (lines: readonly SyncLine[]): string =>
  lines.map((line) => `${formatSyncLine(line)}\n`).join("");

const readBody = async (request: Request): Promise<string> => {
  const gzip = request.headers.get("Content-Encoding") === "gzip";
  const { body } = request;
  if (!body) return "";
  return new Response(
    gzip
      ? body.pipeThrough(new DecompressionStream("gzip") as ReadableWritablePair<Uint8Array, Uint8Array>)
      : body,
  ).text();
};

export interface Replayed {
  readonly path: string;
  /** Of a `/sync`. */
  readonly sync?: SyncRequest;
  readonly body: string;
  readonly authorization: string | null;
}

/** A transport for tests: answers each request from a script, and remembers what was asked. */
export const createReplay = (
  answer: (asked: Replayed) => Response | string | Promise<Response | string>,
): { readonly transport: Transport; readonly asked: readonly Replayed[] } => {
  const asked: Replayed[] = [];
  return {
    asked,
    transport: async (request) => {
      const path = new URL(request.url).pathname;
      const body = await readBody(request);
      const parsed = path === "/sync" ? parseSyncRequest(body) : undefined;
      const authorization = request.headers.get("Authorization");
      const one = { path, body, authorization, ...(parsed?.ok && { sync: parsed.value }) };
      asked.push(one);
      const given = await answer(one);
      return typeof given === "string"
        ? new Response(given, { headers: { "Content-Type": "text/plain; charset=utf-8" } })
        : given;
    },
  };
};
