/** Ordinals as parts of papers are numbered by: "IV", "thứ nhất", "4". */
const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
const ordinals = "nhất hai ba tư năm sáu bảy tám chín mười".split(" ");

const romanValue = (text: string): number => {
  let value = 0;
  for (let i = 0; i < text.length; i += 1) {
    const here = romanDigits[text.charAt(i)] ?? 0;
    value += here < (romanDigits[text.charAt(i + 1)] ?? 0) ? -here : here;
  }
  return value;
};

const romanSigns = [
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
] as const;

/** Nobody counts further in these; a file that begins at a million million would be written out for ever. */
const mostRoman = 3999;

/** A number as Romans wrote it; in digits where they would not have counted so far. */
export const romanNumeral = (count: number): string => {
  if (count > mostRoman) return String(count);
  let rest = count;
  let text = "";
  for (const [value, sign] of romanSigns)
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  return text;
};

/** A numeral as digits, so that "Mục II" and "mục 2" are the same; letters ("5a", "đ") stay. */
export const numeralDigits = (written: string): string => {
  const text = written.trim();
  if (/^[IVXLC]+$/.test(text)) return String(romanValue(text));
  const ordinal = ordinals.indexOf(
    text
      .toLowerCase()
      .replace(/^thứ\s+/u, "")
      .replace("một", "nhất")
      .replace("bốn", "tư")
      .replace("bẩy", "bảy"),
  );
  return ordinal < 0 ? text.toLowerCase() : String(ordinal + 1);
};

/** Letters in the order in which points are counted. */
export const pointLetters = "abcdđeghiklmnopqrstuvxy";
