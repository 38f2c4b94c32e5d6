import * as v from "valibot";
import { systemClock } from "../../src/domain/clock";
import { createAssertion } from "../../src/protocol/assertion";
import { type CoverageReport, coverageReport } from "../../src/protocol/coverage";
import type { Signer } from "../../src/protocol/keys";
import { sha256 } from "../../src/protocol/sha256";
import type { SignedEntry } from "../../src/protocol/signed-entry";
import { formatSyncRequest } from "../../src/protocol/sync-request";
import { protocolVersion } from "../../src/protocol/version";
import type { GeneratedDirective } from "./directives";
import { issue } from "./prepared-data";

const sendAs =
  (origin: string, signer: Signer) =>
  async (method: string, path: string, body?: string, type = "text/plain") => {
    const authorization = await createAssertion(signer, { method, path }, systemClock);
    const headers = { authorization, "content-type": type };
    const response = await fetch(`${origin}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
    return response.text();
  };

/** Hands entries to a running server, and throws unless all were taken. */
export const pushOn = async (origin: string, signer: Signer, push: readonly SignedEntry[]): Promise<void> => {
  const hello = { v: protocolVersion, epoch: null, cursors: {}, want: [], texts: false };
  const answer = await sendAs(origin, signer)(
    "POST",
    "/sync",
    formatSyncRequest({ hello, push }),
    "text/plain",
  );
  const applied = answer.split('"is":"applied"').length - 1;
  if (applied !== push.length) throw new Error(`${applied} of ${push.length} taken`);
};

/** Publishes on a running server by its own requests, as the office page does. */
export const publishOn = async (
  origin: string,
  signer: Signer,
  directives: readonly GeneratedDirective[],
): Promise<void> => {
  const push: SignedEntry[] = [];
  for (const paper of directives) {
    const hash = await sha256(paper.json);
    await sendAs(origin, signer)("PUT", `/blobs/${hash}`, paper.json, "application/json");
    push.push(await issue(signer, paper, { hash, bytes: Buffer.byteLength(paper.json) }));
  }
  await pushOn(origin, signer, push);
};

/** What the office's page asks: how many hold, have read and confirmed each paper. */
export const coverageOn = async (origin: string, signer: Signer): Promise<CoverageReport["documents"]> =>
  v.parse(coverageReport, JSON.parse(await sendAs(origin, signer)("GET", "/coverage"))).documents;
