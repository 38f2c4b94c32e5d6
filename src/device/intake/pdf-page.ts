import type { PDFPageProxy } from "pdfjs-dist";
import { isPatched, readGlyphs } from "./pdf-glyphs";
import { type Matrix, type Rule, readRules } from "./pdf-rules";
import type { Pdfjs } from "./pdfjs";

/** A stretch of text as a PDF places it, in points from the top left corner of the page as it is shown. */
export interface PlacedText {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** The base line. */
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PlacedText[];
  readonly rules: readonly Rule[];
  /** Letters of the text layer. */
  readonly letters: number;
}

/** Text and drawn lines of one page. Form widgets, stamped numbers among them, are not part of either. */
export const readPage = async (pdfjs: Pdfjs, page: PDFPageProxy): Promise<PdfPage> => {
  const viewport = page.getViewport({ scale: 1 });
  const view = viewport.transform as Matrix;
  const content = await page.getTextContent();
  const items = content.items.filter((item) => "str" in item && item.str.trim() !== "");
  const letters = items.reduce((sum, item) => sum + ("str" in item ? lettersIn(item.str) : 0), 0);
  const size = { width: viewport.width, height: viewport.height };
  // Drawing instructions make the fonts known and hold the lines of tables; a scan has no use for either.
  if (letters === 0) return { ...size, texts: [], rules: [], letters };
  const operators = await page.getOperatorList();
  const faces = new Map<string, Face>();
  const texts = items.flatMap((item): PlacedText[] => {
    if (!("str" in item)) return [];
    const [a, b, , , e, f] = pdfjs.Util.transform(view, item.transform as Matrix) as Matrix;
    if (Math.abs(b) > Math.abs(a)) return [];
    const face = faces.get(item.fontName) ?? faceOf(page, item.fontName);
    faces.set(item.fontName, face);
    const height = Math.hypot(item.transform[2] as number, item.transform[3] as number);
    return [{ text: item.str, x0: e, x1: e + item.width, y: f, size: height, ...face }];
  });
  const rules = readRules(pdfjs, operators, view);
  if (!isPatched(texts)) return { ...size, texts, rules, letters };
  const known = (font: string) => faces.get(font) ?? faceOf(page, font);
  return { ...size, texts: readGlyphs(pdfjs, operators, view, known), rules, letters };
};

interface Face {
  readonly bold: boolean;
  readonly italic: boolean;
}

/** Weight and slant by the font's name, the only thing that every producer leaves in. */
const faceOf = (page: PDFPageProxy, font: string): Face => {
  const known: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : undefined;
  const name = known && typeof known === "object" && "name" in known ? String(known.name) : "";
  return { bold: /bold|black|heavy|semibold|,b/i.test(name), italic: /italic|oblique/i.test(name) };
};

export const lettersIn = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;
