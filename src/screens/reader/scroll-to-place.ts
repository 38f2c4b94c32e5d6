import type { Place, ShowOptions } from "./surface";

/** Under the bar at the top. */
const topLine = 76;
/** What is drawn later may still move it: looked at again for so many frames, unless the person scrolls. */
const frames = 5;

/** The element of a place: of a paragraph in slices, or a table, the one that holds the offset. */
export const elementOf = (article: Element, { block, offset = 0 }: Place): HTMLElement | undefined => {
  const parts = [...article.querySelectorAll<HTMLElement>(`[data-block="${block}"]`)];
  const inside = (part: HTMLElement) => [
    ...(part.dataset.from === undefined ? [] : [part]),
    ...part.querySelectorAll<HTMLElement>("[data-from]"),
  ];
  if (offset === 0) return parts[0];
  const held = parts.flatMap(inside).filter((part) => Number(part.dataset.from) <= offset);
  const last = held.at(-1);
  // Within one paragraph its beginning is shown; a cell far down in a table is shown itself.
  return last?.closest("td, th, dd") ?? last?.closest<HTMLElement>("[data-block]") ?? parts[0];
};

const topOf = (element: HTMLElement, into: number): number => {
  const { top, height } = element.getBoundingClientRect();
  return top + into * height;
};

/** Scrolls to a place that is drawn, and stays with it while what lies around it is laid out. */
export const scrollToPlace = (article: HTMLElement, place: Place, { centre, focus }: ShowOptions): void => {
  const found = () =>
    (centre ? article.querySelector<HTMLElement>(`[data-block="${place.block}"] .here`) : undefined) ??
    elementOf(article, place);
  const move = (): boolean => {
    const element = found();
    if (!element) return false;
    if (centre) element.scrollIntoView?.({ block: "center", inline: "nearest" });
    else scrollBy(0, topOf(element, place.into ?? 0) - topLine);
    return true;
  };
  if (!move()) return;
  const element = found();
  if (focus && element) {
    element.tabIndex = -1;
    // After the page's own focus on its title.
    setTimeout(() => element.focus({ preventScroll: true }), 50);
  }
  let left = frames;
  const stop = () => {
    left = 0;
  };
  const events = ["wheel", "touchstart", "keydown"] as const;
  for (const name of events) addEventListener(name, stop, { once: true, passive: true });
  const look = () => {
    if (left <= 0 || !article.isConnected) {
      for (const name of events) removeEventListener(name, stop);
      return;
    }
    left -= 1;
    const here = found();
    if (here && !centre) {
      const off = topOf(here, place.into ?? 0) - topLine;
      if (Math.abs(off) > 2) scrollBy(0, off);
    } else move();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};
