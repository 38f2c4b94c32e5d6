import { err, ok, type Result } from "../../domain/result";

/** What a blob is by its bytes. Whatever its name or media type says, nothing else is kept. */
export type FileKind = "pdf" | "docx" | "text" | "jpeg" | "png" | "webp";

/** How much of a file `sniff` looks at, in bytes. */
export const headLength = 1024;

const ascii = (bytes: Uint8Array) => String.fromCharCode(...bytes);
const utf16 = (text: string) => [...text].map((letter) => `${letter}\u0000`).join("");

/**
 * The kind of a file whose first kilobyte this is. An OLE container is Word before 2007, or a newer file under a
 * password (MS-OFFCRYPTO §2.3).
 */
export const sniff = (head: Uint8Array): Result<FileKind, "not-a-document" | "encrypted-file"> => {
  const start = ascii(head.subarray(0, headLength));
  if (start.includes("%PDF-")) return ok("pdf");
  // The parts of a Word package come in any order, yet one of these is always the first.
  if (start.startsWith("PK\u0003\u0004"))
    return /^(?:\[Content_Types\]\.xml|_rels\/|word\/|docProps\/|customXml\/)/.test(start.slice(30))
      ? ok("docx")
      : err("not-a-document");
  if (start.startsWith("\u00d0\u00cf\u0011\u00e0"))
    return err(ascii(head).includes(utf16("EncryptedPackage")) ? "encrypted-file" : "not-a-document");
  if (start.startsWith('{"v":')) return ok("text");
  if (start.startsWith("\u00ff\u00d8\u00ff")) return ok("jpeg");
  if (start.startsWith("\u0089PNG\r\n\u001a\n")) return ok("png");
  if (start.startsWith("RIFF") && start.slice(8, 12) === "WEBP") return ok("webp");
  return err("not-a-document");
};

/** A stream and its first bytes: at least a kilobyte where there is as much. Nothing of it is lost. */
export const openPeeked = async (
  source: ReadableStream<Uint8Array>,
): Promise<{ readonly head: Uint8Array; readonly stream: ReadableStream<Uint8Array> }> => {
  const reader = source.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  while (length < headLength) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    length += value.length;
  }
  const head = new Uint8Array(length);
  pieces.reduce((at, piece) => {
    head.set(piece, at);
    return at + piece.length;
  }, 0);
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      if (length) controller.enqueue(head);
    },
    pull: async (controller) => {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return { head, stream };
};
