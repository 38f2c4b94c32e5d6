import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { PaperFilter } from "../../device/search/question";
import { useServices, useWatch } from "../services";
import { RowsToCome } from "./drawn-list";
import { firstRows, leavePlace, moreRows, mostRows, placeLeft } from "./filter";
import { NoPapers, NothingFound } from "./nothing-here";
import { PaperList } from "./paper-list";
import { useReturnToPlace } from "./return-to-place";

interface OwnListProps {
  readonly show: PaperFilter["show"];
  /** How many papers the phone has, once that is known. */
  readonly all: number | undefined;
  /** The first rows are there. */
  readonly onShown: () => void;
  /** More may be read: the first rows were painted. */
  readonly more: boolean;
  readonly onShowAll: () => void;
}

/**
 * The papers in their order. Rows come as their end comes near, and those far above make room for them, however many
 * papers there are: what stands in their place is as high as they were.
 */
export const OwnList = ({ show, all, onShown, more, onShowAll }: OwnListProps) => {
  const { device } = useServices();
  const [window, setWindow] = useState(() => ({ from: placeLeft().from, limit: placeLeft().limit }));
  const heights = useRef([...placeLeft().heights]);
  const list = useRef<HTMLDivElement>(null);
  const { from, limit } = window;
  const shown = useWatch(() => device.library.list({ show, from, limit }), [show, from, limit]);
  useLayoutEffect(() => {
    if (!shown) return;
    onShown();
    leavePlace({ from, limit, heights: heights.current.slice(0, from) });
  }, [shown]);
  useReturnToPlace(shown !== undefined);
  if (!shown) return <RowsToCome />;

  // Until the next rows are read those before stand.
  const { rows, total, from: first } = shown;
  const onEnd = () => {
    if (from !== first) return;
    const next = Math.ceil((rows.length - firstRows) / moreRows) * moreRows + moreRows;
    if (next <= mostRows) return setWindow({ from, limit: next });
    list.current?.querySelectorAll("li").forEach((row, i) => {
      if (i < moreRows) heights.current[from + i] = row.offsetHeight;
    });
    setWindow({ from: from + moreRows, limit: mostRows });
  };
  const onStart = () => from === first && setWindow({ from: Math.max(0, from - moreRows), limit: mostRows });
  const away = heights.current.slice(0, first).reduce((sum, height) => sum + height, 0);
  if (total === 0)
    return show === "all" || all === 0 ? <NoPapers /> : <NothingFound done onShowAll={onShowAll} />;
  return (
    <div ref={list}>
      {first > 0 && <Edge key={`before ${first}`} height={away} onNear={onStart} />}
      <PaperList papers={rows.map((row) => ({ row }))} now={device.now()} from={first} total={total} />
      {more && first + rows.length < total && <Edge key={first + rows.length} height={1} onNear={onEnd} />}
    </div>
  );
};

/** Calls when an edge of the rows comes near. */
const Edge = ({ height, onNear }: { readonly height: number; readonly onNear: () => void }) => {
  const edge = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!edge.current) return;
    const observer = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && onNear(),
      { rootMargin: "1200px" },
    );
    observer.observe(edge.current);
    return () => observer.disconnect();
  }, []);
  return <div ref={edge} style={{ height: `${height}px` }} />;
};
