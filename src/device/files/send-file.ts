import type { Hash } from "../../domain/ids";
import { err, ok, type Result } from "../../domain/result";
import type { Core } from "../core";
import type { HttpFailure } from "../sync/http";

/** Sent in one request: half of what a proxy lets through where nobody set it (nginx: 1 MB). */
const largestPiece = 512 * 1024;
/** Who lets less through than this lets no entry through either (`protocol/limits.ts`). */
const smallestPiece = 32 * 1024;
/** Breaks in a row without a further byte at the server, after which the next attempt is a later one. */
const mostBreaks = 3;

interface Sending {
  readonly core: Core;
  readonly hash: Hash;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly onProgress: (done: number) => void;
}

/** How far the server has it, in bytes; `whole` where it is kept under its name. */
type Standing = Result<number, HttpFailure>;
const whole = Number.POSITIVE_INFINITY;

/**
 * Brings a file to the server: a small one in one request, a larger one in pieces, from where an earlier attempt got to, in this
 * run of the app or before. Why not, where it was not taken; `onProgress` in bytes that are at the server.
 */
export const sendFile = async (sending: Sending): Promise<HttpFailure | undefined> => {
  const { bytes } = sending;
  if (bytes.length > largestPiece) return sendPieces(sending, largestPiece);
  const failure = await sendWhole(sending);
  return failure?.refusal === "too-large" && bytes.length > smallestPiece
    ? sendPieces(sending, halve(bytes.length))
    : failure;
};

const halve = (piece: number): number => Math.max(smallestPiece, Math.ceil(piece / 2));

const sendWhole = async ({ core, hash, bytes, onProgress }: Sending): Promise<HttpFailure | undefined> => {
  const headers = { "Content-Type": "application/octet-stream" };
  const sent = await core.http.signed({ method: "PUT", path: `/blobs/${hash}`, body: bytes, headers });
  if (!sent.ok) return sent.error;
  onProgress(bytes.length);
  return undefined;
};

const sendPieces = async (sending: Sending, firstPiece: number): Promise<HttpFailure | undefined> => {
  let piece = firstPiece;
  let last = -1;
  let breaks = 0;
  let damaged = false;
  for (;;) {
    const stands = await ask(sending);
    // A server from before there were pieces.
    if (!stands.ok && stands.error.refusal === "not-found") return sendWhole(sending);
    if (!stands.ok) return stands.error;
    breaks = stands.value > last ? 0 : breaks + 1;
    last = stands.value;
    const failure = await sendFrom(sending, last, piece);
    if (!failure) return undefined;

    if (failure.refusal === "damaged-file" && !damaged) {
      // What lay there was not the beginning of this file (a server that lost power): it is gone, and all is sent anew.
      damaged = true;
      last = -1;
    } else if (failure.refusal === "too-large" && piece > smallestPiece) breaks = 0;
    else if (!passes(failure) || breaks >= mostBreaks) return failure;
    // On the slowest lines a large piece would not arrive within the time that is waited for an answer.
    piece = halve(piece);
  }
};

/** Whether to ask at once how far it came: the line broke, or the server has more or less of it than was thought (409). */
const passes = ({ problem, refusal }: HttpFailure): boolean =>
  !refusal && (problem === "unreachable" || problem === "not-our-server");

/** Piece after piece until it is whole or one fails. */
const sendFrom = async (sending: Sending, from: number, piece: number): Promise<HttpFailure | undefined> => {
  let at = from;
  for (;;) {
    sending.onProgress(Math.min(at, sending.bytes.length));
    if (at === whole) return undefined;
    const stands = await sendPiece(sending, at, piece);
    if (!stands.ok) return stands.error;
    // Another upload took its room.
    if (stands.value <= at) return { problem: "unreachable", refusal: undefined };
    at = stands.value;
  }
};

const ask = async ({ core, hash }: Sending): Promise<Standing> =>
  standing(await core.http.signed({ method: "GET", path: `/uploads/${hash}` }));

/** The last one, which may be empty, asks for the judgement on the whole. */
const sendPiece = async ({ core, hash, bytes }: Sending, at: number, length: number): Promise<Standing> =>
  standing(
    await core.http.signed({
      method: "PATCH",
      path: `/uploads/${hash}`,
      body: bytes.slice(at, at + length),
      headers: {
        "Content-Type": "application/partial-upload",
        "Upload-Offset": String(at),
        "Upload-Complete": at + length >= bytes.length ? "?1" : "?0",
      },
    }),
  );

const standing = (answer: Result<Response, HttpFailure>): Standing => {
  if (!answer.ok) return answer;
  if (answer.value.headers.get("Upload-Complete") === "?1") return ok(whole);
  const offset = answer.value.headers.get("Upload-Offset") ?? "";
  return /^\d+$/.test(offset) ? ok(Number(offset)) : err({ problem: "not-our-server", refusal: undefined });
};
