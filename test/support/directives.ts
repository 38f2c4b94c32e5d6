import { type DocumentKind, type Urgency, urgencies } from "../../src/domain/document-kind";
import { personnelWork } from "../../src/domain/personnel-work";
import { createSeededRandom } from "../../src/domain/random";
import type { Block, ReadingText } from "../../src/domain/reading-text";
import { syllable } from "./syllable";
import { actors, links, purposes, qualities, small, syllables, things, verbs, villages } from "./vocabulary";

/** A paper as a publisher would enter it, with its text. */
export interface GeneratedDirective {
  readonly kind: DocumentKind;
  readonly number: string;
  /** `YYYY-MM-DD`. */
  readonly issuedOn: string;
  readonly abstract: string;
  readonly issuer: string;
  readonly urgency: Urgency;
  /** `YYYY-MM-DD`: members are asked to confirm by then. */
  readonly acknowledgeBy?: string;
  readonly text: ReadingText;
  /** The text as it is stored and hashed. */
  readonly json: string;
}

const kinds: readonly (readonly [DocumentKind, string, string])[] = [
  ["nghi_quyet", "NQ", "NGHỊ QUYẾT"],
  ["quyet_dinh", "QĐ", "QUYẾT ĐỊNH"],
  ["quy_dinh", "QĐ", "QUY ĐỊNH"],
  ["ket_luan", "KL", "KẾT LUẬN"],
  ["huong_dan", "HD", "HƯỚNG DẪN"],
  ["thong_bao", "TB", "THÔNG BÁO"],
  ["bao_cao", "BC", "BÁO CÁO"],
  ["ke_hoach", "KH", "KẾ HOẠCH"],
  ["chuong_trinh", "CTr", "CHƯƠNG TRÌNH"],
  ["cong_van", "CV", "CÔNG VĂN"],
];
const roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

type Draw = { next(): number };

/** Each paper keeps to its own words, as a paper on one matter does. */
const createProse = (draw: Draw) => {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(draw.next() * from.length)] as T;
  const some = <T>(from: readonly T[], count: number) => Array.from({ length: count }, () => pick(from));
  const number = (low: number, high: number) => low + Math.floor(draw.next() * (high - low + 1));
  const two = (n: number) => String(n).padStart(2, "0");
  const part = () => (draw.next() < 0.5 ? pick(syllables) : syllable(draw.next));
  const nouns = [...some(things, 40), ...Array.from({ length: 300 }, () => `${part()} ${part()}`)];
  const acts = [...some(verbs, 30), ...Array.from({ length: 150 }, () => `${part()} ${part()}`)];
  const thing = () => {
    const shape = draw.next();
    if (shape < 0.4) return pick(nouns);
    if (shape < 0.6) return `${pick(nouns)} ${pick(small)} ${pick(nouns)}`;
    if (shape < 0.8) return `${pick(nouns)}, ${pick(nouns)}`;
    return `${number(2, 9600)} ${pick(nouns)} ${pick(qualities)}`;
  };
  const act = () => {
    const shape = draw.next();
    if (shape < 0.35) return `${pick(acts)} ${thing()}`;
    if (shape < 0.65) return `${pick(acts)}, ${pick(acts)} ${thing()} ${pick(qualities)}`;
    return `${pick(acts)} ${thing()} ${pick(small)} ${pick(acts)} ${thing()}`;
  };
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  const sentence = (): string => {
    const shape = draw.next();
    if (shape < 0.2) return `${capital(pick(actors))} ${act()}, ${act()} ${pick(purposes)}.`;
    if (shape < 0.35) return `${capital(pick(links))}, ${pick(actors)} ${act()}; ${act()}.`;
    if (shape < 0.5) return `${capital(act())}, ${pick(qualities)}, ${pick(purposes)}.`;
    if (shape < 0.6)
      return `Xóm ${pick(villages)} ${pick(acts)} ${thing()} trước ngày ${two(number(1, 28))}/${number(1, 12)}; xóm ${pick(villages)} ${act()}.`;
    if (shape < 0.7)
      return `Đến nay có ${number(12, 990)} hộ ${pick(small)} ${number(2, 64)} chi bộ ${act()}, đạt ${number(31, 99)},${number(1, 9)}%.`;
    if (shape < 0.85)
      return `${capital(pick(actors))}, ${pick(actors)} ${pick(small)} ${act()} ${pick(qualities)}.`;
    return `Giao ${pick(actors)} chủ trì, ${pick(actors)} phối hợp ${act()} ${pick(purposes)}.`;
  };
  const sentences = (count: number) => Array.from({ length: count }, sentence).join(" ");
  return { pick, number, two, thing, act, capital, sentence, sentences };
};

