import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { keepPlace, placeInSight } from "./reading-place";
import type { Place, Surface } from "./surface";

/** How deep the browser's history is inside this app: the router keeps it in each entry. */
const depth = (): number => (history.state as { readonly depth?: number } | null)?.depth ?? 0;

interface JumpOptions {
  readonly id: string;
  readonly hash: string;
  readonly step: number;
  readonly surface: Surface;
  /** Goes to the place that the address names; false where there is none. */
  readonly goTo: (hash: string) => boolean;
  readonly onMissing: () => void;
}

/**
 * A link inside the paper is a step in the browser's own history: its back button, and ours, lead to where one was reading.
 */
export const useJumps = ({ id, hash, step, surface, goTo, onMissing }: JumpOptions) => {
  const left = useRef(new Map<number, Place>());
  const was = useRef(depth());
  const [away, setAway] = useState(false);

  useLayoutEffect(() => {
    const here = depth();
    const place = left.current.get(here);
    for (const deeper of [...left.current.keys()]) if (deeper >= here) left.current.delete(deeper);
    setAway(left.current.has(here - 1));
    const isBack = here < was.current;
    was.current = here;
    if (place && isBack) {
      surface.setLayer("arrived", new Map());
      surface.show(place, { focus: true });
    } else if (hash && !goTo(hash)) onMissing();
  }, [step]);
  useEffect(() => () => surface.setLayer("arrived", new Map()), []);

  return {
    away,
    /** Before a link is followed: where one is, for the way back and for another day. */
    leave: () => {
      const place = placeInSight();
      left.current.set(depth(), place);
      keepPlace(id, place);
    },
  };
};
