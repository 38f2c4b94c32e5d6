import type { Hash } from "../../domain/ids";
import type { Refusal } from "../../domain/refusal";
import type { Blobs } from "../blobs/blobs";
import { sniff } from "./file-kind";

const kinds: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
};

/** Where the directory of a ZIP and the trailer of a PDF stand. */
const tailBytes = 128 * 1024;
const trailerBytes = 8 * 1024;

/**
 * A paper's file by its bytes: a PDF that ends as one and is not encrypted, or a Word package that holds a document.
 * Only head and tail are read; whether it can be shown is found out in the browser, where it is read in full.
 */
export const checkFile = async (
  blobs: Blobs,
  file: { readonly hash: Hash; readonly bytes: number; readonly media: string },
): Promise<Refusal | undefined> => {
  const size = (await blobs.stat(file.hash))?.bytes;
  if (size === undefined) return "blob-missing";
  if (size !== file.bytes) return "malformed";
  const read = (start: number, length: number) =>
    readPart(blobs, file.hash, start, Math.min(size, start + length));
  const head = sniff(bytesOf(await read(0, 1024)));
  if (!head.ok) return head.error;
  if (head.value !== kinds[file.media]) return "not-a-document";
  const tail = await read(Math.max(0, size - tailBytes), tailBytes);
  if (head.value === "docx") return isWordPackage(tail) ? undefined : "damaged-file";
  const trailer = [...tail.slice(-4096).matchAll(/startxref\s+(\d{1,12})\s*%%EOF/g)].at(-1)?.[1];
  if (trailer === undefined) return "damaged-file";
  const encrypted = /\/Encrypt[\s<\d]/;
  return encrypted.test(tail) || encrypted.test(await read(Number(trailer), trailerBytes))
    ? "encrypted-file"
    : undefined;
};

/** The central directory at the end of the package names its parts. */
const isWordPackage = (tail: string) => tail.includes("PK\u0005\u0006") && tail.includes("word/document");

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Bytes as one character each. */
const readPart = async (blobs: Blobs, hash: Hash, start: number, end: number): Promise<string> => {
  if (end <= start) return "";
  const stream = await blobs.open(hash, { start, end: end - 1 });
  let text = "";
  if (stream) for await (const piece of stream) text += Buffer.from(piece).toString("latin1");
  return text;
};
