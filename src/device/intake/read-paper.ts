import { maxFileBytes, mediaTypes } from "../../domain/document";
import type { ReadingText } from "../../domain/reading-text";
import type { Refusal } from "../../domain/refusal";
import { err, ok, type Result } from "../../domain/result";
import { firstLines, firstPageLines } from "./first-lines";
import { cleanText } from "./piece";
import type { ReadOptions } from "./read-pdf";
import { sniff } from "./sniff";
import { type Suggestions, suggest } from "./suggest";
import { toReadingText } from "./to-blocks";

/** A paper taken in: its bytes as they came, its text for small screens, and what it seems to say of itself. */
export interface Paper {
  readonly media: (typeof mediaTypes)[number];
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
  readonly text: ReadingText;
  /** True for a PDF of pictures: the text only says so. */
  readonly scanned: boolean;
  /** Every line of the first page, page headers included: for the rules at the door. */
  readonly firstPage: string;
  readonly suggestions: Suggestions;
}

export interface PaperRefusal {
  readonly code: Refusal;
  /** What the clerk can do about it, where more is known than the code says. */
  readonly hint?: "old-word";
}

/** The one paragraph of a scan: content, as the text of other papers is. */
export const scanMark = "Bản quét: văn bản này là ảnh chụp, đồng chí mở bản gốc để đọc.";

/**
 * Takes in a PDF or DOCX in the browser, by its bytes whatever its name says. Throws on abort, and where the part of
 * the app that reads it is not to be had; the caller keeps nothing of a paper that is refused.
 */
export const readPaper = async (
  file: Blob,
  name: string,
  options: ReadOptions = {},
): Promise<Result<Paper, PaperRefusal>> => {
  // Before anything is read: a film dropped by mistake must not fill the memory.
  if (file.size > maxFileBytes) return err({ code: "too-large" });
  const buffer = await file.arrayBuffer().catch(() => undefined);
  options.signal?.throwIfAborted();
  // Moved, renamed or on a stick that was pulled out since it was chosen.
  if (!buffer) return err({ code: "damaged-file" });
  const bytes = new Uint8Array(buffer);
  const own = cleanText(name).trim().slice(-200);
  switch (sniff(bytes)) {
    case "pdf":
      return takePdf(bytes, own, options);
    case "zip":
      return takeWord(bytes, own, options);
    case "encrypted-office":
      return err({ code: "encrypted-file" });
    case "old-word":
      return err({ code: "not-a-document", hint: "old-word" });
    default:
      return err({ code: bytes.length === 0 ? "damaged-file" : "not-a-document" });
  }
};

const takePdf = async (
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  options: ReadOptions,
): Promise<Result<Paper, PaperRefusal>> => {
  const [{ readPdf }, { loadPdfjs }] = await Promise.all([import("./read-pdf"), import("./pdfjs")]);
  // Loaded first: a part of the app that is missing says nothing of the file.
  await loadPdfjs();
  try {
    const { pieces, firstPage, stamps, scanned } = await readPdf(bytes, options);
    return ok({
      media: mediaTypes[0],
      bytes,
      name,
      text: scanned ? { v: 1, blocks: [{ k: "p", r: [scanMark] }] } : toReadingText(pieces),
      scanned,
      firstPage: [...[...firstPage, ...firstLines(pieces)].slice(0, firstPageLines * 2), ...stamps].join(
        "\n",
      ),
      suggestions: suggest(pieces, firstPage, name),
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    const encrypted = error instanceof Error && error.name === "PasswordException";
    return err({ code: encrypted ? "encrypted-file" : "damaged-file" });
  }
};

const takeWord = async (
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  options: ReadOptions,
): Promise<Result<Paper, PaperRefusal>> => {
  const { readWordBeside } = await import("./read-word-beside");
  const read = await readWordBeside({ bytes, name }, options);
  if (!read.ok) return err({ code: read.error });
  options.onProgress?.(1);
  return ok({ media: mediaTypes[1], bytes, name, ...read.value, scanned: false });
};
