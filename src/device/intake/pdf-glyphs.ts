import type { PlacedText } from "./pdf-page";
import type { Matrix, Operators } from "./pdf-rules";
import type { Pdfjs } from "./pdfjs";

/** A glyph as pdf.js hands it to whoever paints; a number between glyphs moves the pen, in thousandths of the size. */
interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

interface TextState {
  readonly font: string;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
}

const startState: TextState = {
  font: "",
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
};

/** In letter heights: a wider hole in a line may be filled by a piece of another font. */
const hole = 0.14;

/**
 * True where short pieces lie inside longer ones: a line drawn in one font with holes, and the letters that font
 * lacks put into the holes by another. LibreOffice does so where a font has no Vietnamese.
 */
export const isPatched = (texts: readonly PlacedText[]): boolean => {
  const long = texts.filter((text) => text.text.length > 8);
  let patches = 0;
  for (const text of texts) {
    if (text.text.trim().length > 4) continue;
    const inside = long.some(
      (other) => Math.abs(other.y - text.y) < 1 && other.x0 < text.x0 && other.x1 > text.x1,
    );
    if (inside) patches += 1;
    if (patches > 2) return true;
  }
  return false;
};

/**
 * The texts of a page glyph by glyph, in pieces that end at every hole, so that pieces of several fonts fall into
 * order by their place. For patched pages only: elsewhere pdf.js's own text is the better one.
 */
export const readGlyphs = (
  pdfjs: Pdfjs,
  operators: Operators,
  view: Matrix,
  faceOf: (font: string) => { readonly bold: boolean; readonly italic: boolean },
): PlacedText[] => {
  const { OPS, Util } = pdfjs;
  const texts: PlacedText[] = [];
  const stack: { matrix: Matrix; state: TextState }[] = [];
  let matrix = view;
  let state = startState;
  let text: Matrix = [1, 0, 0, 1, 0, 0];
  let line = { x: 0, y: 0 };
  let pen = 0;
  const move = (x: number, y: number) => {
    line = { x: line.x + x, y: line.y + y };
    pen = line.x;
  };
  const show = (glyphs: readonly (Glyph | number)[]) => {
    const placed = Util.transform(matrix, text) as Matrix;
    const height = Math.hypot(placed[2], placed[3]) * state.size;
    let piece = "";
    let from = pen;
    const at = (x: number) => placed[0] * x + placed[2] * (line.y + state.rise) + placed[4];
    const finish = () => {
      const y = placed[1] * from + placed[3] * (line.y + state.rise) + placed[5];
      if (piece.trim() !== "")
        texts.push({ text: piece, x0: at(from), x1: at(pen), y, size: height, ...faceOf(state.font) });
      piece = "";
    };
    for (const glyph of glyphs) {
      if (typeof glyph === "number") {
        const step = (-glyph / 1000) * state.size * state.scale;
        if (step > state.size * hole) finish();
        pen += step;
        if (piece === "") from = pen;
        continue;
      }
      const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
      const step = ((glyph.width / 1000) * state.size + spacing) * state.scale;
      if (/^\s*$/.test(glyph.unicode)) {
        finish();
        pen += step;
        from = pen;
        continue;
      }
      if (piece === "") from = pen;
      piece += glyph.unicode;
      pen += step;
    }
    finish();
  };

  const steps: Readonly<Record<number, (args: readonly number[]) => void>> = {
    [OPS.save]: () => stack.push({ matrix, state }),
    [OPS.restore]: () => {
      ({ matrix, state } = stack.pop() ?? { matrix: view, state: startState });
    },
    [OPS.beginText]: () => {
      text = [1, 0, 0, 1, 0, 0];
      line = { x: 0, y: 0 };
      pen = 0;
    },
    [OPS.setCharSpacing]: ([value = 0]) => {
      state = { ...state, charSpacing: value };
    },
    [OPS.setWordSpacing]: ([value = 0]) => {
      state = { ...state, wordSpacing: value };
    },
    [OPS.setHScale]: ([value = 100]) => {
      state = { ...state, scale: value / 100 };
    },
    [OPS.setTextRise]: ([value = 0]) => {
      state = { ...state, rise: value };
    },
    [OPS.setLeading]: ([value = 0]) => {
      state = { ...state, leading: value };
    },
    [OPS.moveText]: ([x = 0, y = 0]) => move(x, y),
    [OPS.setLeadingMoveText]: ([x = 0, y = 0]) => {
      state = { ...state, leading: -y };
      move(x, y);
    },
    [OPS.nextLine]: () => move(0, -state.leading),
  };
  operators.fnArray.forEach((operation, i) => {
    const args = operators.argsArray[i];
    if (operation === OPS.transform) matrix = Util.transform(matrix, args as Matrix) as Matrix;
    else if (operation === OPS.setFont) {
      const [font, size] = args as [string, number];
      state = { ...state, font, size };
    } else if (operation === OPS.setTextMatrix) {
      text = Array.from((args as [ArrayLike<number>])[0]) as Matrix;
      line = { x: 0, y: 0 };
      pen = 0;
    } else if (operation === OPS.showText) show((args as [readonly (Glyph | number)[]])[0]);
    else steps[operation]?.(Array.isArray(args) ? (args as number[]) : []);
  });
  return texts;
};
