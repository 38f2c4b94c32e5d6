import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

const steps = [1, 1.5, 2, 3, 4] as const;

const apart = (touches: TouchList): number => {
  const [one, other] = [touches[0], touches[1]];
  return one && other ? Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) : 0;
};

/** How many times wider than the screen a sheet is drawn: by buttons in steps, by two fingers freely; the middle stays. */
export const useZoom = (frame: RefObject<HTMLElement | null>) => {
  const [zoom, setZoom] = useState(1);

  const zoomTo = (next: number) => {
    const element = frame.current;
    const wanted = Math.min(4, Math.max(1, next));
    if (!element || wanted === zoom) return;
    const middle = {
      x: (element.scrollLeft + element.clientWidth / 2) / zoom,
      y: (element.scrollTop + element.clientHeight / 2) / zoom,
    };
    setZoom(wanted);
    requestAnimationFrame(() =>
      element.scrollTo(
        middle.x * wanted - element.clientWidth / 2,
        middle.y * wanted - element.clientHeight / 2,
      ),
    );
  };

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let began: { readonly apart: number; readonly zoom: number } | undefined;
    const down = ({ touches }: TouchEvent) => {
      began = touches.length === 2 ? { apart: apart(touches), zoom } : undefined;
    };
    const move = (event: TouchEvent) => {
      if (!began || event.touches.length !== 2) return;
      event.preventDefault();
      zoomTo((began.zoom * apart(event.touches)) / Math.max(1, began.apart));
    };
    element.addEventListener("touchstart", down, { passive: true });
    element.addEventListener("touchmove", move, { passive: false });
    return () => {
      element.removeEventListener("touchstart", down);
      element.removeEventListener("touchmove", move);
    };
  }, [zoom]);

  return {
    zoom,
    larger: () => zoomTo(steps.find((step) => step > zoom + 0.01) ?? 4),
    smaller: () => zoomTo(steps.findLast((step) => step < zoom - 0.01) ?? 1),
  };
};
