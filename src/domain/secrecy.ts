import type { DocumentKind } from "./document-kind";
import { kindLine } from "./first-page";
import { personnelWork } from "./personnel-work";
import type { Refusal } from "./refusal";
import { trimEdges } from "./trim-edges";

/** Độ mật. None of them may enter (domain.md 0.3, 2.4), so nothing else of such a paper is ever read. */
export type SecretMark = "mật" | "tối mật" | "tuyệt mật";

const marks: readonly SecretMark[] = ["tuyệt mật", "tối mật", "mật"];

/** Brackets, rules, stars and table bars that frame a stamp. */
const framing = /[\s[\](){}<>|*_#=~+:;,.!"'“”«»‘’\-–—•■□▪\\/]/u;
const unframed = (text: string) => trimEdges(text, framing);

/**
 * What may follow a mark on its line: the number of the copy, how long it holds. Here and below a dot is any character: one
 * that stopped at U+2028 made the rest be tried again from each place before it.
 */
const besides = /(?:bản số|số bản|thời hạn|thời gian bảo vệ).*/isu;

const label = /^(?:mức )?độ (?:bảo )?mật\s*[:|.\-–\s]\s*(.+)$/isu;
const capitalLabel = /^(?:TÀI LIỆU|VĂN BẢN)\s+(?=\S)/u;

/** Heads of papers that a PDF's text layer may set on one line with the stamp. */
const headPhrases =
  /ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc|Số:?[\s\d…._]*[-/]\s*[\p{Lu}/0-9-]+|(?:\p{Lu}\p{Ll}+ ?){1,6},\s*ngày[\s\d….]*tháng[\s\d….]*năm[\s\d….]*/gu;

/** Where a line breaks in "bảo mật" or "bí mật", its second half stands alone and still is no mark. */
const brokenWord = /(?:^|\s)(?:bí|bảo|cơ|độ)$/iu;

/**
 * The độ mật stamped on a first page, or undefined. A mark is a line (or a table cell, or a column) of its own in
 * capitals, perhaps framed, letter-spaced, or after the label "Độ mật:". The same words in a sentence, as in "bảo
 * mật", "bí mật nhà nước" or a rule about độ mật, are not a mark. Where it is not certain, it is a mark: a paper
 * kept out can still go on paper, one let in cannot be called back.
 */
export const secretMark = (firstPage: string): SecretMark | undefined => {
  const lines = firstPage
    .normalize("NFC")
    .split(/\r?\n/)
    .filter((line) => unframed(line) !== "");
  const end = lines.findIndex((line) => kindLine.test(unframed(line)));
  const head = end < 0 ? 12 : end;
  for (const [i, line] of lines.entries()) {
    if (brokenWord.test(unframed(lines[i - 1] ?? ""))) continue;
    const columns = [line, ...line.split(/\t|\||\s{3,}/)];
    const found =
      first(columns, (text) => stamp(text, i < head)) ?? (i < head ? besideHead(line) : undefined);
    if (found) return found;
  }
  return undefined;
};

/**
 * A mark that somebody typed into a field or a file's name: alone or set off by brackets and dashes in any case,
 * or in capitals at either end of a text that is not all in capitals.
 */
export const typedMark = (typed: string): SecretMark | undefined => {
  const text = typed.normalize("NFC");
  const parts = text.split(/\s[-–—]\s|[()[\]{}_|:;,/]|\.(?=\S)|(?<=\p{L})-(?=\p{L})/u);
  if (text !== text.toUpperCase())
    for (const edge of [/^(?:TUYỆT |TỐI )?MẬT(?=\s)/u, /(?<=\s)(?:TUYỆT |TỐI )?MẬT$/u])
      parts.push(edge.exec(text.trim())?.[0] ?? "");
  return first(parts, (part) => inAnyCase(unframed(part)));
};

/**
 * The same rules for a line that stands alone, such as the title of a meeting or a point of its agenda: it is judged like
 * the title of an invitation.
 */
export const refuseLine = (typed: string): "secret-mark" | "personnel-work" | undefined => {
  if (typedMark(typed)) return "secret-mark";
  return personnelWork({ kind: "giay_moi", abstract: typed }) ? "personnel-work" : undefined;
};

/** What a publisher fills in, as far as the rules at the door look at it. */
export interface PaperFields {
  readonly kind: DocumentKind;
  readonly number?: string | undefined;
  readonly abstract: string;
  readonly issuer?: string | undefined;
  readonly fileName?: string | undefined;
  /** Who declared that the paper is neither secret nor personnel work. */
  readonly declaredBy?: string | undefined;
}

/**
 * The rules at the door, for the office page and for the server alike: why this paper may not enter, or undefined
 * where it may. `firstPage` is plain text, a line a paragraph (`firstPageOf`).
 */
export const refusePaper = (fields: PaperFields, firstPage: string): Refusal | undefined => {
  const { kind, number, abstract, issuer, fileName, declaredBy } = fields;
  if ([number, abstract, issuer, fileName].some((text) => text && typedMark(text))) return "secret-mark";
  if (secretMark(firstPage)) return "secret-mark";
  if (personnelWork({ kind, abstract, firstPage })) return "personnel-work";
  return declaredBy?.trim() ? undefined : "not-declared";
};

const first = <T>(list: readonly string[], find: (text: string) => T | undefined): T | undefined => {
  for (const one of list) {
    const found = find(one);
    if (found) return found;
  }
  return undefined;
};

/** The mark that a text spells in capitals, letter-spaced or not. */
const inCapitals = (text: string): SecretMark | undefined => {
  const letters = text.replace(/[\s.·]/g, "");
  return marks.find((mark) => letters === mark.replace(" ", "").toUpperCase());
};
const inAnyCase = (text: string) => inCapitals(text.toUpperCase());

const stamp = (column: string, inHead: boolean): SecretMark | undefined => {
  const text = unframed(unframed(column).replace(besides, ""));
  const labelled = label.exec(text)?.[1];
  if (labelled) return inAnyCase(unframed(labelled));
  const spelled = inCapitals(text.replace(capitalLabel, ""));
  // In the head of a paper there are no sentences, so a word alone is a mark there in small letters too.
  return spelled ?? (inHead && /^\p{Lu}/u.test(text) ? inAnyCase(text) : undefined);
};

/** A stamp that the text layer ran together with the head: "ĐẢNG BỘ XÃ … MẬT ĐẢNG CỘNG SẢN VIỆT NAM". */
const besideHead = (line: string): SecretMark | undefined =>
  first(line.replace(headPhrases, "\n").split("\n"), (part) => {
    const text = unframed(part);
    if (text !== text.toUpperCase()) return undefined;
    const edge =
      /^((?:TUYỆT |TỐI )?MẬT)(?:$| (?!MÃ|ĐỘ|VỤ|NHÀ))|(?<!BÍ |BẢO |CƠ |ĐỘ |VĂN BẢN |TÀI LIỆU |DANH MỤC |TỐI |TUYỆT )((?:TUYỆT |TỐI )?MẬT)$/u.exec(
        text,
      );
    return edge ? inCapitals(edge[1] ?? edge[2] ?? "") : undefined;
  });
