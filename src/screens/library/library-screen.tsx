import { useEffect, useState } from "preact/hooks";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/library";
import { Button } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { usePageTitle } from "../../ui/page-title";
import { SearchField } from "../../ui/search-field";
import { PhoneStatus } from "../phone-status";
import { useDeviceState, useServices, useWatch } from "../services";
import { RowsToCome } from "./drawn-list";
import { type Filter, isSearch, leavePlace, listStart, noFilter, placeLeft } from "./filter";
import { Filters } from "./filters";
import "./library.css";
import { OwnList } from "./own-list";

/** Typing waits this long for the next letter, in milliseconds. */
const typingPause = 120;

/** As long as a slow phone takes to paint the first rows, in milliseconds. */
const firstPaint = 150;

/** Whoever looks at the list for so long may search next: the index is opened meanwhile. In milliseconds. */
const lookAhead = 1500;

/** First path: the papers on this phone. */
export const LibraryScreen = ({ onStand }: { readonly onStand?: () => void }) => {
  const { device } = useServices();
  const [filter, setFilter] = useState<Filter>(placeLeft().filter);
  const [words, setWords] = useState(filter.words);
  const [open, setOpen] = useState<"sheet" | "field">();
  // Rows first: what the filters count, and more rows, are asked for once these were painted.
  const [shown, setShown] = useState(false);
  const [rowsStand, setRowsStand] = useState(false);
  const counts = useWatch(() => (rowsStand ? device.library.counts() : undefined), [rowsStand]);
  const searching = isSearch(filter);
  const [ahead, setAhead] = useState(false);
  const { part: finding, retry } = useFinding(searching || open !== undefined, ahead);
  useEffect(() => {
    if (!shown || rowsStand) return;
    const timer = setTimeout(() => setRowsStand(true), firstPaint);
    return () => clearTimeout(timer);
  }, [shown, rowsStand]);
  useEffect(() => {
    if (rowsStand) onStand?.();
  }, [rowsStand]);
  // Papers on their way have the line for themselves.
  const syncing = useDeviceState(({ sync }) => sync.running);
  useEffect(() => {
    if (!rowsStand || syncing) return;
    const timer = setTimeout(() => {
      setAhead(true);
      // A question tells what is wrong; until one is asked nobody waits for this.
      device.library.finding().catch(() => undefined);
    }, lookAhead);
    return () => clearTimeout(timer);
  }, [rowsStand, syncing]);
  usePageTitle(t("title"));

  const change = (part: Partial<Filter>) => {
    setFilter((before) => ({ ...before, ...part }));
    leavePlace(listStart);
  };
  const search = (next: Filter) => {
    setWords(next.words);
    setFilter(next);
    leavePlace(listStart);
    setOpen(undefined);
  };
  const showAll = () => search(noFilter);
  useEffect(() => {
    if (words === filter.words) return;
    const timer = setTimeout(() => change({ words }), typingPause);
    return () => clearTimeout(timer);
  }, [words]);
  useEffect(() => leavePlace({ filter }), [filter]);

  return (
    <div class="library">
      <header
        class="library-head"
        onFocusIn={(event) => (event.target as Element).matches("input") && setOpen("field")}
        onFocusOut={({ currentTarget, relatedTarget }) => {
          if (relatedTarget && currentTarget.contains(relatedTarget as Node)) return;
          if (open === "field") setOpen(undefined);
          if (words.trim()) finding?.keepSearch({ ...filter, words });
        }}
      >
        <h1 tabIndex={-1}>{t("title")}</h1>
        <a class="library-groups" href="/nhom">
          {t("groups")}
        </a>
        <PhoneStatus />
        <SearchField label={t("search")} clearLabel={t("clearSearch")} value={words} onInput={setWords} />
        {open === "field" && !words && finding && <finding.PastSearches onSearch={search} />}
      </header>
      {counts?.all !== 0 && (
        <Filters filter={filter} counts={counts} onChange={change} onOpen={() => setOpen("sheet")} />
      )}
      {open === "sheet" && finding && (
        <finding.FilterSheet filter={filter} onChange={change} onClose={() => setOpen(undefined)} />
      )}
      {!searching && (
        <OwnList
          key={filter.show}
          show={filter.show}
          all={counts?.all}
          onShown={() => setShown(true)}
          more={rowsStand}
          onShowAll={showAll}
        />
      )}
      {searching && finding && <finding.FoundPapers filter={filter} onShowAll={showAll} />}
      {searching && !finding && !retry && <RowsToCome />}
      {retry && (
        <EmptyState title={core("chunkTitle")} text={core("chunkText")}>
          <Button onPress={retry}>{core("retry")}</Button>
        </EmptyState>
      )}
    </div>
  );
};

type FindingPart = typeof import("./finding");
let loaded: FindingPart | undefined;

/** The part of this screen that searches: words, filters, what was sought before. Not on the first path. Asked for ahead, nobody is told that it cannot be had. */
const useFinding = (needed: boolean, ahead: boolean) => {
  const [part, setPart] = useState(loaded);
  const [failed, setFailed] = useState(false);
  const wanted = needed || ahead;
  useEffect(() => {
    if (!wanted || part || failed) return;
    import("./finding").then(
      (module) => {
        loaded = module;
        setPart(module);
      },
      () => needed && setFailed(true),
    );
  }, [wanted, needed, part, failed]);
  return { part, retry: failed && needed ? () => setFailed(false) : undefined };
};
