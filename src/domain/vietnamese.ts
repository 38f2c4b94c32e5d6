/**
 * Vietnamese as people type it, made comparable. A search must find "hòa" for "hoà", "HOA" and "hoa", and a
 * paper must be found however its keyboard placed the tones (domain.md 2.3): folding drops every mark, so the
 * placements are equal by construction. Content itself is never rewritten.
 *
 * Table driven: phones fold every text that arrives, and `normalize` on each would be the dearest step.
 */

/** Latin with all its Vietnamese letters, combining marks and general punctuation lie below this. */
const tableSize = 0x2070;
/** No letter folds to these two. */
const slow = 0;
const drop = 0xffff;

/** Marks, and characters of no width: joiners, soft hyphens, direction marks. */
const invisible = /[\p{M}\p{Cf}]/gu;

/** Letters without a decomposition that stand for d: đ, and eth and African d, which look the same in capitals. */
const strokes = /[\u0110\u0111\u00d0\u00f0\u0189\u0256]/g;

const strip = (text: string) => text.normalize("NFKD").replace(invisible, "");

/** The meaning of folding: marks and invisible characters go, letters become small, đ becomes d. */
const foldSlowly = (text: string): string =>
  // Twice: a small letter may decompose where its capital did not.
  strip(strip(text).toLowerCase()).replace(strokes, "d");

const buildTable = (): Uint16Array => {
  const built = new Uint16Array(tableSize);
  const fill = (from: number, to: number) => {
    for (let code = from; code <= to; code += 1) {
      const folded = foldSlowly(String.fromCharCode(code));
      if (folded.length === 0) built[code] = drop;
      else if (folded.length === 1) built[code] = folded.charCodeAt(0);
    }
  };
  fill(0x00, 0x24f);
  fill(0x1e00, 0x1eff);
  fill(0x2000, tableSize - 1);
  built.fill(drop, 0x300, 0x370);
  // Alone among punctuation these come apart, and they are frequent: leave them whole.
  for (const code of [0x2025, 0x2026, 0x2033]) built[code] = code;
  return built;
};

let table: Uint16Array | undefined;

/** The units of the folded text, for those who look at each: an index makes no string of them. */
export const foldUnits = (text: string): Uint16Array => {
  table ??= buildTable();
  const { length } = text;
  let units = new Uint16Array(length);
  let filled = 0;
  for (let i = 0; i < length; i += 1) {
    const code = text.charCodeAt(i);
    const folded = code < tableSize ? (table[code] as number) : slow;
    if (folded === drop) continue;
    if (folded !== slow) {
      units[filled] = folded;
      filled += 1;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(i) ?? 0);
    i += character.length - 1;
    const letters = foldSlowly(character);
    // One sign may fold to many letters.
    const most = filled + letters.length + (length - i);
    if (most > units.length) {
      const larger = new Uint16Array(most * 2);
      larger.set(units);
      units = larger;
    }
    for (let at = 0; at < letters.length; at += 1) units[filled + at] = letters.charCodeAt(at);
    filled += letters.length;
  }
  return units.subarray(0, filled);
};

/** `String.fromCharCode` takes its units as arguments: so many at once fit on every engine's stack. */
const chunk = 4096;

export const stringOf = (units: Uint16Array): string => {
  let result = "";
  for (let from = 0; from < units.length; from += chunk)
    result += String.fromCharCode.apply(null, units.subarray(from, from + chunk) as unknown as number[]);
  return result;
};

/** Small letters without any mark: equal for NFC and NFD, for đ, Đ and Ð, for oà and òa. Other scripts keep their letters. */
export const foldVietnamese = (text: string): string => stringOf(foldUnits(text));

/** True for a unit of a folded text that belongs to a word: letters and digits of any script, not punctuation. */
export const isWordUnit = (unit: number): boolean => {
  if (unit < 0x80) return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
  if (unit < 0xc0) return false;
  if (unit === 0xd7 || unit === 0xf7) return false;
  return !(unit >= 0x2000 && unit < 0x2c00) && !(unit >= 0x3000 && unit < 0x3040) && unit < 0xfff0;
};

/** The syllables of a text, folded, in order. Vietnamese writes its words as syllables apart, so these are the terms of a search. */
export const words = (text: string): string[] => {
  const folded = foldVietnamese(text);
  const found: string[] = [];
  let start = -1;
  for (let i = 0; i <= folded.length; i += 1) {
    const inside = i < folded.length && isWordUnit(folded.charCodeAt(i));
    if (inside && start < 0) start = i;
    else if (!inside && start >= 0) {
      found.push(folded.slice(start, i));
      start = -1;
    }
  }
  return found;
};
