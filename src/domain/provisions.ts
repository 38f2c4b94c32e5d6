import { numeralDigits, pointLetters } from "./numeral";
import type { Block } from "./reading-text";
import { blockText } from "./reading-text";

/*
 * Phần, Chương, Mục, Điều, Khoản, Điểm of a paper, read from its blocks: whether they were set as headings or stand in
 * plain paragraphs. What a reference names (`references.ts`), what a link leads to, and what a citation says.
 */

/** From the largest to the smallest; what begins ends everything of its own rank and below. */
const ranks = ["part", "chapter", "section", "subsection", "article", "clause", "point"] as const;
export type ProvisionKind = (typeof ranks)[number] | "annex";

export interface Provision {
  readonly kind: ProvisionKind;
  /** In digits or letters: Roman numerals and words are made comparable. */
  readonly label: string;
  /** As the paper writes it: "II", "thứ nhất", "5a". */
  readonly written: string;
  /** The block it begins with, and the first one after it. */
  readonly block: number;
  readonly end: number;
  /** Index of what it stands in. */
  readonly parent?: number;
  /** Numbering starts over where a regulation is issued with a decision: 0 for the paper itself, then 1, 2 … */
  readonly volume: number;
  /** Its name in an address: `dieu-5-khoan-2`. One of a kind within the paper. */
  readonly slug: string;
}

const rankOf = (kind: ProvisionKind): number => (kind === "annex" ? 0 : ranks.indexOf(kind));

const slugWords: Readonly<Record<ProvisionKind, string>> = {
  part: "phan",
  annex: "phu-luc",
  chapter: "chuong",
  section: "muc",
  subsection: "tieu-muc",
  article: "dieu",
  clause: "khoan",
  point: "diem",
};

interface Head {
  readonly kind: ProvisionKind;
  readonly written: string;
}

const numeral = "([IVXLC]+|\\d{1,3})";
/** After the number of a part in plain text something must show that it is a title. */
const titleBreak = "(?=\\s*(?:[.:–-]|\\n|$))";
const named = (words: string, number: string, kind: ProvisionKind) => ({
  kind,
  inHeading: new RegExp(`^(?:${words})\\s+${number}(?![\\p{L}\\p{N}])`, "u"),
  inText: new RegExp(`^(?:${words})\\s+${number}${titleBreak}`, "u"),
});
const heads = [
  named("PHẦN|Phần", "((?:THỨ|thứ|Thứ)\\s+\\p{L}+|[IVXLC]+|\\d{1,2})", "part"),
  named("PHỤ LỤC|Phụ lục", `(?:(?:SỐ|số)\\s+)?${numeral}`, "annex"),
  named("CHƯƠNG|Chương", numeral, "chapter"),
  named("TIỂU MỤC|Tiểu mục", numeral, "subsection"),
  named("MỤC|Mục", numeral, "section"),
];
const article = /^(?:ĐIỀU|Điều)\s+(\d{1,4}[a-zđ]?)\s*(?:[.:]|$)/u;
const romanTitle = /^([IVXLC]{1,6})\s*[.–)-]/u;
const letterTitle = /^([A-HĐ])\s*[.–)]\s/u;
const clauseTitle = /^(?:(?:KHOẢN|Khoản)\s+)?(\d{1,3}[a-zđ]?)\s*[.):]\s/u;
const clauseHeading = /^(\d{1,2})\s+\S/u;
const pointTitle = /^([a-zđ])\s*\)\s/u;
/** Longer than this no title is, and no head of one is looked for further on. */
const longestHead = 240;

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const headWords = (block: Block): string =>
  blockText(block).slice(0, longestHead).normalize("NFC").replace(invisible, "").trim();

const isEmphatic = (block: Block): boolean =>
  block.k === "h" ||
  (block.k !== "t" && block.r.length > 0 && block.r.every((run) => typeof run !== "string" && run.b === 1));

