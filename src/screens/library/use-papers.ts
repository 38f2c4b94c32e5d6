import { useEffect, useState } from "preact/hooks";
import type { DocumentRow, FoundDocument } from "../../device/device";
import { useServices, useWatch } from "../services";
import { type Filter, toQuery } from "./filter";

export interface ShownPaper {
  readonly row: DocumentRow;
  /** The words are in its text, not in what the row shows. */
  readonly byText?: boolean;
}

export interface ShownPapers {
  readonly papers: readonly ShownPaper[];
  /** How many there are beyond those shown, with them. */
  readonly total: number;
}

/** So many answers are worth looking through. */
const mostFound = 100;

/** What the list shows: everything that passes the filter, or what words were found in, the best first. */
export const usePapers = (filter: Filter, limit: number, changes: unknown): ShownPapers | undefined => {
  const { device } = useServices();
  const words = filter.words.trim();
  const [found, setFound] = useState<{ readonly words: string; readonly papers: readonly FoundDocument[] }>();
  const [searchBroke, setSearchBroke] = useState(false);
  // Without words, and where searching texts fails, the list itself is asked.
  const listed = useWatch(
    () => device.library.list(toQuery(words && !searchBroke ? { ...filter, words: "" } : filter, limit)),
    [filter, limit, searchBroke],
  );

  useEffect(() => {
    if (!words) return setFound(undefined);
    let gone = false;
    device.library.search(words, mostFound).then(
      (papers) => !gone && setFound({ words, papers }),
      () => !gone && setSearchBroke(true),
    );
    return () => {
      gone = true;
    };
  }, [words, changes]);

  if (!words || searchBroke)
    return listed && { papers: listed.rows.map((row) => ({ row })), total: listed.total };
  if (!found) return undefined;
  const papers = found.papers
    .filter(({ row }) => passes(row, filter))
    .map(({ row, by }) => ({ row, byText: by === "text" }));
  return { papers, total: papers.length };
};

const passes = (row: DocumentRow, { show, kind, from }: Filter): boolean =>
  (!kind || row.kind === kind) &&
  (!from || (from === "cell") === (row.org !== undefined)) &&
  (show !== "unread" || (row.readAt === undefined && row.acknowledgedAt === undefined)) &&
  (show !== "to-acknowledge" || (row.acknowledgeBy !== undefined && row.acknowledgedAt === undefined));
