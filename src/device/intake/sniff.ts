/** What a file is by its bytes; its name and its media type are only what somebody says. */
export type Sniffed = "pdf" | "zip" | "old-word" | "encrypted-office" | "other";

/** PDF readers look for the mark within the first kilobyte (ISO 32000-1, annex H). */
const pdfMarkWithin = 1024;

export const sniff = (bytes: Uint8Array): Sniffed => {
  if (find(bytes.subarray(0, pdfMarkWithin), ascii("%PDF-"))) return "pdf";
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return "zip";
  // An OLE container: Word before 2007, or a newer file under a password (MS-OFFCRYPTO §2.3).
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    if (find(bytes, utf16("EncryptedPackage"))) return "encrypted-office";
    return find(bytes, utf16("WordDocument")) ? "old-word" : "other";
  }
  return "other";
};

const startsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte);

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Names of streams in an OLE directory are UTF-16, little end first. */
const utf16 = (text: string) => Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0), 0]));

const find = (bytes: Uint8Array, wanted: Uint8Array): boolean => {
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
};
