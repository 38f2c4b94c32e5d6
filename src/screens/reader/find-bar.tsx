import { useEffect, useMemo, useState } from "preact/hooks";
import { blockText, type ReadingText } from "../../domain/reading-text";
import { t } from "../../i18n/reader";
import { IconButton } from "../../ui/button";
import { SearchField } from "../../ui/search-field";
import { findBlocks } from "./find-blocks";

interface FindBarProps {
  readonly text: ReadingText;
  /** The block to show, so that a long text is drawn up to it. */
  readonly onShow: (block: number) => void;
}

/** Finds words inside one paper, with or without diacritics, and steps from place to place. */
export const FindBar = ({ text, onShow }: FindBarProps) => {
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const blocks = useMemo(() => text.blocks.map(blockText), [text]);
  const found = useMemo(() => findBlocks(blocks, words), [blocks, words]);
  const block = found[at];

  useEffect(() => {
    if (block === undefined) return;
    onShow(block);
    // The text is drawn up to the block by the next turn.
    let element: Element | null = null;
    const timer = setTimeout(() => {
      element = document.querySelector(`[data-block="${block}"]`);
      element?.classList.add("found");
      element?.scrollIntoView({ block: "center" });
    });
    return () => {
      clearTimeout(timer);
      element?.classList.remove("found");
    };
  }, [block]);

  const step = (by: number) => setAt((at + by + found.length) % found.length);
  const state = found.length ? t("found", { at: at + 1, of: found.length }) : t("foundNone");
  return (
    <div class="find-bar">
      <SearchField
        focus
        label={t("findLabel")}
        clearLabel={t("find")}
        value={words}
        onInput={(value) => {
          setWords(value);
          setAt(0);
        }}
      />
      <output>{words.trim().length > 1 ? state : ""}</output>
      <IconButton icon="up" label={t("findPrevious")} disabled={!found.length} onPress={() => step(-1)} />
      <IconButton icon="down" label={t("findNext")} disabled={!found.length} onPress={() => step(1)} />
    </div>
  );
};
