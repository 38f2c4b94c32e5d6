/* Letters to the numbers of syllables. */

/** Makes the run of letters in these bytes known; writes its numbers at `stream` and returns where they end. */
declare function meet(start: u32, end: u32, stream: u32): u32;

/** Kinds of letters, as `unitKinds` has them. The page looks at those that are apart. */
const apart: u32 = 0;
const inside: u32 = 1;
const between: u32 = 2;

/** Two FNV-1a hashes with primes of their own: their 64 bits stand for a run of letters. */
const basis: u32 = 0x811c9dc5;
const firstPrime: u32 = 0x01000193;
const secondPrime: u32 = 0x85ebca6b;

/** Both hashes, and one more than the number; the fourth is left free, so that a slot lies in one line of the cache. */
const slotBytes: u32 = 16;

let kinds: u32 = 0;
/** So many letters have their kind in the table; all beyond are apart. */
let kindCount: u32 = 0;
let slots: u32 = 0;
let slotMask: u32 = 0;
let slotsLeft: u32 = 0;

/** Where the next number goes. */
let stream: u32 = 0;

export function streamEnd(): u32 {
  return stream;
}

/** The run under way: where it began, its hashes, and whether it holds a letter that the table does not know. */
let runStart: u32 = 0;
let runFirst: u32 = basis;
let runSecond: u32 = basis;
let runRare: bool = false;

/**
 * Knows no run yet. The room for runs is a power of two, and empty; a look-up touches one place of it as long as half is
 * free, so no more are remembered.
 */
export function begin(kindTable: u32, kindTableEnd: u32, room: u32): void {
  kinds = kindTable;
  kindCount = kindTableEnd - kindTable;
  slots = kindTableEnd;
  slotMask = room / slotBytes - 1;
  slotsLeft = room / slotBytes / 2;
}

/** True where no more runs are remembered. */
export function isFull(): bool {
  return slotsLeft === 0;
}

/** The low bits choose the slot: stir the high ones in. */
function slotOf(hash: u32): u32 {
  return hash ^ (hash >> 15);
}

/**
 * Among a hundred thousand runs two have the same 64 bits once in billions of phones, and then a search finds one paper
 * too many.
 */
export function finishRun(end: u32): void {
  if (end > runStart) {
    const first = runFirst;
    const second = runSecond;
    let at = slotOf(first) & slotMask;
    let slot = slots + at * slotBytes;
    let value: u32 = 0;
    if (!runRare) {
      value = load<u32>(slot, 8);
      while (value !== 0 && (load<u32>(slot) !== first || load<u32>(slot, 4) !== second)) {
        at = (at + 1) & slotMask;
        slot = slots + at * slotBytes;
        value = load<u32>(slot, 8);
      }
    }
    if (value !== 0) {
      store<u32>(stream, value - 1);
      stream += 4;
    } else {
      const until = meet(runStart, end, stream);
      // Nothing is left of a run of invisible characters: that is not worth knowing.
      if (!runRare && until > stream && slotsLeft > 0) {
        slotsLeft -= 1;
        store<u32>(slot, first);
        store<u32>(slot, second, 4);
        store<u32>(slot, load<u32>(stream) + 1, 8);
      }
      stream = until;
    }
  }
  runFirst = basis;
  runSecond = basis;
  runRare = false;
}

/** Where the run under way began. */
export function beginOfRun(): u32 {
  return runStart;
}

/** The run under way, or the next one, begins here. */
export function setBeginOfRun(at: u32): void {
  runStart = at;
}

export const quote: u32 = 0x22;
export const backslash: u32 = 0x5c;
/** No place in the memory of a text. */
export const failed: u32 = 0;

/** Reads letters up to `end`, or in JSON up to the quote that ends a string: returns its place. The run goes on beyond. */
export function readLetters(from: u32, end: u32, quoted: bool): u32 {
  let first = runFirst;
  let second = runSecond;
  let rare = runRare;
  let at = from;
  while (at < end) {
    const byte: u32 = load<u8>(at);
    let code = byte;
    let next = at + 1;
    if (byte > 0x7f) {
      // Bytes that are no UTF-8 come out as some letter: the page, which decodes them, has the last word on rare ones.
      const second: u32 = load<u8>(at, 1) & 0x3f;
      if (byte < 0xe0) {
        code = ((byte & 0x1f) << 6) | second;
        next = at + 2;
      } else if (byte < 0xf0) {
        code = ((byte & 0xf) << 12) | (second << 6) | (load<u8>(at, 2) & 0x3f);
        next = at + 3;
      } else {
        code = kindCount;
        next = at + 4;
      }
    } else if (quoted) {
      if (byte === quote) break;
      if (byte === backslash) {
        // A letter by its number is as rare as it is long to read: see `readReading`.
        if (load<u8>(at, 1) === 0x75) return failed;
        // All others stand for what is between syllables.
        code = 0x20;
        next = at + 2;
      }
    }
    const kind: u32 = code < kindCount ? load<u8>(kinds + code) : apart;
    if (kind === inside) {
      first = (first ^ code) * firstPrime;
      second = (second ^ code) * secondPrime;
    } else if (kind === between) {
      if (at > runStart) {
        runFirst = first;
        runSecond = second;
        runRare = rare;
        finishRun(at);
        first = basis;
        second = basis;
        rare = false;
      }
      runStart = next;
    } else rare = true;
    at = next;
  }
  runFirst = first;
  runSecond = second;
  runRare = rare;
  return at;
}

/** Syllables of a plain text. Returns where their numbers end. */
export function readPlain(from: u32, end: u32, into: u32): u32 {
  startAfresh(from, into);
  readLetters(from, end, false);
  finishRun(end);
  return stream;
}

/** Nothing is under way; numbers go to `into`. */
export function startAfresh(at: u32, into: u32): void {
  stream = into;
  runStart = at;
  runFirst = basis;
  runSecond = basis;
  runRare = false;
}
