/* A reading text without parsing it. */

import {
  backslash,
  beginOfRun,
  failed,
  finishRun,
  quote,
  readLetters,
  setBeginOfRun,
  startAfresh,
  streamEnd,
} from "./letters";

/** Deeper than any reading text. */
const deepest: u32 = 16;
/** Of each open bracket: the key it stands under, and the key under way in it. */
const openKeys: u32 = <u32>memory.data(16);
const ownKeys: u32 = <u32>memory.data(16);

const keyOfRows: u32 = 0x52;
const keyOfBlocks: u32 = 0x42;

/**
 * Syllables of a reading text as it travels, JSON in UTF-8, in the order and with the breaks that `plainText` gives them.
 * Returns where their numbers end, or 0 where the text is written in a way that our own publishing does not write: then
 * the page parses it. Runs of a paragraph are one text: a syllable may begin in bold and end without.
 */
export function readReading(from: u32, end: u32, into: u32): u32 {
  startAfresh(from, into);
  let depth: u32 = 0;
  /** A bit for each open bracket: that of an object. */
  let objects: u32 = 0;
  /** A key comes next. */
  let naming = false;
  /** Letters of a run that goes on in the next string. */
  let carried: u32 = 0;
  let at = from;
  while (at < end) {
    const byte: u32 = load<u8>(at);
    if (byte === quote) {
      at += 1;
      if (depth === 0) return failed;
      if (naming) {
        const start = at;
        while (at < end && load<u8>(at) !== quote) at += 1;
        const key = keyIn(start, at - start);
        if (key === 0) return failed;
        store<u8>(ownKeys + depth, <u8>key);
        naming = false;
        at += 1;
        continue;
      }
      const own: u32 = load<u8>(ownKeys + depth);
      if (own === 0x6b || own === 0x61) {
        // The kind of a block and how it is set are no words.
        while (at < end && load<u8>(at) !== quote) {
          if (load<u8>(at) === backslash) return failed;
          at += 1;
        }
        at += 1;
        continue;
      }
      const inRun = own === 0x72 || (own === 0x74 && load<u8>(openKeys + depth) === 0x72);
      if (!inRun && own !== 0x74 && own !== 0x6d && own !== keyOfRows) return failed;
      if (carried > 0) {
        // What was read of the run moves up to where it goes on.
        memory.copy(at - carried, beginOfRun(), carried);
      }
      setBeginOfRun(at - carried);
      at = readLetters(at, end, true);
      if (at === failed) return failed;
      if (inRun) carried = at - beginOfRun();
      else finishRun(at);
      at += 1;
      continue;
    }
    if (byte === 0x7b || byte === 0x5b) {
      // An array hands its key on, so that cells know that they are of rows; an object begins without one.
      const key: u32 = depth === 0 ? 0 : load<u8>(ownKeys + depth);
      depth += 1;
      if (depth === deepest) return failed;
      store<u8>(openKeys + depth, <u8>key);
      naming = byte === 0x7b;
      objects = naming ? objects | (1 << depth) : objects & ~(1 << depth);
      store<u8>(ownKeys + depth, naming ? 0 : <u8>key);
    } else if (byte === 0x7d || byte === 0x5d) {
      if (depth === 0) return failed;
      if (byte === 0x5d && load<u8>(openKeys + depth) === 0x72 && carried > 0) {
        finishRun(beginOfRun() + carried);
        carried = 0;
      }
      depth -= 1;
      naming = false;
    } else if (byte === 0x2c) naming = (objects & (1 << depth)) !== 0;
    at += 1;
  }
  return depth === 0 ? streamEnd() : failed;
}

/** One byte for each key of a reading text; 0 for any other. */
function keyIn(start: u32, length: u32): u32 {
  if (length === 1) {
    const key: u32 = load<u8>(start);
    // k, t, l, r, m, b, i, a, v, h
    if (key === 0x6b || key === 0x74 || key === 0x6c || key === 0x72 || key === 0x6d) return key;
    return key === 0x62 || key === 0x69 || key === 0x61 || key === 0x76 || key === 0x68 ? key : 0;
  }
  if (length === 4 && load<u32>(start) === 0x73776f72) return keyOfRows;
  return length === 6 && load<u32>(start) === 0x636f6c62 && load<u16>(start, 4) === 0x736b ? keyOfBlocks : 0;
}
