import type { PDFPageProxy } from "pdfjs-dist";
import type { Matrix } from "./pdf-rules";
import type { Pdfjs } from "./pdfjs";

/**
 * What a page shows beside its lines: appearances that were stamped on (signature widgets, comments) and writing that
 * stands upright or aslant. No part of the text to read, and never a source of number or day; the rules at the door
 * look at it, since a độ mật is put on a paper just so.
 */
export const readStamps = async (pdfjs: Pdfjs, page: PDFPageProxy): Promise<string[]> => {
  const { items } = await page.getTextContent();
  const slanted = items.flatMap((item) => {
    if (!("str" in item)) return [];
    const [a, b] = item.transform as Matrix;
    return Math.abs(b) > slant * Math.abs(a) ? [item.str] : [];
  });
  const annotations = await page.getAnnotations();
  const said = annotations.flatMap(({ contentsObj }) => String(contentsObj?.str ?? "").split(/\r\n?|\n/));
  // The drawing instructions of a scan are its picture: only where something lies upon it.
  const drawn = annotations.length > 0 ? await drawnUpon(pdfjs, page) : [];
  return [joined(slanted), ...slanted, ...said, ...drawn].map(clean).filter((line) => line !== "");
};

/** Steeper than this is no line that a scanner set askew. */
const slant = 0.2;

/** Text that appearances draw: each stretch, and each appearance as a whole, for one that is drawn letter by letter. */
const drawnUpon = async (pdfjs: Pdfjs, page: PDFPageProxy): Promise<string[]> => {
  const { fnArray, argsArray } = await page.getOperatorList();
  const lines: string[] = [];
  let open: string[] | undefined;
  fnArray.forEach((op, i) => {
    if (op === pdfjs.OPS.beginAnnotation) open = [];
    else if (op === pdfjs.OPS.endAnnotation) {
      lines.push(...(open ?? []), joined(open ?? []));
      open = undefined;
    } else if (op === pdfjs.OPS.showText) open?.push(textOf(argsArray[i]?.[0]));
  });
  return lines;
};

const textOf = (glyphs: unknown): string =>
  Array.isArray(glyphs)
    ? glyphs.map((glyph: { readonly unicode?: unknown } | number | null) => unicodeOf(glyph)).join("")
    : "";
const unicodeOf = (glyph: { readonly unicode?: unknown } | number | null): string =>
  typeof glyph === "object" && typeof glyph?.unicode === "string" ? glyph.unicode : "";

/** Long appearances are not marks, and joining them tells nothing. */
const longestJoined = 60;
const joined = (parts: readonly string[]): string => {
  const whole = parts.join(" ");
  return parts.length > 1 && whole.length <= longestJoined ? whole : "";
};
const clean = (line: string): string => line.replace(/\s+/gu, " ").trim().slice(0, 200);
