import { crockford, type MeetingId } from "../domain/ids";
import type { CheckInWorth } from "../domain/meeting-roll";
import { endOf } from "../domain/meeting-view";
import { fromBase64url } from "./base64url";

/**
 * The code on the screen of a meeting: eight letters, anew every half minute, which only who knows the meeting's secret can
 * make or judge. A member's phone signs the code that it read into its check-in; the officer's phone, which made the codes,
 * says later whether that code was on its screen at that time. So a photographed code checks nobody in an hour later, and
 * no phone's clock need be right while it reads.
 */

/** How long one code is shown, in milliseconds. */
export const codePeriod = 30_000;

/** So long before its beginning and after its planned end a meeting takes check-ins, in milliseconds. */
const margin = 60 * 60_000;

/** A meeting that begins so much later, or earlier, than it was called still shows codes that count, in milliseconds. */
const late = 6 * 60 * 60_000;

/** How far the moment of a check-in and that of its code may lie apart, in milliseconds: a slow walk from the door. */
const tolerance = 10 * 60_000;

export interface Hours {
  readonly startsAt: number;
  readonly minutes: number;
}

export const isOpenAt = (hours: Hours, at: number): boolean =>
  at >= hours.startsAt - margin && at <= endOf(hours) + margin;

const encoder = new TextEncoder();

const importSecret = (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey(
    "raw",
    fromBase64url(secret) ?? new Uint8Array(16),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );

const codeOf = async (key: CryptoKey, meeting: MeetingId, period: number | "poster"): Promise<string> => {
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(`${meeting} ${period}`)));
  return Array.from(mac.subarray(0, 8), (byte) => crockford[byte % 32]).join("");
};

/** The code of that moment, and when the next takes its place; a poster's code is the same all the time. */
export const codeAt = async (
  secret: string,
  meeting: MeetingId,
  at: number | "poster",
): Promise<{ readonly code: string; readonly until?: number }> => {
  const key = await importSecret(secret);
  if (at === "poster") return { code: await codeOf(key, meeting, at) };
  const period = Math.floor(at / codePeriod);
  return { code: await codeOf(key, meeting, period), until: (period + 1) * codePeriod };
};

/** Every code that a meeting can show, with the moments it was shown from: made once for a whole roll. */
export type CodeBook = ReadonlyMap<string, "poster" | readonly number[]>;

/** For the codes of these secrets around the meeting's hours. A conference of 16 hours has 3360 a secret. */
export const codeBookOf = async (
  secrets: readonly string[],
  meeting: MeetingId,
  hours: Hours,
): Promise<CodeBook> => {
  const book = new Map<string, "poster" | number[]>();
  for (const secret of secrets) {
    const key = await importSecret(secret);
    const first = Math.floor((hours.startsAt - late) / codePeriod);
    const last = Math.floor((endOf(hours) + late) / codePeriod);
    const periods = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    const codes = await Promise.all(periods.map((period) => codeOf(key, meeting, period)));
    for (const [i, code] of codes.entries()) {
      const known = book.get(code);
      const shown = (periods[i] ?? 0) * codePeriod;
      book.set(code, Array.isArray(known) ? [...known, shown] : [shown]);
    }
    book.set(await codeOf(key, meeting, "poster"), "poster");
  }
  return book;
};

/** What a check-in with this code, signed at that moment, is worth. */
export const worthOf = (
  book: CodeBook,
  hours: Hours,
  { code, at }: { code: string; at: number },
): CheckInWorth => {
  const shown = book.get(code);
  if (!shown) return "unknown";
  if (shown === "poster") return isOpenAt(hours, at) ? "counts" : "late";
  return shown.some((from) => at >= from - tolerance && at <= from + codePeriod + tolerance)
    ? "counts"
    : "late";
};
