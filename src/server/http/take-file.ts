import type { Context } from "hono";
import * as v from "valibot";
import { maxFileBytes, maxTextBytes } from "../../domain/document";
import { type Hash, hash, type KeyId } from "../../domain/ids";
import { photoLimits } from "../../domain/meeting-photos";
import type { Refusal } from "../../domain/refusal";
import { err, ok, type Result } from "../../domain/result";
import type { Blobs } from "../blobs/blobs";
import { type FileKind, openPeeked, sniff } from "../door/file-kind";
import type { AppEnv } from "./parts";
import { BodyError } from "./read-body";

/** A file that is sent, as far as it is known before anything of it is read. */
export interface FileAsked {
  readonly hash: Hash;
  readonly by: KeyId;
  /** False for those who sit on a committee and are no secretary: they photograph papers, and publish nothing. */
  readonly publishes: boolean;
}

/** Which file this request sends, where its author may send any. */
export const fileOf = (c: Context<AppEnv>): Result<FileAsked, "not-allowed" | "malformed"> => {
  const { author } = c.get("principal");
  const publishes = author.office || author.secretary;
  if (!publishes && !author.committee) return err("not-allowed");
  const name = v.safeParse(hash, c.req.param("hash"));
  return name.success ? ok({ hash: name.output as Hash, by: author.key, publishes }) : err("malformed");
};

/** The most that is taken of a kind, where that is less than a paper. */
const largest: { readonly [kind in FileKind]?: number } = {
  text: maxTextBytes,
  jpeg: photoLimits.pageBytes,
};

/** How many bytes are taken of a file that begins like this, where it is taken from its author at all. */
export const mostOf = (head: Uint8Array, { publishes }: FileAsked): Result<number, Refusal> => {
  const kind = sniff(head);
  if (!kind.ok) return kind;
  if (!publishes && kind.value !== "jpeg") return err("not-allowed");
  return ok(largest[kind.value] ?? maxFileBytes);
};

/** Keeps a whole file under its name; why not, where it is not taken. Resolves when it is on disk. */
export const takeFile = async (
  blobs: Blobs,
  asked: FileAsked,
  source: ReadableStream<Uint8Array>,
): Promise<Refusal | undefined> => {
  try {
    const { head, stream } = await openPeeked(source);
    const most = mostOf(head, asked);
    if (!most.ok) {
      await stream.cancel().catch(() => undefined);
      return most.error;
    }
    const stored = await blobs.put(stream, most.value);
    if (!stored.ok) return stored.error;
    // Arrived otherwise than it was named. What was stored no entry names: the next sweep takes it.
    return stored.value.hash === asked.hash ? undefined : "damaged-file";
  } catch (error) {
    if (error instanceof BodyError) return error.fault;
    throw error;
  }
};
