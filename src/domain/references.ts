import type { DocumentKind } from "./document-kind";
import { type DocumentNumber, parseDocumentNumber } from "./document-number";
import { numeralDigits } from "./numeral";
import { chainOf, type Provision, type ProvisionKind, provisionAt } from "./provisions";

/*
 * What a text refers to: "điểm a khoản 1 Điều 3", "Điều 5 khoản 2", "Nghị quyết số 57-NQ/TW, ngày 22/12/2024",
 * "Điều 5 Nghị định số 30/2020/NĐ-CP". Found by words alone; whether there is such a thing is asked afterwards.
 */

/** The value of "Điều này", "khoản này". */
export const thisOne = "này";

export type ProvisionPath = { readonly [kind in ProvisionKind]?: string };

/** A paper as a text names it. A number-symbol alone never identifies one (domain.md 0.1). */
export interface PaperName {
  readonly number: DocumentNumber;
  readonly kind?: DocumentKind;
  /** `YYYY-MM-DD`. */
  readonly issuedOn?: string;
}

export interface Reference {
  readonly from: number;
  readonly to: number;
  readonly path?: ProvisionPath;
  /** Absent: the paper itself. */
  readonly paper?: PaperName;
}

/** Longer texts are no paragraph that a person wrote. */
const longest = 60_000;

const kindWords: readonly (readonly [string, DocumentKind])[] = [
  ["nghị quyết", "nghi_quyet"],
  ["quyết định", "quyet_dinh"],
  ["quy định", "quy_dinh"],
  ["chỉ thị", "chi_thi"],
  ["kết luận", "ket_luan"],
  ["quy chế", "quy_che"],
  ["thông tri", "thong_tri"],
  ["hướng dẫn", "huong_dan"],
  ["thông báo", "thong_bao"],
  ["báo cáo", "bao_cao"],
  ["kế hoạch", "ke_hoach"],
  ["chương trình", "chuong_trinh"],
  ["đề án", "de_an"],
  ["tờ trình", "to_trinh"],
  ["công văn", "cong_van"],
  ["biên bản", "bien_ban"],
  ["giấy mời", "giay_moi"],
  ["nghị định", "tai_lieu"],
  ["thông tư liên tịch", "tai_lieu"],
  ["thông tư", "tai_lieu"],
  ["bộ luật", "tai_lieu"],
  ["luật", "tai_lieu"],
  ["pháp lệnh", "tai_lieu"],
  ["văn bản hợp nhất", "tai_lieu"],
];
const kindOf = new Map(kindWords);
const kindPattern = kindWords.map(([words]) => words).join("|");
const isCapital = /^\p{Lu}/u;
/** Papers by name: what follows "Điều 5" so names another paper than this one. */
const otherPaper = new RegExp(
  `^(?:${kindPattern}|điều lệ|hiến pháp|cương lĩnh|lệnh|hiệp định)(?!\\p{L})`,
  "iu",
);

