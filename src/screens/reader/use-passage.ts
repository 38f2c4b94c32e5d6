import { useEffect, useState } from "preact/hooks";
import type { Passage } from "../../domain/anchor";
import { passageOf } from "./selection";
import type { Surface } from "./surface";

/** How the passage was chosen: words by the browser's selection, or a whole paragraph by buttons. */
export interface Chosen {
  readonly passage: Passage;
  readonly by: "selection" | "block";
}

/** A press on a button takes the selection away a moment before it is heard. */
const grace = 350;

const wholeBlock = (lines: readonly string[], block: number): Passage => ({
  block,
  from: 0,
  endBlock: block,
  to: (lines[block] ?? "").length,
});

/** The passage one has chosen: what is selected in the text, or a paragraph that is stepped to. */
export const usePassage = (lines: readonly string[], hidden: ReadonlySet<number>, surface: Surface) => {
  const [chosen, setChosen] = useState<Chosen>();

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const selection = getSelection();
      const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
      const passage = range && passageOf(range, lines);
      if (passage) setChosen({ passage, by: "selection" });
      else if (!document.activeElement?.closest(".passage-bar, dialog"))
        setChosen((before) => (before?.by === "selection" ? undefined : before));
    };
    const changed = () => {
      clearTimeout(timer);
      timer = setTimeout(look, grace);
    };
    // Words may have been selected before this part was here.
    changed();
    document.addEventListener("selectionchange", changed);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", changed);
    };
  }, [lines]);

  useEffect(() => {
    if (chosen?.by !== "block") return surface.setLayer("picked", new Map());
    const { block } = chosen.passage;
    surface.setLayer("picked", new Map([[block, [{ kind: "picked", from: 0, to: 0 }]]]));
    // Under the bar at the top: what can be done with it takes the foot of the screen.
    surface.show({ block });
  }, [chosen]);

  const isText = (block: number) => !hidden.has(block) && (lines[block] ?? "").trim() !== "";
  const next = (from: number, by: 1 | -1): number | undefined => {
    for (let block = from; block >= 0 && block < lines.length; block += by) if (isText(block)) return block;
    return undefined;
  };
  const pick = (block: number | undefined) => {
    if (block === undefined) return;
    getSelection()?.removeAllRanges();
    setChosen({ passage: wholeBlock(lines, block), by: "block" });
  };
  return {
    chosen,
    /** The first paragraph at or after a block. */
    pick: (block: number) => pick(next(block, 1) ?? next(block, -1)),
    step: (by: 1 | -1) => chosen && pick(next(chosen.passage.block + by, by)),
    clear: () => {
      getSelection()?.removeAllRanges();
      setChosen(undefined);
    },
  };
};
