import type { Paragraph } from "./piece";
import { pieceText } from "./piece";

/** A heading found: its level, and whether its title may stand on the next line ("Chương I" / "QUY ĐỊNH CHUNG"). */
export interface Heading {
  readonly level: 1 | 2 | 3;
  readonly open: boolean;
}

const longestTitle = 220;

const kinds =
  "NGHỊ QUYẾT|QUYẾT ĐỊNH|QUY ĐỊNH|CHỈ THỊ|KẾT LUẬN|QUY CHẾ|THÔNG TRI|HƯỚNG DẪN|THÔNG BÁO|BÁO CÁO|KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|TỜ TRÌNH|BIÊN BẢN|GIẤY MỜI|NGHỊ ĐỊNH|THÔNG TƯ|LUẬT";
/** A line that is only a kind of paper: the line with which a paper's own title begins, as a rule. */
export const kindTitle = new RegExp(`^(${kinds})\\s*:?$`, "u");
/** The kind with the rest of the title on its line: "KẾ HOẠCH CHUYỂN ĐỔI SỐ". Near the top only: chapters begin so, too. */
export const kindStart = new RegExp(`^(${kinds})(?=$|[\\s:])`, "u");

const numeral = "(?:[IVXLC]+|\\d{1,3})";
const part = new RegExp(`^(?:PHẦN|Phần)\\s+(?:(?:THỨ|thứ)\\s+\\p{L}+|${numeral})\\s*[.:–-]?\\s*(.*)$`, "u");
const chapter = new RegExp(`^(?:CHƯƠNG|Chương)\\s+${numeral}\\s*[.:–-]?\\s*(.*)$`, "u");
const annex = new RegExp(
  `^(?:PHỤ LỤC|Phụ lục)(?:\\s+(?:SỐ\\s+|số\\s+)?${numeral})?\\s*[.:–-]?\\s*(.*)$`,
  "u",
);
const section = new RegExp(`^(?:MỤC|Mục|TIỂU MỤC|Tiểu mục)\\s+${numeral}\\s*[.:–-]?\\s*(.*)$`, "u");
const article = /^(?:ĐIỀU|Điều)\s+\d{1,4}[a-zđ]?\s*[.:]\s*(.*)$/u;
const roman = /^[IVXLC]{1,6}\s*[.–)-]+\s*\S/u;
const arabic = /^\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s+\S/u;

/** Who signs, and as what: bold capitals in the middle as titles are, but none. */
const signature =
  /^(?:T\/M|TM|K\/T|KT|T\/L|TL|TUQ|Q)[./]?\s|^(?:(?:PHÓ )?(?:BÍ THƯ|CHỦ TỊCH|TRƯỞNG BAN|CHÁNH VĂN PHÒNG|THỦ TƯỚNG|BỘ TRƯỞNG|GIÁM ĐỐC|CHỦ NHIỆM)(?: [\p{Lu} ]+)?|THƯ KÝ|CHỦ TRÌ(?: HỘI NGHỊ)?|NGƯỜI GHI BIÊN BẢN|NGƯỜI BÁO CÁO)$/u;

const nationalHead = /CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM/u;

export const inCapitals = (text: string): boolean =>
  (text.match(/\p{L}/gu)?.length ?? 0) >= 4 && text === text.toUpperCase();

export const isBold = (paragraph: Paragraph): boolean =>
  paragraph.runs.length > 0 && paragraph.runs.every((run) => run.bold || !/[\p{L}\p{N}]/u.test(run.text));

/** The look of a title of its own: in the middle, bold or in capitals. */
export const looksLikeTitle = (paragraph: Paragraph): boolean => {
  const text = pieceText(paragraph);
  return (
    paragraph.align === "centre" &&
    (isBold(paragraph) || inCapitals(text)) &&
    text.length <= longestTitle &&
    !text.startsWith("(") &&
    !signature.test(text) &&
    !nationalHead.test(text)
  );
};

/** A sentence that happens to begin like a heading ends like a sentence. */
const isSentence = (text: string) => /[.;,:]$/.test(text) && !inCapitals(text);

/**
 * What kind of heading a paragraph is, if any: by the words with which Vietnamese papers number their parts
 * (Phần, Chương, Mục, Điều, I, 1), by Word's own heading styles, or by being set as a title.
 */
export const headingOf = (paragraph: Paragraph): Heading | undefined => {
  const text = pieceText(paragraph);
  if (text.length > longestTitle || paragraph.column) return undefined;
  const bold = isBold(paragraph);
  const shown = bold || paragraph.align === "centre" || inCapitals(text);
  const numbered = (pattern: RegExp, level: Heading["level"], fits: boolean): Heading | undefined => {
    const match = pattern.exec(text);
    return match && fits && !isSentence(text) ? { level, open: !match[1] } : undefined;
  };
  return (
    numbered(part, 1, shown) ??
    numbered(chapter, 1, shown || text.length < 20) ??
    numbered(annex, 1, shown) ??
    numbered(section, 2, shown) ??
    articleHeading(text, bold) ??
    (roman.test(text) && shown && !signature.test(text) ? { level: 2, open: false } : undefined) ??
    (arabic.test(text) && bold && !isSentence(text) ? { level: 3, open: false } : undefined) ??
    (paragraph.level && !isSentence(text) ? { level: paragraph.level, open: false } : undefined) ??
    titleHeading(paragraph, text)
  );
};

/** "Điều 5. Trách nhiệm của bí thư" is a heading; "Điều 1. Nay ban hành kèm theo …." is the article itself. */
const articleHeading = (text: string, bold: boolean): Heading | undefined => {
  const title = article.exec(text)?.[1];
  if (title === undefined) return undefined;
  if (isSentence(title) && !(bold && title.length < 120)) return undefined;
  return { level: 3, open: false };
};

const titleHeading = (paragraph: Paragraph, text: string): Heading | undefined => {
  if (paragraph.align !== "centre" || !inCapitals(text) || !looksLikeTitle(paragraph)) return undefined;
  if (kindTitle.test(text)) return { level: 1, open: false };
  return isBold(paragraph) && text.split(/\s+/).length >= 2 ? { level: 2, open: false } : undefined;
};
