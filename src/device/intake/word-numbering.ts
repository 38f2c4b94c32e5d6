import { romanNumeral } from "../../domain/numeral";
import { childOf, childrenOf, settingOf } from "./word-xml";

/** One level of a list definition: how its mark is written. */
interface Level {
  readonly format: string;
  /** "%1." or "Điều %1." or "%1.%2". */
  readonly text: string;
  readonly start: number;
}

/** Automatic numbers of a Word file, counted as Word counts them (ECMA-376 part 1, 17.9). */
export interface Numbering {
  /** The mark of the next paragraph of this list and level. */
  next(numId: string, level: number): string | undefined;
}

export const createNumbering = (root: Element | undefined): Numbering => {
  const abstract = new Map<string, Map<number, Level>>();
  const lists = new Map<string, { readonly key: string; readonly levels: Map<number, Level> }>();
  for (const element of root ? childrenOf(root, "w:abstractNum") : [])
    abstract.set(element.getAttribute("w:abstractNumId") ?? "", levelsOf(element));
  for (const element of root ? childrenOf(root, "w:num") : []) {
    const key = settingOf(childOf(element, "w:abstractNumId")) ?? "";
    const levels = new Map(abstract.get(key));
    let restarts = false;
    for (const override of childrenOf(element, "w:lvlOverride")) {
      const number = Number(override.getAttribute("w:ilvl"));
      const own = childOf(override, "w:lvl");
      const level = own ? levelOf(own) : levels.get(number);
      const start = settingOf(childOf(override, "w:startOverride"));
      restarts ||= start !== undefined;
      if (level) levels.set(number, start === undefined ? level : { ...level, start: Number(start) });
    }
    const id = element.getAttribute("w:numId") ?? "";
    // Lists over one definition count on together unless one says that it starts anew.
    lists.set(id, { key: restarts ? `num ${id}` : key, levels });
  }

  const counters = new Map<string, number[]>();
  return {
    next: (numId, level) => {
      const list = lists.get(numId);
      const own = list?.levels.get(level);
      if (!list || !own || numId === "0") return undefined;
      const counts = counters.get(list.key) ?? [];
      counters.set(list.key, counts);
      counts[level] = (counts[level] ?? own.start - 1) + 1;
      counts.length = level + 1;
      if (own.format === "bullet") return "-";
      if (own.format === "none") return undefined;
      return own.text.replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const other = list.levels.get(at);
        return written(counts[at] ?? other?.start ?? 1, other?.format ?? "decimal");
      });
    },
  };
};

const levelsOf = (element: Element) =>
  new Map(childrenOf(element, "w:lvl").map((one) => [Number(one.getAttribute("w:ilvl")), levelOf(one)]));

const levelOf = (element: Element): Level => ({
  format: settingOf(childOf(element, "w:numFmt")) ?? "decimal",
  text: settingOf(childOf(element, "w:lvlText")) ?? "",
  start: Number(settingOf(childOf(element, "w:start")) ?? 1),
});

const letters = "abcdefghijklmnopqrstuvwxyz";

const written = (count: number, format: string): string => {
  switch (format) {
    case "lowerLetter":
      return letters[(count - 1) % 26] ?? "";
    case "upperLetter":
      return (letters[(count - 1) % 26] ?? "").toUpperCase();
    case "lowerRoman":
      return romanNumeral(count).toLowerCase();
    case "upperRoman":
      return romanNumeral(count);
    case "decimalZero":
      return String(count).padStart(2, "0");
    default:
      return String(count);
  }
};
