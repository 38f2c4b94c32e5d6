import type { Pdfjs } from "./pdfjs";

export type Matrix = [number, number, number, number, number, number];

/** A straight line drawn on a page, along one axis, in points from the top left. */
export interface Rule {
  readonly along: "x" | "y";
  /** Where it lies on the other axis. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Lines of tables are thin; a filled shape thicker than this is a shading. */
const thickest = 3;
const shortest = 6;

/** What pdf.js would paint: operations and their arguments, side by side. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** The straight lines a page draws, as strokes or as thin filled rectangles (Word writes the latter). */
export const readRules = (pdfjs: Pdfjs, operators: Operators, view: Matrix): Rule[] => {
  const { OPS, Util } = pdfjs;
  const rules: Rule[] = [];
  const stack: Matrix[] = [];
  let matrix = view;
  const painted = new Set<number>([
    OPS.stroke,
    OPS.closeStroke,
    OPS.fill,
    OPS.eoFill,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ]);
  operators.fnArray.forEach((operation, i) => {
    const args = operators.argsArray[i];
    if (operation === OPS.save) stack.push(matrix);
    else if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? view;
    else if (operation === OPS.transform) matrix = Util.transform(matrix, args as Matrix) as Matrix;
    else if (operation === OPS.paintFormXObjectBegin) {
      stack.push(matrix);
      const [own] = args as [Matrix | null];
      if (own) matrix = Util.transform(matrix, own) as Matrix;
    } else if (operation === OPS.constructPath) {
      const [paint, [path]] = args as [number, [ArrayLike<number> | null]];
      if (path && painted.has(paint))
        rules.push(...rulesOf(path, matrix, paint !== OPS.stroke && paint !== OPS.closeStroke));
    }
  });
  return rules;
};

/** pdf.js packs a path as numbers: 0 move, 1 line, 2 curve, 3 quadratic curve, 4 close, each with its points. */
const pointsOf = [1, 1, 3, 2, 0];

const rulesOf = (path: ArrayLike<number>, matrix: Matrix, filled: boolean): Rule[] => {
  const rules: Rule[] = [];
  let shape: [number, number][] = [];
  const finish = () => {
    if (shape.length > 1) rules.push(...(filled ? thinShape(shape) : edges(shape)));
    shape = [];
  };
  for (let i = 0; i < path.length; ) {
    const command = path[i] ?? 4;
    const count = pointsOf[command];
    if (count === undefined) return rules;
    if (command === 0) finish();
    if (command === 4 && shape[0]) shape.push(shape[0]);
    for (let point = 0; point < count; point += 1)
      shape.push(placed(matrix, path[i + 1 + point * 2] ?? 0, path[i + 2 + point * 2] ?? 0));
    i += 1 + count * 2;
  }
  finish();
  return rules;
};

const placed = ([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

const thinShape = (shape: readonly [number, number][]): Rule[] => {
  const xs = shape.map(([x]) => x);
  const ys = shape.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return ruleBetween(left, top, right, bottom);
};

const edges = (shape: readonly [number, number][]): Rule[] =>
  shape.slice(1).flatMap(([x, y], i) => {
    const [x0, y0] = shape[i] ?? [x, y];
    return ruleBetween(Math.min(x, x0), Math.min(y, y0), Math.max(x, x0), Math.max(y, y0));
  });

const ruleBetween = (left: number, top: number, right: number, bottom: number): Rule[] => {
  const width = right - left;
  const height = bottom - top;
  if (height <= thickest && width >= shortest)
    return [{ along: "x", at: (top + bottom) / 2, from: left, to: right }];
  if (width <= thickest && height >= shortest)
    return [{ along: "y", at: (left + right) / 2, from: top, to: bottom }];
  return [];
};
