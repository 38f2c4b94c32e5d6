import { parseDocumentNumber } from "./document-number";
import { numeralDigits } from "./numeral";

/** A text as a voice should say it, and for each of its letters where that stood in the text. */
export interface Spoken {
  readonly text: string;
  /** The place in the written text, for a place in the spoken one. */
  readonly written: (at: number) => number;
}

const symbols: Readonly<Record<string, string>> = {
  NQ: "nghị quyết",
  QyĐ: "quy định",
  CT: "chỉ thị",
  KL: "kết luận",
  QC: "quy chế",
  HD: "hướng dẫn",
  TB: "thông báo",
  BC: "báo cáo",
  KH: "kế hoạch",
  CTr: "chương trình",
  ĐA: "đề án",
  TTr: "tờ trình",
  CV: "công văn",
  BB: "biên bản",
  GM: "giấy mời",
  NĐ: "nghị định",
};

const organs: Readonly<Record<string, string>> = {
  TW: "Trung ương",
  ĐU: "Đảng ủy",
  TU: "Tỉnh ủy",
  CB: "chi bộ",
  CP: "Chính phủ",
  TTg: "Thủ tướng",
  CTN: "Chủ tịch nước",
  UBND: "Ủy ban nhân dân",
  HĐND: "Hội đồng nhân dân",
  UBKT: "Ủy ban Kiểm tra",
  VPTW: "Văn phòng Trung ương",
  VPĐU: "Văn phòng Đảng ủy",
  VPTU: "Văn phòng Tỉnh ủy",
  BTCTW: "Ban Tổ chức Trung ương",
  BTCTU: "Ban Tổ chức Tỉnh ủy",
  UBKTTW: "Ủy ban Kiểm tra Trung ương",
  BTGDVTW: "Ban Tuyên giáo và Dân vận Trung ương",
  BXDĐ: "Ban Xây dựng Đảng",
  ĐH: "đại hội",
};

/** Words that offices shorten. Those of the organs are read wherever they stand alone. */
const shortened: readonly (readonly [string, string])[] = [
  ["T/M", "thay mặt"],
  ["K/T", "ký thay"],
  ["T/L", "thừa lệnh"],
  ["V/v", "về việc"],
  ["đ/c", "đồng chí"],
  ["Đ/c", "đồng chí"],
  ["TM.", "thay mặt"],
  ["KT-XH", "kinh tế - xã hội"],
  ["QP-AN", "quốc phòng - an ninh"],
  ["BCH", "Ban Chấp hành"],
  ["BTV", "Ban Thường vụ"],
  ["MTTQ", "Mặt trận Tổ quốc"],
  ["XHCN", "xã hội chủ nghĩa"],
  ["NTM", "nông thôn mới"],
  ["HTX", "hợp tác xã"],
  ["ANTT", "an ninh trật tự"],
  ["CĐS", "chuyển đổi số"],
  ["THCS", "trung học cơ sở"],
  ["TNCS", "Thanh niên Cộng sản"],
  ["CCB", "cựu chiến binh"],
  ...Object.entries(organs).filter(([organ]) => organ.length > 2),
];

/** Letter by letter, by their Vietnamese names: a voice would swallow "QĐ". */
const letterNames: Readonly<Record<string, string>> = {
  Q: "quy",
  Đ: "đê",
  U: "u",
  B: "bê",
  C: "xê",
  D: "dê",
  H: "hát",
  K: "ca",
  L: "lờ",
  M: "mờ",
  N: "nờ",
  P: "pê",
  S: "sờ",
  T: "tê",
  V: "vê",
  X: "ích",
  A: "a",
  G: "giê",
  R: "rờ",
};
const spelled = (letters: string): string =>
  [...letters].map((letter) => letterNames[letter] ?? letter).join(" ");

const sayOrgan = (organ: string): string =>
  organ
    .split(/[-.]/)
    .map((part) => organs[part] ?? spelled(part))
    .join(" ");

/** "105-QĐ/ĐU" after "Quy định số" needs the number and whose it is; by itself also what it is. */
const sayNumber = (written: string, named: boolean): string | undefined => {
  const number = parseDocumentNumber(written);
  if (number?.serial === undefined) return undefined;
  const { serial, year, symbol, organ } = number;
  const law = !symbol && /^QH(\d+)$/.exec(organ);
  const whose = law ? `Quốc hội khóa ${law[1]}` : sayOrgan(organ);
  const what = symbol && !named ? (symbols[symbol] ?? spelled(symbol)) : undefined;
  const head = [named ? "" : "số ", String(serial), year ? ` năm ${year}` : ""].join("");
  return [head, what, whose].filter(Boolean).join(", ");
};

