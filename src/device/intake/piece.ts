/**
 * What both readers bring: a paper as paragraphs and tables, before anything is made of them. Word tells
 * alignment and weight, a PDF lets them be guessed; from here on the two are treated alike.
 */
export type Piece = Paragraph | Grid;

export interface TextRun {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

export interface Paragraph {
  readonly is: "paragraph";
  readonly runs: readonly TextRun[];
  readonly align?: "centre" | "right" | undefined;
  /** A heading by the paper's own styles. */
  readonly level?: 1 | 2 | 3 | undefined;
  /** In which column of the official head, or of the signatures, it stands. */
  readonly column?: "left" | "right" | undefined;
}

export interface Grid {
  readonly is: "grid";
  /** Rows of equally many cells; a merged cell has its text in its first place, the others are empty. */
  readonly rows: readonly (readonly string[])[];
  /** How many first rows are the head. */
  readonly head: number;
}

export const pieceText = (piece: Piece): string =>
  piece.is === "paragraph"
    ? piece.runs.map((run) => run.text).join("")
    : piece.rows.map((row) => row.join("\t")).join("\n");

/**
 * Runs of equal emphasis joined, white space made single, nothing at either end. What is joined is put together at the end: a
 * string that grows and is looked at in between is copied whole each time, and Word may cut a paragraph into 40,000 runs.
 */
export const tidyRuns = (runs: readonly TextRun[]): TextRun[] => {
  const tidy: { parts: string[]; bold?: boolean; italic?: boolean }[] = [];
  let spaced = true;
  for (const run of runs) {
    const cleaned = cleanText(run.text);
    const text: string = spaced ? cleaned.replace(/^ /, "") : cleaned;
    if (text === "") continue;
    spaced = text.endsWith(" ");
    const before = tidy.at(-1);
    const same =
      before && (text === " " || (!!before.bold === !!run.bold && !!before.italic === !!run.italic));
    if (same) before.parts.push(text);
    else tidy.push({ parts: [text], ...(run.bold && { bold: true }), ...(run.italic && { italic: true }) });
  }
  return tidy
    .map(({ parts, ...look }, i): TextRun => {
      const text = parts.join("");
      return { text: i === tidy.length - 1 ? text.trimEnd() : text, ...look };
    })
    .filter((run) => run.text !== "");
};

/**
 * NFC, one kind of space, no soft hyphens, no control characters. Letters that older fonts put in the private use
 * area say nothing outside them.
 */
export const cleanText = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ue000-\uf8ff]/g, "")
    // Ð (eth) is what some keyboards give for Đ: it looks the same and is never found.
    .replace(/\u00d0/g, "Đ")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ");

/** True where a line is only drawn: rules, stars and dots under a head or a title. */
export const isOrnament = (text: string): boolean => /^[\s_*.\-–—=~•…─━/\\]*$/u.test(text);
