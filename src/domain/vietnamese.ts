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

/** What folding takes off one letter: its shape (breve 1, circumflex 2, horn 3, stroke 4), and eight times its tone (1 to 5). */
const shapes: Readonly<Record<number, number>> = { 774: 1, 770: 2, 795: 3 };
const tones: Readonly<Record<number, number>> = { 768: 1, 769: 2, 771: 3, 777: 4, 803: 5 };

const buildMarks = (): Uint8Array => {
  const built = new Uint8Array(tableSize);
  const markOf = (unit: number) => shapes[unit] ?? (tones[unit] ?? 0) * 8;
  for (let code = 0xc0; code < 0x1f00; code += 1) {
    if (code === 0x250) code = 0x300;
    if (code === 0x370) code = 0x1e00;
    const character = String.fromCharCode(code);
    const apart = character.normalize("NFD");
    let mark = character.match(strokes) ? 4 : 0;
    for (let i = 0; i < apart.length; i += 1) mark |= markOf(apart.charCodeAt(i));
    built[code] = mark;
  }
  return built;
};

let markTable: Uint8Array | undefined;

/**
 * The units of the folded text, for those who look at each: an index makes no string of them. `marks`, where given, is
 * filled with what folding took off each unit; it must be as long as the text, and is right only where no sign folds to
 * many letters, which Vietnamese never does. `room`, where it is large enough, is written to: for whoever folds a syllable
 * at a time, and is done with it before the next.
 */
export const foldUnits = (text: string, marks?: Uint8Array, room?: Uint16Array): Uint16Array => {
  table ??= buildTable();
  if (marks) markTable ??= buildMarks();
  const { length } = text;
  let units = room && room.length >= length ? room : new Uint16Array(length);
  let filled = 0;
  for (let i = 0; i < length; i += 1) {
    const code = text.charCodeAt(i);
    const folded = code < tableSize ? (table[code] as number) : slow;
    if (marks && markTable && code >= 0xc0 && code < tableSize) {
      const mark = markTable[code] as number;
      // A mark that stands by itself belongs to the letter before it.
      if (mark) (marks[folded === drop ? filled - 1 : filled] as number) |= mark;
    }
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

/** Of a unit as it is written: folds to one unit of a word or to none; to one that is none of a word; or is to be looked at apart. */
export const unitKinds = { inside: 1, between: 2, apart: 0 } as const;

let kindTable: Uint8Array | undefined;

/** The kinds of units by their codes; all beyond the table are to be looked at apart. */
export const unitKindTable = (): Uint8Array => {
  table ??= buildTable();
  kindTable ??= Uint8Array.from(table, (folded) => {
    if (folded === slow) return unitKinds.apart;
    return folded === drop || isWordUnit(folded) ? unitKinds.inside : unitKinds.between;
  });
  return kindTable;
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

/** Of a syllable's letters so many are told apart by their marks; Vietnamese has none longer than seven. */
const markedLetters = 10;
const shapeBase = 5;
const places = Int32Array.from({ length: markedLetters }, (_, i) => 8 * shapeBase ** i);

/** What the shape of one letter adds to the number of its syllable's marks; the tone is added once, wherever it stands (oà as òa). */
const shapeOf = (mark: number, letter: number): number =>
  letter < markedLetters ? (mark & 7) * (places[letter] as number) : 0;

/** The number of a syllable's marks: from what folding took off its units. */
export const marksOf = (marks: Uint8Array, start: number, end: number): number => {
  let shape = 0;
  let tone = 0;
  for (let i = start; i < end; i += 1) {
    const mark = marks[i] as number;
    shape += shapeOf(mark, i - start);
    if (mark > 7) tone = mark >> 3;
  }
  return shape + tone;
};

/** True where marks as typed are those of the whole syllable, or of its beginning: a tone may still be to come. */
export const marksFit = (typed: number, letters: number, whole: number, halfTyped: boolean): boolean => {
  if (typed === whole) return true;
  if (!halfTyped) return false;
  const tone = typed & 7;
  const sameTone = tone === 0 || tone === (whole & 7);
  return sameTone && (whole >> 3) % shapeBase ** Math.min(letters, markedLetters) === typed >> 3;
};

/** A syllable as typed: folded, and its marks by their number, 0 where it has none. */
export interface Syllable {
  readonly word: string;
  readonly marks: number;
}

/** As `words`, each with its marks. */
export const syllables = (text: string): Syllable[] => {
  const marks = new Uint8Array(text.length + 1);
  const units = foldUnits(text, marks);
  const found: Syllable[] = [];
  let start = -1;
  for (let i = 0; i <= units.length; i += 1) {
    const inside = i < units.length && isWordUnit(units[i] as number);
    if (inside && start < 0) start = i;
    else if (!inside && start >= 0) {
      found.push({ word: stringOf(units.subarray(start, i)), marks: marksOf(marks, start, i) });
      start = -1;
    }
  }
  return found;
};

/** The syllables of a text, folded, in order. Vietnamese writes its words as syllables apart, so these are the terms of a search. */
export const words = (text: string): string[] => syllables(text).map(({ word }) => word);
