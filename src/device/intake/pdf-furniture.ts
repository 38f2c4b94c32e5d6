import type { Line } from "./pdf-lines";
import { lineText } from "./pdf-lines";

/** The strips at the top and the foot of a page, as parts of its height, where page numbers and running heads stand. */
const margin = 0.09;
/** How many pages must carry the same line for it to be a running head. */
const repeats = 3;

/** Lines without page numbers and without what is printed at the head or foot of every page. */
export const withoutFurniture = (
  pages: readonly { readonly lines: readonly Line[]; readonly height: number }[],
): Line[] => {
  const seen = new Map<string, number>();
  const key = (line: Line) => lineText(line).replace(/\d+/g, "#").replace(/\s+/g, " ").trim();
  const inMargin = (line: Line, height: number) => line.y < height * margin || line.y > height * (1 - margin);
  for (const { lines, height } of pages)
    for (const line of lines) if (inMargin(line, height)) seen.set(key(line), (seen.get(key(line)) ?? 0) + 1);
  return pages.flatMap(({ lines, height }) =>
    lines.filter((line) => {
      if (!inMargin(line, height)) return true;
      if (/^\s*(?:trang\s*)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*\/\s*\d{1,4})?\s*$/iu.test(lineText(line)))
        return false;
      return (seen.get(key(line)) ?? 0) < repeats;
    }),
  );
};