const numberPattern =
  "\\d{1,6}\\s?[-–]\\s?\\p{Lu}\\p{L}{0,4}\\s?\\/\\s?\\p{Lu}[\\p{L}\\d]{1,11}|\\d{1,6}\\/(?:\\d{4}\\/)?\\p{Lu}[\\p{L}\\d]{1,5}(?:-\\p{Lu}[\\p{L}\\d]*){0,3}";
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
const pattern = new RegExp(
  [
    `(?<![\\p{L}\\p{N}/-])(?<number>${numberPattern})(?![\\p{L}\\p{N}/])`,
    "(?<![\\d/])(?<date>\\d{1,2}\\s?\\/\\s?\\d{1,2}\\s?\\/\\s?\\d{4})(?![\\d/])",
    "(?<=ngày )(?<day>\\d{1,2}\\/\\d{1,2})(?![\\d/])",
    "(?<=(?:Mục|mục|Chương|chương|Phần|phần|Phụ lục|phụ lục|CHƯƠNG|PHẦN|quý|Quý|khóa|lần thứ) )(?<roman>[IVXLC]+)(?![\\p{L}\\p{N}])",
    `(?<![\\p{L}\\p{N}])(?<short>${shortened.map(([short]) => escaped(short)).join("|")})(?![\\p{L}\\p{N}])`,
    "(?<rule>[_…*•]+|\\.{3,})",
  ].join("|"),
  "gu",
);
const shortWords = new Map(shortened);

const sayDate = (written: string, named: boolean): string => {
  const [day = "", month = "", year] = written.split("/").map((part) => part.trim());
  const said = `${Number(day)} tháng ${Number(month)}${year ? ` năm ${year}` : ""}`;
  return named ? said : `ngày ${said}`;
};

/** "số", or the kind itself: what it is has just been said. */
const namedBefore = new RegExp(
  `(?:số\\s*:?|${Object.values(symbols).join("|")}|quyết định|thông tư)\\s*$`,
  "iu",
);

const said = (match: RegExpMatchArray, before: string): string | undefined => {
  const { number, date, day, roman, short, rule } = match.groups ?? {};
  if (number) return sayNumber(number, namedBefore.test(before));
  if (date) return sayDate(date, /ngày\s*$/u.test(before));
  if (day) return sayDate(day, true);
  if (roman) return numeralDigits(roman);
  if (short) return shortWords.get(short);
  return rule ? " " : undefined;
};

/** Number-symbols, dates, Roman numerals and the shortenings of offices in words. */
export const spokenOf = (written: string): Spoken => {
  const text = written.replace(/[\u00d0\u0189]/g, "Đ");
  const parts: string[] = [];
  /** Spoken place, written place; between two of them places run alike or stand still. */
  const marks: { readonly spoken: number; readonly written: number; readonly same: boolean }[] = [];
  let from = 0;
  let length = 0;
  const add = (words: string, at: number, same: boolean) => {
    if (words === "") return;
    marks.push({ spoken: length, written: at, same });
    parts.push(words);
    length += words.length;
  };
  for (const match of text.matchAll(pattern)) {
    const words = said(match, text.slice(Math.max(0, match.index - 12), match.index));
    if (words === undefined) continue;
    add(text.slice(from, match.index), from, true);
    add(words, match.index, false);
    from = match.index + match[0].length;
  }
  add(text.slice(from), from, true);
  return {
    text: parts.join(""),
    written: (at) => {
      const mark = marks.findLast(({ spoken }) => spoken <= at);
      return mark ? mark.written + (mark.same ? at - mark.spoken : 0) : 0;
    },
  };
};

/** A sentence of a text, by its place in it. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
}

/** A voice loses itself in longer ones, and some engines fall silent. */
const longestSentence = 220;

/** Sentences, long ones cut at a comma or a space. Nothing is lost between them but white space. */
export const sentencesOf = (text: string): readonly Sentence[] => {
  const found: Sentence[] = [];
  const add = (from: number, to: number) => {
    if (/[\p{L}\p{N}]/u.test(text.slice(from, to))) found.push({ from, to });
  };
  let from = 0;
  for (const match of text.matchAll(/[.!?;:](?=\s)|\n/gu)) {
    // "T/M.", "1." and initials end no sentence.
    if (/(?:^|\s)(?:\d{1,3}|\p{L})\.$/u.test(text.slice(Math.max(from, match.index - 5), match.index + 1)))
      continue;
    cut(text, from, match.index + 1, add);
    from = match.index + 1;
  }
  cut(text, from, text.length, add);
  return found;
};

const cut = (text: string, from: number, to: number, add: (from: number, to: number) => void) => {
  let start = from;
  while (to - start > longestSentence) {
    const piece = text.slice(start, start + longestSentence);
    const comma = piece.lastIndexOf(", ");
    const space = piece.lastIndexOf(" ");
    const length = comma > longestSentence / 3 ? comma + 1 : space > 0 ? space + 1 : longestSentence;
    add(start, start + length);
    start += length;
  }
  add(start, to);
};