const head = (
  kind: readonly [DocumentKind, string, string],
  number: string,
  issuedOn: string,
  abstract: string,
): Block[] => {
  const [year, month, day] = issuedOn.split("-");
  const centred = (t: string): Block => ({ k: "p", a: "c", r: [{ t, b: 1 }] });
  return [
    centred("ĐẢNG CỘNG SẢN VIỆT NAM"),
    { k: "p", a: "c", r: ["ĐẢNG BỘ TỈNH PHÚ THỌ"] },
    centred("ĐẢNG ỦY XÃ LẠC SƠN"),
    { k: "p", a: "c", r: [`Số ${number}`] },
    { k: "p", a: "r", r: [{ t: `Lạc Sơn, ngày ${day} tháng ${month} năm ${year}`, i: 1 }] },
    { k: "h", l: 1, t: kind[2] },
    centred(abstract),
  ];
};

/**
 * Papers like real ones in length, layout and what a compressor makes of them (about a third), all different.
 * `bytesEach` is the size of the text's JSON in UTF-8, met within one paragraph.
 */
export const generateDirectives = (count: number, bytesEach: number, seed = 1): GeneratedDirective[] => {
  const draw = createSeededRandom(seed);
  const serials = new Map<string, number>();
  const firstDay = Date.UTC(2026, 0, 5);
  return Array.from({ length: count }, (_, i) => {
    const prose = createProse(draw);
    const kind = prose.pick(kinds);
    const serial = (serials.get(kind[1]) ?? 0) + 1;
    serials.set(kind[1], serial);
    const number = `${prose.two(serial)}-${kind[1]}/ĐU`;
    const day = firstDay + Math.floor((i / Math.max(1, count)) * 320) * 24 * 60 * 60 * 1000;
    const issuedOn = new Date(day).toISOString().slice(0, 10);
    let abstract: string;
    // Chance can bring together the words of a paper that is refused at the door.
    do abstract = `về việc ${prose.act()} ${prose.pick(purposes)}`;
    while (personnelWork({ kind: kind[0], abstract }));
    const blocks = head(kind, number, issuedOn, abstract);
    fill(blocks, bytesEach, prose);
    const text: ReadingText = { v: 1, blocks };
    const urgency = draw.next() < 0.9 ? "normal" : prose.pick(urgencies);
    return {
      kind: kind[0],
      number,
      issuedOn,
      abstract,
      issuer: "Đảng ủy xã Lạc Sơn",
      urgency,
      text,
      json: JSON.stringify(text),
    };
  });
};

const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value)) + 1;

const fill = (blocks: Block[], target: number, prose: ReturnType<typeof createProse>) => {
  let size = bytesOf(blocks) + 20;
  let section = 0;
  let item = 0;
  const add = (one: Block) => {
    size += bytesOf(one);
    blocks.push(one);
  };
  while (size < target - 120) {
    if (item % 9 === 0) {
      add({ k: "h", l: 2, t: `${roman[section % roman.length]}. ${prose.capital(prose.act())}` });
      section += 1;
    }
    item += 1;
    const shape = prose.number(1, 20);
    const room = target - size;
    if (shape <= 8)
      add({ k: "l", m: `${item}.`, r: [prose.sentences(room > 1200 ? prose.number(1, 3) : 1)] });
    else if (shape <= 11) add({ k: "l", m: "-", r: [prose.sentence()] });
    else if (shape <= 12 && room > 2500) add(table(prose));
    else add({ k: "p", r: [prose.sentences(room > 2000 ? prose.number(2, 5) : 1)] });
  }
};

const table = (prose: ReturnType<typeof createProse>): Block => ({
  k: "t",
  h: 1,
  rows: [
    ["TT", "Nội dung", "Chủ trì", "Thời hạn"],
    ...Array.from({ length: prose.number(3, 8) }, (_, i) => [
      String(i + 1),
      prose.capital(prose.act()),
      prose.capital(prose.pick(actors)),
      `${prose.two(prose.number(1, 28))}/${prose.two(prose.number(1, 12))}/2026`,
    ]),
  ],
});
