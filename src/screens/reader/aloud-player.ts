import type { Voice } from "../../device/voice/voice";
import { type Block, blockText } from "../../domain/reading-text";
import { sentencesOf, spokenOf } from "../../domain/spoken";
import { cellStarts } from "./cell-starts";
import { headLabels } from "./head-labels";

/** What is said in one breath, and where it stands in the words of its block. */
export interface Line {
  readonly from: number;
  readonly to: number;
  readonly say: string;
  /** The place in the block's words, for a place in `say`; undefined where the words are not said one by one. */
  readonly written?: (at: number) => number;
}

/** A table is said row by row, each cell after the name of its column. */
const rowLines = (block: Extract<Block, { readonly k: "t" }>): readonly Line[] => {
  const starts = cellStarts(block.rows);
  const labels = headLabels(block);
  return block.rows.slice(block.h ?? 0).flatMap((row, y): Line[] => {
    const places = starts[y + (block.h ?? 0)] ?? [];
    const cells = row.map((cell, x) => cell.trim() && [labels[x], cell.trim()].filter(Boolean).join(": "));
    const words = cells.filter(Boolean).join(". ");
    const from = places[0] ?? 0;
    const to = (places.at(-1) ?? 0) + (row.at(-1)?.length ?? 0);
    return words ? [{ from, to, say: spokenOf(words).text }] : [];
  });
};

export const linesOf = (block: Block): readonly Line[] => {
  if (block.k === "t") return rowLines(block);
  const text = blockText(block);
  return sentencesOf(text).map(({ from, to }) => {
    const spoken = spokenOf(text.slice(from, to));
    return { from, to, say: spoken.text, written: (at) => from + spoken.written(at) };
  });
};

export interface AloudState {
  readonly is: "playing" | "paused" | "failed" | "done";
  readonly block: number;
  /** What is being said, in the words of the block. */
  readonly from: number;
  readonly to: number;
}

interface AloudOptions {
  readonly voice: Voice;
  readonly blocks: readonly Block[];
  readonly hidden: ReadonlySet<number>;
  readonly onState: (state: AloudState) => void;
}

/**
 * Reads a text aloud, sentence by sentence. A pause lets the voice fall silent and remembers the sentence: what browsers
 * call a pause is the end on Android.
 */
export const createAloud = ({ voice, blocks, hidden, onState }: AloudOptions) => {
  let block = 0;
  let line = 0;
  let lines: readonly Line[] = [];
  let rate = 1;
  let playing = false;

  const tell = (is: AloudState["is"], word?: number) => {
    const here = lines[line];
    const text = word === undefined ? undefined : blockText(blocks[block] as Block).slice(word);
    const length = text === undefined ? 0 : (/^\S+/.exec(text)?.[0].length ?? 0);
    if (word !== undefined && length > 0) onState({ is, block, from: word, to: word + length });
    else onState({ is, block, from: here?.from ?? 0, to: here?.to ?? 0 });
  };
  const end = (is: "failed" | "done" | "paused") => {
    playing = false;
    voice.stop();
    tell(is);
  };
  const say = () => {
    const here = lines[line];
    if (!here) return;
    playing = true;
    tell("playing");
    voice.say(here.say, rate, {
      onWord: (at) => playing && here.written && tell("playing", here.written(at)),
      onEnd: () => {
        line += 1;
        if (line < lines.length) say();
        else if (enter(block + 1, 1)) say();
        else {
          line = Math.max(0, lines.length - 1);
          end("done");
        }
      },
      onFail: () => end("failed"),
    });
  };
  /** Goes to the first block with words, from here on in one direction. */
  const enter = (from: number, by: 1 | -1): boolean => {
    for (let at = from; at >= 0 && at < blocks.length; at += by) {
      const found = hidden.has(at) ? [] : linesOf(blocks[at] as Block);
      if (found.length === 0) continue;
      block = at;
      lines = found;
      line = 0;
      return true;
    }
    return false;
  };
  const move = (from: number, by: 1 | -1) => {
    const was = playing;
    if (!enter(from, by)) return;
    if (was) say();
    else tell("paused");
  };

  return {
    /** Begins at a place: with the sentence that holds it. */
    playFrom: (from: number, offset = 0) => {
      if (!enter(from, 1)) return end("done");
      if (block === from)
        line = Math.max(
          0,
          lines.findLastIndex((one) => one.from <= offset),
        );
      say();
    },
    goOn: () => say(),
    pause: () => end("paused"),
    next: () => move(block + 1, 1),
    /** To the beginning of the paragraph; from there to the one before. */
    previous: () => move(line > 0 ? block : block - 1, -1),
    setRate: (next: number) => {
      rate = next;
      if (playing) say();
    },
    stop: () => {
      playing = false;
      voice.stop();
    },
  };
};
