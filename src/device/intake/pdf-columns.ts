import { kindStart } from "./heading";
import { type Line, lineText } from "./pdf-lines";

/** A stretch of lines as one column, or as two that stand side by side. */
export type Stretch =
  | { readonly is: "column"; readonly lines: readonly Line[] }
  | {
      readonly is: "pair";
      readonly left: readonly Line[];
      readonly right: readonly Line[];
      readonly signature: boolean;
    };

/** A paper's head is over after so many lines. */
const headLines = 16;

/**
 * Takes apart the two places where a paper has two columns: its official head (issuer and number, motto and date)
 * and its end (recipients, signature).
 */
export const splitColumns = (lines: readonly Line[], isStart: boolean, isEnd: boolean): Stretch[] => {
  const first = lines[0]?.page;
  const kind = lines.slice(0, headLines).findIndex((line) => kindStart.test(lineText(line).trim()));
  const limit = kind < 0 ? headLines : kind;
  const top = lines.slice(0, limit).filter((line) => line.page === first);
  const head = isStart ? pairUp(top) : undefined;
  const rest = lines.slice(head?.count ?? 0);
  const mark = !isEnd
    ? -1
    : rest.findLastIndex((line) => line.segments.some((one) => /^\s*Nơi nhận\s*:?/u.test(one.text)));
  const start = mark < 0 ? rest.length : signatureStart(rest, mark);
  const end = pairUp(rest.slice(start));
  const body = rest.slice(0, end ? start : rest.length);
  return [
    ...(head ? [{ is: "pair" as const, left: head.left, right: head.right, signature: false }] : []),
    { is: "column", lines: body },
    ...(end ? [{ is: "pair" as const, left: end.left, right: end.right, signature: true }] : []),
    ...(end ? [{ is: "column" as const, lines: rest.slice(start + end.count) }] : []),
  ];
};

/** "T/M ĐẢNG ỦY" may stand a line higher than "Nơi nhận". */
const signatureStart = (lines: readonly Line[], mark: number): number => {
  let start = mark;
  const left = lines[mark]?.segments[0]?.x1 ?? 0;
  while (start > 0 && (lines[start - 1]?.x0 ?? 0) > left && lines[start - 1]?.page === lines[mark]?.page)
    start -= 1;
  return start;
};

/** As many lines from the first on as can be told into left and right; undefined where none has both. */
const pairUp = (lines: readonly Line[]) => {
  let until = Number.NEGATIVE_INFINITY;
  let from = Number.POSITIVE_INFINITY;
  for (const line of lines.slice(0, headLines)) {
    const [a, b, ...more] = line.segments;
    if (!a || !b || more.length > 0 || a.x1 > from || b.x0 < until) continue;
    until = Math.max(until, a.x1);
    from = Math.min(from, b.x0);
  }
  if (until < 0 || from === Number.POSITIVE_INFINITY) return undefined;
  const left: Line[] = [];
  const right: Line[] = [];
  let count = 0;
  for (const line of lines) {
    const [a, b, ...more] = line.segments;
    if (!a || more.length > 0) break;
    if (b && a.x1 < from && b.x0 > until) {
      left.push(onlySegment(line, 0));
      right.push(onlySegment(line, 1));
    } else if (!b && a.x1 < from) left.push(line);
    else if (!b && a.x0 > until) right.push(line);
    else break;
    count += 1;
  }
  return left.length > 0 && right.length > 0 ? { left, right, count } : undefined;
};

const onlySegment = (line: Line, index: number): Line => {
  const segment = line.segments[index];
  return segment ? { ...line, segments: [segment], x0: segment.x0, x1: segment.x1 } : line;
};