/** Every reading that a block's beginning allows, the surest first; which one holds depends on what stood before. */
const headsOf = (block: Block): readonly Head[] => {
  if (block.k === "t") return [];
  const text = headWords(block);
  const found: Head[] = [];
  const add = (kind: ProvisionKind, match: RegExpExecArray | null) => {
    if (match?.[1]) found.push({ kind, written: match[1] });
  };
  const short = text.length < longestHead;
  if (short)
    for (const { kind, inHeading, inText } of heads)
      add(kind, (block.k === "h" ? inHeading : inText).exec(text));
  add("article", article.exec(text));
  if (short && isEmphatic(block)) {
    add("section", romanTitle.exec(text));
    add("part", letterTitle.exec(text));
  }
  add("clause", clauseTitle.exec(text));
  if (block.k === "h") add("clause", clauseHeading.exec(text));
  add("point", pointTitle.exec(text));
  return found;
};

/** How far one number lies behind another of its kind; 1 is the next. A first one must begin at the beginning. */
const step = (kind: ProvisionKind, before: string | undefined, label: string): number => {
  if (kind === "point") {
    const at = pointLetters.indexOf(label);
    return before === undefined ? at + 1 : at - pointLetters.indexOf(before);
  }
  const value = Number.parseInt(label, 10);
  const last = before === undefined ? 0 : Number.parseInt(before, 10);
  // "5a" comes right after "5".
  return value === last && label !== before ? 1 : value - last;
};

/** What was written for lists that leave one out, or were amended. */
const widestStep = 2;

interface Open {
  kind: ProvisionKind;
  label: string;
  written: string;
  block: number;
  end: number;
  parent?: number;
  volume: number;
}

/** The provisions of a paper in their order. */
export const provisionsOf = (blocks: readonly Block[]): readonly Provision[] => {
  const found: Open[] = [];
  const stack: number[] = [];
  let volume = 0;
  let articles = new Set<string>();

  const topOf = () => found[stack.at(-1) ?? -1];
  const close = (rank: number, block: number) => {
    for (let top = topOf(); top && rankOf(top.kind) >= rank; top = topOf()) {
      top.end = block;
      stack.pop();
    }
  };
  const lasts = new Map<string, string>();
  const place = (kind: ProvisionKind, parent: number | undefined) => `${kind} ${parent ?? ""} ${volume}`;
  /** The last of that kind inside what is open above its rank. */
  const before = (kind: ProvisionKind): string | undefined =>
    lasts.get(
      place(
        kind,
        stack.findLast((at) => rankOf(found[at]?.kind ?? kind) < rankOf(kind)),
      ),
    );
  /** Numbers that begin anew, as in a regulation after the decision that issues it: what is open begins it. */
  const nextVolume = (block: number) => {
    volume += 1;
    articles = new Set();
    const carried = stack.filter((at) => rankOf(found[at]?.kind ?? "article") < rankOf("article"));
    const first = carried[0];
    const fresh = first !== undefined && !found.slice(first).some(({ kind }) => kind === "article");
    close(fresh ? rankOf("article") : 0, block);
    if (fresh && first !== undefined) for (const one of found.slice(first)) one.volume = volume;
  };

  const fits = ({ kind, written }: Head, block: Block): boolean => {
    const label = numeralDigits(written);
    switch (kind) {
      case "clause":
      case "point": {
        const by = step(kind, before(kind), label);
        return by >= 1 && by <= widestStep;
      }
      case "section":
        // "I." needs its place in a row, or "C. Mác" would be the hundredth; "Mục 3" says it itself.
        return (
          /^(?:MỤC|Mục)/u.test(headWords(block)) || label === "1" || step(kind, before(kind), label) === 1
        );
      case "part":
        if (!/^[A-ZĐ]$/.test(written)) return true;
        return step("point", before(kind), label) === 1;
      default:
        return true;
    }
  };

  for (const [at, block] of blocks.entries()) {
    const head = headsOf(block).find((one) => fits(one, block));
    if (!head) {
      // A title without a number ends what stands above it.
      if (block.k === "h" && block.l < 3) close(block.l === 1 ? 0 : rankOf("subsection"), at);
      continue;
    }
    const label = numeralDigits(head.written);
    if (head.kind === "article" && articles.has(label)) nextVolume(at);
    close(rankOf(head.kind), at);
    if (head.kind === "article") articles.add(label);
    const parent = stack.at(-1);
    lasts.set(place(head.kind, parent), label);
    stack.push(found.length);
    found.push({
      kind: head.kind,
      label,
      written: head.written,
      block: at,
      end: blocks.length,
      volume,
      ...(parent !== undefined && { parent }),
    });
  }
  return withSlugs(found);
};

