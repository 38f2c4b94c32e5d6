import { useEffect } from "preact/hooks";
import type { Place } from "./surface";

/** Where each paper was left, by block, so that it holds at any text size. Kept for the last papers read. */
const kept = 60;
const key = "reading-places";

type Kept = readonly [id: string, block: number, into?: number];

const readPlaces = (): readonly Kept[] => {
  try {
    const places: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(places) ? places.filter((one) => typeof one?.[1] === "number") : [];
  } catch {
    return [];
  }
};

export const placeIn = (id: string): Place => {
  const [, block = 0, into] = readPlaces().find(([one]) => one === id) ?? [];
  return { block, ...(typeof into === "number" && { into }) };
};

export const keepPlace = (id: string, { block, into }: Place): void => {
  const others = readPlaces().filter(([one]) => one !== id);
  const own: Kept = into ? [id, block, Math.round(into * 1000) / 1000] : [id, block];
  try {
    localStorage.setItem(key, JSON.stringify([own, ...others].slice(0, kept)));
  } catch {
    // Full or forbidden: the paper opens at its beginning next time.
  }
};

/** What is read: the first block under the bar at the top, and how far into it. */
export const placeInSight = (): Place => {
  const article = document.querySelector(".reading")?.getBoundingClientRect();
  if (!article || scrollY < 100) return { block: 0 };
  for (const y of [90, 130, 180]) {
    const found = document
      .elementFromPoint?.(article.left + article.width / 2, y)
      ?.closest<HTMLElement>("[data-block]");
    if (!found) continue;
    const { top, height } = found.getBoundingClientRect();
    const into = height > 0 ? Math.min(1, Math.max(0, (76 - top) / height)) : 0;
    return { block: Number(found.dataset.block), ...(into > 0.02 && { into }) };
  }
  return { block: 0 };
};

/** Remembers where a paper is left, while one reads and when the page goes. */
export const useReadingPlace = (id: string, ready: boolean): void => {
  useEffect(() => {
    if (!ready) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => keepPlace(id, placeInSight());
    const remember = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, 300);
    };
    addEventListener("scroll", remember, { passive: true });
    addEventListener("pagehide", keep);
    return () => {
      clearTimeout(timer);
      removeEventListener("scroll", remember);
      removeEventListener("pagehide", keep);
    };
  }, [ready]);
};
