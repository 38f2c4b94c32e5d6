import { useEffect, useRef, useState } from "preact/hooks";
import type { DocumentId, Hash } from "../../domain/ids";
import { loadRelated } from "./parts";
import { useLate } from "./use-late";

interface RelatedSlotProps {
  readonly id: DocumentId;
  readonly text: Hash;
}

/** At the end of the paper; asked for when one comes near it. */
export const RelatedSlot = ({ id, text }: RelatedSlotProps) => {
  const slot = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!slot.current || near) return;
    if (typeof IntersectionObserver === "undefined") return setNear(true);
    const observer = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      { rootMargin: "80% 0px" },
    );
    observer.observe(slot.current);
    return () => observer.disconnect();
  }, [near]);
  const related = useLate(loadRelated, near);
  return <div ref={slot}>{related && <related.RelatedPapers key={text} id={id} />}</div>;
};
