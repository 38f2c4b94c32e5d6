import { useEffect, useLayoutEffect } from "preact/hooks";

/** Where each paper was left, by block, so that it holds at any text size. Kept for the last papers read. */
const kept = 60;
const key = "reading-places";

const readPlaces = (): readonly (readonly [id: string, block: number])[] => {
  try {
    const places: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(places) ? places.filter((one) => typeof one?.[1] === "number") : [];
  } catch {
    return [];
  }
};

export const placeIn = (id: string): number => readPlaces().find(([one]) => one === id)?.[1] ?? 0;

export const keepPlace = (id: string, block: number): void => {
  const others = readPlaces().filter(([one]) => one !== id);
  try {
    localStorage.setItem(key, JSON.stringify([[id, block], ...others].slice(0, kept)));
  } catch {
    // Full or forbidden: the paper opens at its beginning next time.
  }
};

/** The first block under the bar at the top. */
const blockInSight = (): number => {
  for (const y of [90, 130, 180]) {
    const block = document.elementFromPoint(innerWidth / 2, y)?.closest<HTMLElement>("[data-block]");
    if (block) return Number(block.dataset.block);
  }
  return 0;
};

/** Goes to where the paper was left, and remembers where it is left now. */
export const useReadingPlace = (id: string, ready: boolean): void => {
  useLayoutEffect(() => {
    const block = ready ? placeIn(id) : 0;
    if (block) document.querySelector(`[data-block="${block}"]`)?.scrollIntoView({ block: "start" });
  }, [ready]);
  useEffect(() => {
    if (!ready) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = () => {
      clearTimeout(timer);
      timer = setTimeout(() => keepPlace(id, scrollY < 100 ? 0 : blockInSight()), 300);
    };
    addEventListener("scroll", remember, { passive: true });
    return () => {
      clearTimeout(timer);
      removeEventListener("scroll", remember);
    };
  }, [ready]);
};
