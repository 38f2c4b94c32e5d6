import { plain } from "./plain";

/** Numbers of the blocks that hold these words one after the other. One letter finds nothing. */
export const findBlocks = (blocks: readonly string[], words: string): readonly number[] => {
  const sought = plain(words.trim());
  if (sought.length < 2) return [];
  return blocks.flatMap((text, at) => (plain(text).includes(sought) ? [at] : []));
};
