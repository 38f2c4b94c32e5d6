import { trimEdges } from "./trim-edges";

/** How many lines of a text count as its first page, where a mark is stamped and the title stands. */
const firstPageLines = 60;

/** The first page of a paper's plain text (`plainText`), a line a paragraph. */
export const firstPageOf = (plain: string): string => plain.split("\n", firstPageLines).join("\n");

/** The line that names the kind of a paper: its head ends before, its title stands below. */
export const kindLine =
  /^(?:NGHỊ QUYẾT|QUYẾT ĐỊNH|QUY ĐỊNH|CHỈ THỊ|KẾT LUẬN|QUY CHẾ|THÔNG TRI|HƯỚNG DẪN|THÔNG BÁO|BÁO CÁO|KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|TỜ TRÌNH|BIÊN BẢN|GIẤY MỜI|NGHỊ ĐỊNH|THÔNG TƯ|LUẬT)(?:$|\s)/u;

const titleEnds = /^(?:-{2,}|[-–]?\s*Căn cứ|Kính gửi|Thực hiện|Điều 1|I\.|1\.)/iu;
const emphasis = /[\s*#_]/;

/**
 * The trích yếu as printed: the rest of the line that names the kind and the lines below it, up to the rule or the
 * first ground ("Căn cứ"); in a letter the line "V/v …". Empty where neither is found.
 */
export const printedTitle = (firstPage: string): string => {
  const lines = firstPage
    .normalize("NFC")
    .split(/\r?\n/)
    .map((line) => trimEdges(line, emphasis))
    .filter((line) => line !== "");
  const at = lines.findIndex((line) => kindLine.test(line));
  if (at < 0) return lines.slice(0, 15).find((line) => /^(?:V\/v|Về việc)/iu.test(line)) ?? "";
  const below = lines.slice(at + 1, at + 7);
  const end = below.findIndex((line) => titleEnds.test(line));
  const title = [(lines[at] ?? "").replace(kindLine, ""), ...(end < 0 ? below : below.slice(0, end))]
    .join(" ")
    .trim();
  // Set in capitals, it reads as a sentence all the same.
  return title === title.toUpperCase() ? title.toLowerCase() : title;
};
