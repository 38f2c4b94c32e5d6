import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { FoundDocument, FoundDocuments } from "../../device/device";
import { markWords, type Passage, type Piece } from "../../device/search/passage";
import type { DocumentId } from "../../domain/ids";
import { t } from "../../i18n/find";
import { t as library } from "../../i18n/library";
import { Button } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { SkeletonRows } from "../../ui/skeleton-rows";
import { findPapers } from "../find-papers";
import { useDeviceState, useServices } from "../services";
import { type Filter, noFilter } from "./filter";
import { filterWords } from "./filter-words";
import "./found.css";
import { NothingFound } from "./nothing-here";
import { PaperList } from "./paper-list";
import { useReturnToPlace } from "./return-to-place";
import { isSaved, readSearches, saveSearch, unsaveSearch } from "./searches";

/** So many rows at first, and so many more each time. */
const pageSize = 20;

const Marked = ({ pieces }: { readonly pieces: readonly Piece[] }) => (
  <>{pieces.map(({ text, hit }, i) => (hit ? <mark key={i}>{text}</mark> : text))}</>
);

/** Papers that hold the words and pass the filter, the best first, each with the place where it does. */
export const FoundPapers = ({
  filter,
  onShowAll,
}: {
  readonly filter: Filter;
  readonly onShowAll: () => void;
}) => {
  const { device } = useServices();
  const { words: typed, ...rest } = filter;
  const words = typed.trim();
  const [limit, setLimit] = useState(pageSize);
  const [found, setFound] = useState<FoundDocuments & { readonly words: string }>();
  const question = JSON.stringify(filter);
  useLayoutEffect(() => setLimit(pageSize), [question]);
  useEffect(
    () => findPapers(device, { words, filter: rest }, limit, (answer) => setFound({ ...answer, words })),
    [question, limit],
  );
  const passages = usePassages(found);
  useReturnToPlace(found !== undefined);

  if (!found) return <SkeletonRows />;
  if (found.failed)
    return (
      <EmptyState title={t("failed")} text={t("failedText")}>
        <Button kind="quiet" onPress={() => setLimit(limit + 1)}>
          {t("again")}
        </Button>
      </EmptyState>
    );
  const { papers, total } = found;
  return (
    <>
      <IndexNotice />
      {total === 0 ? (
        <NothingFound onShowAll={onShowAll} />
      ) : (
        <>
          <Result filter={filter} found={found} />
          <PaperList
            now={device.now()}
            total={total}
            papers={papers.map((one) => ({
              row: one.row,
              ...(found.words && {
                subject: <Marked pieces={markWords(found.words, one.row.abstract)} />,
                found: <FoundBy paper={one} passage={passages.get(one.row.id)} />,
                hash: one.by === "number" ? "" : `#tim=${encodeURIComponent(found.words)}`,
              }),
            }))}
          />
          {papers.length < total && papers.length >= limit && (
            <div class="found-more">
              <Button kind="quiet" wide onPress={() => setLimit(limit + pageSize)}>
                {t("more", { n: Math.min(pageSize, total - papers.length) })}
              </Button>
            </div>
          )}
        </>
      )}
    </>
  );
};

/** How many there are, and a place to keep the search at hand. */
const Result = ({ filter, found }: { readonly filter: Filter; readonly found: FoundDocuments }) => {
  const { toast } = useServices();
  const [, drawAgain] = useState(0);
  const saved = isSaved(readSearches(), filter);
  const toggle = () => {
    const act = saved ? unsaveSearch : saveSearch;
    const undo = saved ? saveSearch : unsaveSearch;
    act(filter);
    drawAgain((n) => n + 1);
    toast(t(saved ? "savedRemoved" : "savedNow"), {
      label: t("undo"),
      run: () => {
        undo(filter);
        drawAgain((n) => n + 1);
      },
    });
  };
  const chosen = filterWords({ ...filter, words: "" });
  const allNear = found.papers.every(({ near }) => near);
  return (
    <div class="found-head">
      <p role="status">
        {allNear ? t("onlyNear", { n: found.total }) : library("count", { n: found.total })}
        {filter.words && <span class="unseen"> {filterWords({ ...noFilter, words: filter.words })}</span>}
        {/* The chip of what was chosen may be out of sight. */}
        {chosen && <span class="found-filter"> {chosen}</span>}
      </p>
      <Button kind="quiet" small onPress={toggle}>
        {t(saved ? "unsave" : "save")}
      </Button>
    </div>
  );
};

interface FoundByProps {
  readonly paper: FoundDocument;
  readonly passage: Passage | undefined;
}

/** What it was found by, and the passage of its text where that is not in sight already. */
const FoundBy = ({ paper: { by, near }, passage }: FoundByProps) => (
  <span class="found-by">
    {by === "text" && passage && (
      <span class="passage">
        <Marked pieces={passage.pieces} />
      </span>
    )}
    <small>
      {near ? t("near") : by === "number" ? t("byNumber") : by === "abstract" ? t("byAbstract") : t("byText")}
    </small>
  </span>
);

/** Passages come after the rows: a text is read for each. */
const usePassages = (found: (FoundDocuments & { readonly words: string }) | undefined) => {
  const { device } = useServices();
  const [passages, setPassages] = useState<ReadonlyMap<DocumentId, Passage>>(new Map());
  useEffect(() => {
    if (!found?.words) return;
    let gone = false;
    const ids = found.papers.flatMap(({ row, by }) => (by === "text" ? row.id : []));
    const read = async () => {
      const read = await (await device.library.finding()).passages(found.words, ids);
      if (gone) return;
      setPassages(new Map(read.flatMap((one, i) => (one ? [[ids[i] as DocumentId, one]] : []))));
    };
    read().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [found]);
  return passages;
};

const IndexNotice = () => {
  const index = useDeviceState(({ index }) => index);
  return index ? (
    <p class="index-notice" role="status">
      {t(index)}
    </p>
  ) : null;
};
