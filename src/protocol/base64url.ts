/** Base64url without padding (RFC 4648 §5). */
export const toBase64url = (bytes: Uint8Array): string => {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
};

const none = 64;
/** What each letter stands for. */
const values = new Uint8Array(128).fill(none);
[..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].forEach((letter, value) => {
  values[letter.charCodeAt(0)] = value;
});

/**
 * The bytes, or undefined where the text is not canonical base64url: two spellings of one value would be two names. By
 * hand, since every signature of a first sync goes through here three times and `atob` is not for this alphabet.
 */
export const fromBase64url = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  const bytes = new Uint8Array((text.length * 3) >> 2);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < text.length; i += 1) {
    const value = values[text.charCodeAt(i)] ?? none;
    if (value === none) return undefined;
    held = (held << 6) | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = held >> bits;
    at += 1;
    held &= (1 << bits) - 1;
  }
  // Six bits left are a letter too many; any that are set would be another spelling of the same.
  return bits < 6 && held === 0 ? bytes : undefined;
};
