import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/reader";
import { IconButton } from "../../ui/button";
import { SearchField } from "../../ui/search-field";
import "./find-bar.css";
import { createFinder, type Found } from "./find-words";
import type { Span } from "./spans";
import type { Surface } from "./surface";

interface FindBarProps {
  readonly lines: readonly string[];
  readonly hidden: ReadonlySet<number>;
  readonly surface: Surface;
  readonly onClose: () => void;
}

/** What was found lies over the text; the one stepped to stands out. */
const layerOf = (found: readonly Found[], at: number): ReadonlyMap<number, readonly Span[]> => {
  const layer = new Map<number, Span[]>();
  for (const [i, { block, from, to }] of found.entries()) {
    const spans = layer.get(block) ?? [];
    spans.push({ kind: "found", from, to, here: i === at });
    layer.set(block, spans);
  }
  return layer;
};

/** Finds words inside one paper, with or without diacritics, marks them all and steps from place to place. */
export const FindBar = ({ lines, hidden, surface, onClose }: FindBarProps) => {
  const [words, setWords] = useState("");
  const [{ found, of }, setFound] = useState<{ readonly found: readonly Found[]; readonly of: string }>({
    found: [],
    of: "",
  });
  const [at, setAt] = useState(0);
  const finder = useMemo(() => createFinder(lines, hidden), [lines]);
  const asked = useRef(0);

  useEffect(() => {
    asked.current += 1;
    const mine = asked.current;
    void finder
      .find(words, () => mine !== asked.current)
      .then((found) => {
        if (!found) return;
        setFound({ found, of: words.trim() });
        setAt(0);
      });
  }, [finder, words]);

  useEffect(() => {
    surface.setLayer("found", layerOf(found, at));
    const here = found[at];
    if (here) surface.show({ block: here.block, offset: here.from }, { centre: true });
  }, [found, at]);
  useEffect(() => () => surface.setLayer("found", new Map()), []);

  const step = (by: number) => found.length && setAt((at + by + found.length) % found.length);
  /** Before the field itself hears of it. */
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
    else if (event.key === "Enter" || event.key === "F3") {
      step(event.shiftKey ? -1 : 1);
      // On a phone the key also puts the keyboard away, so that one sees what was found.
      if (event.key === "Enter" && matchMedia("(pointer: coarse)").matches) return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const state = found.length ? t("found", { at: at + 1, of: found.length }) : t("foundNone");
  return (
    <div class="find-bar" onKeyDownCapture={press}>
      <SearchField focus label={t("findLabel")} clearLabel={t("find")} value={words} onInput={setWords} />
      <output>{of.length > 1 ? state : ""}</output>
      <IconButton icon="up" label={t("findPrevious")} disabled={!found.length} onPress={() => step(-1)} />
      <IconButton icon="down" label={t("findNext")} disabled={!found.length} onPress={() => step(1)} />
      <IconButton icon="close" label={core("close")} onPress={onClose} />
    </div>
  );
};
