import { useEffect, useLayoutEffect } from "preact/hooks";
import { leavePlace, placeLeft } from "./filter";

/** Coming back from a paper, the list, or what a search found, stands where it was. */
export const useReturnToPlace = (ready: boolean) => {
  useLayoutEffect(() => {
    if (ready) scrollTo(0, placeLeft().scroll);
  }, [ready]);
  useEffect(() => {
    // Before the rows are there, scrolling is the browser's doing and says nothing.
    if (!ready) return;
    const remember = () => leavePlace({ scroll: scrollY });
    addEventListener("scroll", remember, { passive: true });
    return () => removeEventListener("scroll", remember);
  }, [ready]);
};
