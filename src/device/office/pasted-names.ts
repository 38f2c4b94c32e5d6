import type { MembershipKind } from "../../domain/directory";
import { cleanText } from "../intake/piece";

/** A member as a line of a pasted list tells it. */
export interface PastedMember {
  readonly name: string;
  readonly kind: MembershipKind;
}

export interface PastedNames {
  readonly members: readonly PastedMember[];
  /** Names that stand twice in the list, or in the cell already. */
  readonly repeated: readonly string[];
  /** Lines with no name in them. */
  readonly unread: readonly string[];
  /** True where numbers and dates were left out: they are never taken in (domain.md 2.10). */
  readonly leftOut: boolean;
}

const kinds: readonly (readonly [RegExp, MembershipKind])[] = [
  [/dự bị|\bDB\b/iu, "probationary"],
  [/tạm thời/iu, "temporary"],
  [/miễn/iu, "exempt"],
];
/** Order numbers, card numbers, dates, telephone numbers: anything with digits. */
const withoutDigits = (line: string) => line.replace(/\S+/gu, (word) => (/\d/.test(word) ? "" : word));
const nothingOfAName =
  /^(?:nam|nữ|kinh|mường|thái|tày|đảng viên|chính thức|ct|db|x|họ(?: và)? tên|stt|tt|ghi chú)$/iu;

/**
 * Reads names, one a line, as copied from a spreadsheet or typed. Only the name and the kind of membership are kept;
 * card numbers, birth dates and the rest are dropped here and never shown again.
 */
export const parsePastedNames = (text: string, known: readonly string[] = []): PastedNames => {
  const members: PastedMember[] = [];
  const repeated: string[] = [];
  const unread: string[] = [];
  let leftOut = false;
  const seen = new Set(known.map(keyOf));
  for (const raw of text.normalize("NFC").split(/\r?\n/)) {
    const line = raw.replace(/^\s*\d{1,4}\s*[.)\-:]?\s+/u, "");
    if (line.trim() === "" || /^\s*(?:stt|tt|số tt|họ(?: và)? tên)(?=\s|$)/iu.test(line)) continue;
    if (/\d{4,}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/.test(line)) leftOut = true;
    const cells = withoutDigits(line)
      .split(/\t|;|,|\||\s{3,}|\s[-–]\s|[()]/u)
      .map((cell) => cleanText(cell).trim())
      .filter((cell) => cell !== "" && !nothingOfAName.test(cell));
    const kind = kinds.find(([word]) => word.test(line))?.[1] ?? "official";
    const name = cells.find(
      (cell) => /^[\p{L}\s.'’-]{2,80}$/u.test(cell) && !kinds.some(([word]) => word.test(cell)),
    );
    if (!name) {
      unread.push(cleanText(raw).trim());
    } else if (seen.has(keyOf(name))) repeated.push(tidyName(name));
    else {
      seen.add(keyOf(name));
      members.push({ name: tidyName(name), kind });
    }
  }
  return { members, repeated, unread, leftOut };
};

const keyOf = (name: string) => name.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();

/** "BÙI VĂN THẮNG" is written "Bùi Văn Thắng". */
const tidyName = (name: string): string =>
  name === name.toUpperCase()
    ? name
        .toLowerCase()
        .split(" ")
        .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
        .join(" ")
    : name;
