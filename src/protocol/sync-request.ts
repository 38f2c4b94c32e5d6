import * as v from "valibot";
import { hash } from "../domain/ids";
import { err, ok, type Result } from "../domain/result";
import { scope } from "../domain/scope";
import { maxPushBytes, maxPushEntries, maxWanted } from "./limits";
import type { SignedEntry } from "./signed-entry";

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const digest = v.pipe(v.string(), v.length(43));

export const cursor = v.object({
  /** The highest number up to which every entry of the scope is on the phone. */
  n: count,
  /** The highest number up to which every reading text is on the phone, too. */
  full: count,
  /** The running digest at `n`. */
  digest,
});
export type Cursor = v.InferOutput<typeof cursor>;

/** First line of a sync request. */
export const syncHello = v.object({
  v: v.pipe(v.number(), v.safeInteger()),
  /** The server's epoch as the phone last heard it; null before the first sync. */
  epoch: v.nullable(v.string()),
  cursors: v.record(scope, cursor),
  /** Texts that the phone misses, those wanted soonest first. */
  want: v.pipe(v.array(hash), v.maxLength(maxWanted)),
  /** False: do not send the texts of new entries; they will be asked for by name (small storage, repair). */
  texts: v.boolean(),
});
export type SyncHello = v.InferOutput<typeof syncHello>;

export interface SyncRequest {
  readonly hello: SyncHello;
  readonly push: readonly SignedEntry[];
}

/** Text of a request's body: the hello, then a line for each pushed entry. */
export const formatSyncRequest = ({ hello, push }: SyncRequest): string =>
  [JSON.stringify(hello), ...push.map(formatSigned)].join("\n");

export const formatSigned = (signed: SignedEntry): string => `${signed.signature} ${signed.payload}`;

/** A signature and a payload; their contents are checked by `admit`. */
export const parseSigned = (text: string): SignedEntry | undefined => {
  if (text.length < 88 || text[86] !== " ") return undefined;
  return { signature: text.slice(0, 86), payload: text.slice(87) };
};

/** Never throws. `too-large` is answered with 413, and the phone halves its batch. */
export const parseSyncRequest = (text: string): Result<SyncRequest, "malformed" | "too-large"> => {
  const [first, ...rest] = text.split("\n");
  if (rest.length > maxPushEntries || text.length > maxPushBytes * 2) return err("too-large");
  let json: unknown;
  try {
    json = JSON.parse(first ?? "");
  } catch {
    return err("malformed");
  }
  const hello = v.safeParse(syncHello, json);
  if (!hello.success) return err("malformed");
  const push: SignedEntry[] = [];
  for (const text of rest) {
    if (text === "") continue;
    const signed = parseSigned(text);
    if (!signed) return err("malformed");
    push.push(signed);
  }
  return ok({ hello: hello.output, push });
};