const dash = "\\s?[-\\u2010-\\u2015]\\s?";
const organ = "\\p{Lu}[\\p{L}\\d]{1,11}(?:[-.]\\p{Lu}[\\p{L}\\d]{0,7}){0,3}";
const partyNumber = `\\d{1,5}${dash}\\p{Lu}\\p{L}{0,4}\\s?\\/\\s?${organ}`;
const stateNumber = `\\d{1,6}\\/(?:\\d{4}\\/)?\\p{Lu}[\\p{L}\\d]{1,5}(?:-\\p{Lu}[\\p{L}\\d]*){0,4}`;
const numberPattern = new RegExp(
  `(?<![\\p{L}\\p{N}/-])(?:(${kindPattern})\\s+)?(?:(?:số|Số)\\s*:?\\s*)?(${partyNumber}|${stateNumber})(?![\\p{L}\\p{N}/])`,
  "giu",
);
const dateAfter =
  /^\s*(?:,\s*)?(?:(?:\(\s*)?ngày\s+|\(\s*)(\d{1,2})\s*(?:[/.-]|\s+tháng)\s*(\d{1,2})\s*(?:[/.-]|,?\s+năm)\s*(\d{4})/u;

interface FoundPaper {
  readonly from: number;
  readonly to: number;
  /** Where the words about it end, its day included. */
  readonly end: number;
  readonly paper: PaperName;
}

const two = (digits: string) => digits.padStart(2, "0");

const papersIn = (text: string): readonly FoundPaper[] =>
  [...text.matchAll(numberPattern)].flatMap((match): FoundPaper[] => {
    const [whole, kindName, written = ""] = match;
    const number = parseDocumentNumber(written);
    // Capitals tell a symbol from a fraction or from "12/tháng".
    const symbol = written.replace(/^[\d/\s]*/, "");
    if (number?.serial === undefined || !/\p{Lu}/u.test(symbol)) return [];
    const kind = kindName && kindOf.get(kindName.toLowerCase());
    const to = match.index + whole.length;
    const date = dateAfter.exec(text.slice(to, to + 60));
    const [, day = "", month = "", year = ""] = date ?? [];
    return [
      {
        from: match.index,
        to,
        end: to + (date?.[0].length ?? 0),
        paper: {
          number,
          ...(kind && { kind }),
          ...(date && { issuedOn: `${year}-${two(month)}-${two(day)}` }),
        },
      },
    ];
  });

interface Unit {
  readonly kind: ProvisionKind;
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

const money = "(?!\\s*(?:triệu|tỷ|tỉ|nghìn|ngàn|đồng|%)|[.,]\\d)";
const unitPattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    // Not "thời điểm", "quan điểm".
    "(?<!(?:thời|địa|quan|đặc|ưu|trọng|cao|khuyết|nhược|thí|chấm|tâm|yếu|luận)\\s)[Đđ]iểm\\s+(?<point>[a-zđ]|\\d{1,2})",
    `[Kk]hoản\\s+(?<clause>\\d{1,3}[a-zđ]?|này)${money}`,
    "[Đđ]iều\\s+(?<article>\\d{1,4}[a-zđ]?|này)",
    "(?<sub>[Tt]iểu\\s+)?[Mm]ục\\s+(?<section>[IVXLC]+|\\d{1,2}|này)",
    "[Cc]hương\\s+(?<chapter>[IVXLC]+|\\d{1,2}|này)",
    "[Pp]hần\\s+(?<part>thứ\\s+\\p{L}+|[IVXLC]+|[A-HĐ]|\\d)",
    "[Pp]hụ\\s+lục\\s+(?:số\\s+)?(?<annex>[IVXLC]+|\\d{1,2})",
  ].join("|")})(?![\\p{L}\\p{N}])`,
  "gu",
);
/** One more of the same kind: "khoản 1, 2 và 3", where something shows that it is counted on. */
const andMore =
  /^(\s*(?:,|;|và|hoặc|,\s*và)\s*)(\d{1,4}[a-zđ]?|[a-zđ]|[IVXLC]+)(?=\s*(?:[,;.)]|và\s|hoặc\s|của\s|[Đđ]iều\s|[Kk]hoản\s|[Mm]ục\s|[Cc]hương\s|này|$))/u;

const unitOf = (match: RegExpMatchArray): Unit | undefined => {
  const groups = match.groups ?? {};
  const kind = (["point", "clause", "article", "section", "chapter", "part", "annex"] as const).find(
    (one) => groups[one] !== undefined,
  );
  if (!kind) return undefined;
  const from = match.index ?? 0;
  return {
    kind: groups.sub ? "subsection" : kind,
    value: groups[kind] ?? "",
    from,
    to: from + match[0].length,
  };
};

const unitsIn = (text: string): readonly Unit[] => {
  const units: Unit[] = [];
  for (const match of text.matchAll(unitPattern)) {
    const unit = unitOf(match);
    if (!unit) continue;
    // The head of an article is no reference to it.
    if (unit.from === 0 && /^\s*[.:]/.test(text.slice(unit.to, unit.to + 4))) continue;
    units.push(unit);
    let last = unit;
    for (;;) {
      const more = andMore.exec(text.slice(last.to, last.to + 24));
      if (!more?.[2]) break;
      const from = last.to + (more[1]?.length ?? 0);
      const value = more[2];
      // "Điều 5, a" counts on with another sort of sign.
      if (/^\d/.test(value) !== /^\d/.test(last.value) || value === thisOne) break;
      last = { kind: unit.kind, value, from, to: from + value.length };
      units.push(last);
    }
  }
  return units;
};

const joins = /^(?:\s|,|;|và|hoặc|các|của|tại|thuộc|trong|quy định tại)*$/u;
const farthestJoin = 30;

const groupsOf = (text: string, units: readonly Unit[]): readonly (readonly Unit[])[] => {
  const groups: Unit[][] = [];
  for (const unit of units) {
    const last = groups.at(-1)?.at(-1);
    const between = last && text.slice(last.to, unit.from);
    if (between !== undefined && between.length <= farthestJoin && joins.test(between))
      groups.at(-1)?.push(unit);
    else groups.push([unit]);
  }
  return groups;
};

const order: readonly ProvisionKind[] = [
  "point",
  "clause",
  "article",
  "subsection",
  "section",
  "chapter",
  "part",
  "annex",
];
const rank = (unit: Unit) => order.indexOf(unit.kind);

/** Units that make up one place, one after the other: "điểm a khoản 1 Điều 3", or from the other end "Điều 3 khoản 1". */
const chainsOf = (text: string, group: readonly Unit[]): readonly Reference[] => {
  const largest = Math.max(...group.map(rank));
  const falling =
    group.length > 1 && rank(group[0] as Unit) === largest && rank(group.at(-1) as Unit) < largest;
  const chains: Unit[][] = [];
  for (const unit of group) {
    const last = chains.at(-1)?.at(-1);
    const goesOn = last && (falling ? rank(unit) < rank(last) : rank(unit) > rank(last));
    const apart = last && /và|hoặc|;/.test(text.slice(last.to, unit.from));
    if (goesOn && !apart) chains.at(-1)?.push(unit);
    else chains.push([unit]);
  }
  return chains.map((chain): Reference => {
    const first = chain[0] as Unit;
    const last = chain.at(-1) as Unit;
    const path: { [kind in ProvisionKind]?: string } = {};
    for (const { kind, value } of chain) path[kind] = value === thisOne ? value : numeralDigits(value);
    // "khoản 1 và khoản 2 Điều 5": the larger one is said once, after all, or before them.
    const rest = falling
      ? group.slice(0, group.indexOf(first)).reverse()
      : group.slice(group.indexOf(last) + 1);
    let above = Math.max(...chain.map(rank));
    for (const unit of rest) {
      if (rank(unit) <= above) continue;
      above = rank(unit);
      path[unit.kind] = unit.value === thisOne ? thisOne : numeralDigits(unit.value);
    }
    return { from: first.from, to: last.to, path };
  });
};

/** The words of a text that name provisions or papers, in their order, none over another. */
export const findReferences = (text: string): readonly Reference[] => {
  if (text.length > longest || !/\d|[IVX]|này|thứ|điểm/.test(text)) return [];
  const papers = papersIn(text);
  const taken = new Set<FoundPaper>();
  // Digits of a number-symbol are no articles.
  const units = unitsIn(text).filter(
    (unit) => !papers.some(({ from, to }) => unit.from >= from && unit.to <= to),
  );
  const found: Reference[] = [];
  for (const group of groupsOf(text, units)) {
    const chains = chainsOf(text, group);
    const { from } = group[0] as Unit;
    const { to } = group.at(-1) as Unit;
    const own = group.some(({ value }) => value === thisOne);
    const gap = /^\s*,?\s*(?:(?:của|tại|trong|thuộc)\s+)?/u.exec(text.slice(to, to + 20))?.[0].length ?? 0;
    const after = papers.find((paper) => paper.from === to + gap);
    const before = papers.find(
      ({ end }) => end <= from && /^\s*\)?,?\s*(?:tại\s+)?$/u.test(text.slice(end, from)) && from - end < 12,
    );
    const paper = own ? undefined : (after ?? before);
    if (paper) {
      if (paper === after) taken.add(paper);
      for (const [i, chain] of chains.entries()) {
        const last = paper === after && i === chains.length - 1;
        found.push({ ...chain, ...(last && { to: paper.to }), paper: paper.paper });
      }
      continue;
    }
    const next = text.slice(to + gap, to + gap + 40);
    const named = otherPaper.exec(next);
    if (!own && named && isCapital.test(next) && !/^\s+này/u.test(next.slice(named[0].length))) continue;
    found.push(...chains);
  }
  for (const one of papers) if (!taken.has(one)) found.push({ from: one.from, to: one.to, paper: one.paper });
  return found.sort((a, b) => a.from - b.from);
};

/** The provision that a path names, as seen from a block of the same paper. Undefined where there is none, or it is not clear which. */
export const resolvePath = (
  provisions: readonly Provision[],
  path: ProvisionPath,
  fromBlock?: number,
): Provision | undefined => {
  const here = fromBlock === undefined ? undefined : provisionAt(provisions, fromBlock);
  const around = chainOf(provisions, here);
  const sought = [...order].reverse().filter((kind) => path[kind] !== undefined);
  const [largest, ...smaller] = sought;
  if (!largest) return undefined;
  const within = (parent: Provision | undefined, kind: ProvisionKind): Provision | undefined =>
    provisions.find(
      (one) =>
        one.kind === kind &&
        one.label === path[kind] &&
        (!parent || (one !== parent && chainOf(provisions, one).includes(parent))),
    );
  const first = (): Provision | undefined => {
    if (path[largest] === thisOne) return around.find(({ kind }) => kind === largest);
    const own = provisions.filter((one) => one.kind === largest && one.label === path[largest]);
    if (largest === "clause" || largest === "point") {
      // "khoản 2" by itself is one of the article, or of the section, in which it is said.
      const parent = around.find(({ kind }) => order.indexOf(kind) > order.indexOf(largest));
      return own.find((one) => one.parent !== undefined && provisions[one.parent] === parent);
    }
    const near = own.filter((one) => one.volume === (here?.volume ?? 0));
    const beside = near.find((one) => around.some((outer) => provisions[one.parent ?? -1] === outer));
    return beside ?? near[0] ?? own[0];
  };
  let found = first();
  for (const kind of smaller) {
    if (!found) return undefined;
    found = path[kind] === thisOne ? around.find((one) => one.kind === kind) : within(found, kind);
  }
  return found;
};
