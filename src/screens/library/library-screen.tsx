import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../../i18n/library";
import { usePageTitle } from "../../ui/page-title";
import { SearchField } from "../../ui/search-field";
import { PhoneStatus } from "../phone-status";
import { useServices, useWatch } from "../services";
import { RowsToCome } from "./drawn-list";
import { type Filter, firstRows, isFiltered, leavePlace, moreRows, noFilter, placeLeft } from "./filter";
import { Filters } from "./filters";
import "./library.css";
import { NoPapers, NothingFound } from "./nothing-here";
import { PaperList } from "./paper-list";
import { usePapers } from "./use-papers";

/** Typing waits this long for the next letter, in milliseconds. */
const typingPause = 120;

/** As long as a slow phone takes to paint the first rows, in milliseconds. */
const firstPaint = 150;

const silent = { subscribe: () => () => undefined };

/** First path: the papers on this phone. */
export const LibraryScreen = () => {
  const { device } = useServices();
  const [filter, setFilter] = useState<Filter>(placeLeft().filter);
  const [words, setWords] = useState(filter.words);
  const [limit, setLimit] = useState(placeLeft().limit);
  // Rows first: what the filters count, and more rows, are asked for once these were painted.
  const [rowsStand, setRowsStand] = useState(false);
  const counts = useWatch(() => (rowsStand ? device.library.counts() : silent), [rowsStand]);
  const shown = usePapers(filter, limit, counts);
  useEffect(() => {
    if (!shown || rowsStand) return;
    const timer = setTimeout(() => setRowsStand(true), firstPaint);
    return () => clearTimeout(timer);
  }, [shown, rowsStand]);
  usePageTitle(t("title"));
  useReturnToPlace(shown !== undefined);

  const change = (part: Partial<Filter>) => {
    setFilter((before) => ({ ...before, ...part }));
    setLimit(firstRows);
  };
  const showAll = () => {
    setWords("");
    change(noFilter);
  };
  useEffect(() => {
    if (words === filter.words) return;
    const timer = setTimeout(() => change({ words }), typingPause);
    return () => clearTimeout(timer);
  }, [words]);
  useEffect(() => leavePlace({ filter, limit }), [filter, limit]);

  return (
    <div class="library">
      <header class="library-head">
        <h1 tabIndex={-1}>{t("title")}</h1>
        <PhoneStatus />
        <SearchField label={t("search")} clearLabel={t("clearSearch")} value={words} onInput={setWords} />
      </header>
      {counts?.all !== 0 && <Filters filter={filter} counts={counts} onChange={change} />}
      {!shown && <RowsToCome />}
      {shown && shown.papers.length > 0 && <PaperList papers={shown.papers} now={device.now()} />}
      {shown?.papers.length === 0 &&
        (isFiltered(filter) && counts?.all !== 0 ? (
          <NothingFound done={filter.show !== "all" && !filter.words} onShowAll={showAll} />
        ) : (
          <NoPapers />
        ))}
      {shown && rowsStand && shown.papers.length < shown.total && (
        <ListEnd key={shown.papers.length} onNear={() => setLimit(shown.papers.length + moreRows)} />
      )}
    </div>
  );
};

/** Asks for more rows when the end of those shown comes near. */
const ListEnd = ({ onNear }: { readonly onNear: () => void }) => {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!end.current) return;
    const observer = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && onNear(),
      { rootMargin: "1200px" },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, []);
  return <div ref={end} class="library-end" />;
};

/** Coming back from a paper, the list stands where it was. */
const useReturnToPlace = (ready: boolean) => {
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
