import type { Hash } from "../domain/ids";
import { toBase64url } from "./base64url";

const encoder = new TextEncoder();

/** The name of a blob: SHA-256 of its bytes, base64url. Text is taken as UTF-8. */
export const sha256 = async (data: Uint8Array<ArrayBuffer> | string): Promise<Hash> => {
  const bytes = typeof data === "string" ? encoder.encode(data) : data;
  return toBase64url(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))) as Hash;
};
