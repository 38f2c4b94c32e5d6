import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Block } from "../../domain/reading-text";
import { estimatedHeight, type Section } from "./sections";

/** What lies within so many screens is drawn. */
const margin = "150% 0px";
/** Drawn together with a place that is asked for. */
const around = 1;

/** What holds the keyboard or a selection must not be taken away under it. */
const isHeld = (element: Element): boolean => {
  const selection = getSelection();
  return (
    element.contains(document.activeElement) ||
    (selection !== null && !selection.isCollapsed && element.contains(selection.anchorNode))
  );
};

const measure = (article: HTMLElement) => {
  const style = getComputedStyle(article);
  const size = Number.parseFloat(style.fontSize) || 20;
  const width = article.clientWidth - 48;
  return { letters: Math.max(8, width / (size * 0.47)), line: size * 1.62 };
};

/** Which sections of a very long text are drawn: those near the screen. The others keep the height they had, or about that. */
export const useNear = (
  article: { readonly current: HTMLElement | null },
  sections: readonly Section[],
  blocks: readonly Block[],
  long: boolean,
  begin: number,
) => {
  const near = useRef(new Set([begin, begin + 1]));
  const heights = useRef(new Map<number, number>());
  const [, again] = useState(0);
  const before = useRef(new Map<number, number>());
  const metrics = useRef<ReturnType<typeof measure> | undefined>(undefined);

  useLayoutEffect(() => {
    const element = article.current;
    // Without observers (very old phones) it grows as others do.
    if (!long || !element || typeof IntersectionObserver === "undefined") return;
    again((n) => n + 1);
    const observer = new IntersectionObserver(
      (seen) => {
        let changed = false;
        for (const { target, isIntersecting } of seen) {
          const i = Number((target as HTMLElement).dataset.section);
          if (isIntersecting === near.current.has(i) || (!isIntersecting && isHeld(target))) continue;
          if (!isIntersecting) heights.current.set(i, (target as HTMLElement).offsetHeight);
          before.current.set(i, (target as HTMLElement).offsetHeight);
          near.current[isIntersecting ? "add" : "delete"](i);
          changed = true;
        }
        if (changed) again((n) => n + 1);
      },
      { rootMargin: margin },
    );
    for (const section of element.children) observer.observe(section);
    return () => observer.disconnect();
  }, [sections, long]);

  // Where the browser does not hold what one reads in its place, it is done here: what grew above moves the page along.
  useLayoutEffect(() => {
    const changed = [...before.current];
    before.current.clear();
    if (!long || changed.length === 0 || CSS.supports?.("overflow-anchor", "auto")) return;
    let grown = 0;
    for (const [i, height] of changed) {
      const element = article.current?.children[i] as HTMLElement | undefined;
      if (element && element.getBoundingClientRect().top < 0) grown += element.offsetHeight - height;
    }
    if (grown !== 0) scrollBy(0, grown);
  });

  return {
    has: (i: number) => near.current.has(i),
    height: (i: number): number => {
      const known = heights.current.get(i);
      if (known !== undefined || !article.current) return known ?? 1000;
      metrics.current ??= measure(article.current);
      const { letters, line } = metrics.current;
      return Math.round(estimatedHeight(sections[i] ?? [], blocks, letters, line));
    },
    keep: (section: number) => {
      for (let i = section - around; i <= section + around; i += 1) near.current.add(i);
    },
  };
};
