/* Syllables to postings. */

/** Stands between an abstract and its text: no syllable, so that no phrase is found across. */
const gap: i32 = -1;

export function writeGap(into: u32): u32 {
  store<i32>(into, gap);
  return into + 4;
}

/**
 * From papers with their terms to terms with their papers, by a counting sort: the places of each term in the stream,
 * and by which of its spellings it stands there. `ends` holds one more number than there are terms; the places of a
 * term lie between its own and the next.
 */
export function sortByTerm(
  syllables: u32,
  count: u32,
  termOf: u32,
  spellingOf: u32,
  ends: u32,
  terms: u32,
  filled: u32,
  places: u32,
  spelled: u32,
): void {
  memory.fill(ends, 0, (terms + 1) * 4);
  for (let i: u32 = 0; i < count; i += 1) {
    const one = load<i32>(syllables + i * 4);
    if (one === gap) continue;
    const end = ends + (load<u32>(termOf + one * 4) + 1) * 4;
    store<u32>(end, load<u32>(end) + 1);
  }
  for (let i: u32 = 1; i <= terms; i += 1) {
    const end = ends + i * 4;
    store<u32>(end, load<u32>(end) + load<u32>(end - 4));
  }
  memory.copy(filled, ends, terms * 4);
  for (let i: u32 = 0; i < count; i += 1) {
    const one = load<i32>(syllables + i * 4);
    if (one === gap) continue;
    const next = filled + load<u32>(termOf + one * 4) * 4;
    const at = load<u32>(next);
    store<u32>(places + at * 4, i);
    store<u8>(spelled + at, load<u8>(spellingOf + one));
    store<u32>(next, at + 1);
  }
}

/** A varint of seven bits a byte, the lowest first. Returns where it ends. */
function varint(at: u32, value: u32): u32 {
  let rest = value;
  let end = at;
  while (rest > 0x7f) {
    store<u8>(end, (rest & 0x7f) | 0x80);
    end += 1;
    rest >>= 7;
  }
  store<u8>(end, rest);
  return end + 1;
}

/** The longest head of a term's postings but for its places' spellings; the most that a paper and a place of it take. */
const headRoom: u32 = 100;
const paperRoom: u32 = 15;
const placeRoom: u32 = 5;

/** Bytes that the postings of so many terms with so many places may touch. */
export function roomForTerms(terms: u32, places: u32): u32 {
  return terms * headRoom + places * (1 + paperRoom + placeRoom);
}

/**
 * Writes the postings of one term (`postings.ts` has their form) at `out` and returns where they end. Its places lie from
 * number `from` to before `to` of `places`, in ascending order; `starts` says where each paper begins, and where the last
 * ends. `marks` are those of the term's `known` spellings, by number.
 */
export function writeTerm(
  places: u32,
  spelled: u32,
  from: u32,
  to: u32,
  starts: u32,
  marks: u32,
  known: u32,
  out: u32,
): u32 {
  const count = to - from;
  // How many papers there are is known when all are written: they wait beyond the longest head.
  const papersFrom = out + headRoom + count;
  const placesFrom = papersFrom + paperRoom * count;
  let papersAt = papersFrom;
  let placesAt = placesFrom;
  let papers: u32 = 0;
  let paper: u32 = 0;
  let last: u32 = 0;
  let i = from;
  while (i < to) {
    let position = load<u32>(places + i * 4);
    while (position >= load<u32>(starts + (paper + 1) * 4)) paper += 1;
    const until = load<u32>(starts + (paper + 1) * 4);
    const began = placesAt;
    const first = i;
    let before = load<u32>(starts + paper * 4);
    do {
      placesAt = varint(placesAt, position - before);
      before = position;
      i += 1;
      if (i === to) break;
      position = load<u32>(places + i * 4);
    } while (position < until);
    const here = i - first;
    const more = placesAt - began - here;
    papersAt = varint(papersAt, paper - last);
    papersAt = varint(papersAt, here * 2 + (more > 0 ? 1 : 0));
    if (more > 0) papersAt = varint(papersAt, more);
    last = paper;
    papers += 1;
  }
  let at = varint(out, papers);
  at = varint(at, count);
  at = writeSpellings(spelled, from, to, marks, known, at);
  memory.copy(at, papersFrom, papersAt - papersFrom);
  at += papersAt - papersFrom;
  memory.copy(at, placesFrom, placesAt - placesFrom);
  return at + (placesAt - placesFrom);
}

/**
 * Writes the postings of many terms, one after the other. `order` holds their numbers as they are to be written; the places
 * of a term lie between its own and the next of `ends`. `known` says of each term how many spellings it has, `marks` has
 * `mostSpellings` words for each. Where each term's postings end, counted from `out`, is written at `offsets`.
 */
export function writeTerms(
  order: u32,
  count: u32,
  ends: u32,
  places: u32,
  spelled: u32,
  starts: u32,
  known: u32,
  marks: u32,
  mostSpellings: u32,
  offsets: u32,
  out: u32,
): u32 {
  let at = out;
  for (let i: u32 = 0; i < count; i += 1) {
    const term = load<u32>(order + i * 4);
    const from = load<u32>(ends + term * 4);
    const to = load<u32>(ends + term * 4, 4);
    const own = marks + term * mostSpellings * 4;
    at = writeTerm(places, spelled, from, to, starts, own, load<u8>(known + term), at);
    store<u32>(offsets + i * 4, at - out);
  }
  return at;
}

/** Most terms are spelled in one way within a batch: then none of their places need say how. */
function writeSpellings(spelled: u32, from: u32, to: u32, marks: u32, known: u32, out: u32): u32 {
  const first: u32 = load<u8>(spelled + from);
  let i = from + 1;
  while (i < to && load<u8>(spelled + i) === first) i += 1;
  if (i === to) {
    if (first >= known) return varint(out, 0);
    return varint(varint(out, 1), load<u32>(marks + first * 4));
  }
  let at = varint(out, known);
  for (let one: u32 = 0; one < known; one += 1) at = varint(at, load<u32>(marks + one * 4));
  for (let one = from; one < to; one += 2) {
    const other: u32 = one + 1 < to ? load<u8>(spelled + one + 1) : 0;
    store<u8>(at, <u8>(load<u8>(spelled + one) | (other << 4)));
    at += 1;
  }
  return at;
}