const withSlugs = (found: readonly Open[]): readonly Provision[] => {
  const used = new Set<string>();
  const slugs: string[] = [];
  return found.map((one) => {
    const own = `${slugWords[one.kind]}-${one.label.replace("đ", "dd")}`;
    // Articles are counted through a whole paper: where they stand need not be said.
    const above = one.kind === "article" || one.parent === undefined ? undefined : slugs[one.parent];
    const start = above ?? (one.volume > 0 ? `kem-${one.volume}` : "");
    const plain = start ? `${start}-${own}` : own;
    let slug = plain;
    for (let n = 2; used.has(slug); n += 1) slug = `${plain}-lan-${n}`;
    used.add(slug);
    slugs.push(slug);
    return { ...one, slug };
  });
};

/** The smallest provision that a block belongs to. */
export const provisionAt = (provisions: readonly Provision[], block: number): Provision | undefined =>
  provisions.findLast((one) => one.block <= block && block < one.end);

/** From the smallest to the largest that holds it, itself first. */
export const chainOf = (
  provisions: readonly Provision[],
  one: Provision | undefined,
): readonly Provision[] => {
  const chain: Provision[] = [];
  for (let here = one; here; here = here.parent === undefined ? undefined : provisions[here.parent])
    chain.push(here);
  return chain;
};

/** What an address names: the provision, or the nearest that holds it where the smaller one is not there. */
export const provisionOfSlug = (provisions: readonly Provision[], slug: string): Provision | undefined => {
  for (let name = slug.toLowerCase(); name; name = name.replace(/-?[^-]+-[^-]+$/, "")) {
    const found =
      provisions.find((one) => one.slug === name) ??
      // A decision of two articles may carry the regulation that was meant.
      provisions.find((one) => one.slug.replace(/^kem-\d+-/, "") === name);
    if (found || !name.includes("-")) return found;
  }
  return undefined;
};

/** The address of what a reference names in a paper that is not open: as `withSlugs` makes it there, in most papers. */
export const slugOfPath = (path: { readonly [kind in ProvisionKind]?: string }): string => {
  const { article } = path;
  const kinds = (
    ["part", "annex", "chapter", "section", "subsection", "article", "clause", "point"] as const
  ).filter(
    (kind) => path[kind] !== undefined && (article === undefined || rankOf(kind) >= rankOf("article")),
  );
  return kinds.map((kind) => `${slugWords[kind]}-${path[kind]?.replace("đ", "dd")}`).join("-");
};

const provisionWords: Readonly<Record<ProvisionKind, string>> = {
  part: "Phần",
  annex: "Phụ lục",
  chapter: "Chương",
  section: "Mục",
  subsection: "Tiểu mục",
  article: "Điều",
  clause: "khoản",
  point: "điểm",
};

/** "điểm a khoản 2 Điều 5", as papers cite it: an article needs no chapter. */
export const provisionName = (provisions: readonly Provision[], one: Provision): string => {
  const chain = chainOf(provisions, one);
  const article = chain.findIndex(({ kind }) => kind === "article");
  const said = article >= 0 ? chain.slice(0, article + 1) : chain;
  return said.map(({ kind, written }) => `${provisionWords[kind]} ${written}`).join(" ");
};
