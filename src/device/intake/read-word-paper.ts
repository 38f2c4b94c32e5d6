import type { ReadingText } from "../../domain/reading-text";
import { err, ok, type Result } from "../../domain/result";
import { firstLines, firstPageLines } from "./first-lines";
import { readWord, type Step } from "./read-word";
import { type Suggestions, suggest } from "./suggest";
import { toReadingText } from "./to-blocks";
import { openWordPackage, type WordFailure } from "./word-package";

/** What a Word file says. */
export interface WordWords {
  readonly text: ReadingText;
  readonly firstPage: string;
  readonly suggestions: Suggestions;
}

/**
 * From the bytes of a Word file to all that is shown of it: seconds for a paper with thousands of tables, so it is done
 * beside the page where that may be (`read-word-beside.ts`). Throws where the file is broken, and what a step throws.
 */
export const readWordPaper = async (
  bytes: Uint8Array,
  name: string,
  step: Step,
): Promise<Result<WordWords, WordFailure>> => {
  const files = openWordPackage(bytes);
  if (typeof files === "string") return err(files);
  await step(0.05);
  const { pieces, margins } = await readWord(files, (done) => step(0.05 + done * 0.85));
  const text = toReadingText(pieces);
  if (text.blocks.length === 0) return err("damaged-file");
  await step(0.95);
  const firstPage = [...margins, ...firstLines(pieces)].slice(0, firstPageLines);
  return ok({ text, firstPage: firstPage.join("\n"), suggestions: suggest(pieces, firstPage, name) });
};
