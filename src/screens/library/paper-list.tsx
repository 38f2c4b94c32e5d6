import { t } from "../../i18n/library";
import { PaperRow, type ShownPaper } from "./paper-row";

interface PaperListProps {
  readonly papers: readonly ShownPaper[];
  readonly now: number;
  /** So many papers stand before these, of so many in all: told to those who do not see the list. */
  readonly from?: number;
  readonly total?: number;
}

/** The rows of the list, each a link to its paper. */
export const PaperList = ({ papers, now, from = 0, total }: PaperListProps) => (
  <ul class="library-list" aria-label={t("title")}>
    {papers.map((paper, i) => (
      <PaperRow
        key={paper.row.id}
        {...paper}
        now={now}
        {...(total && { place: { "aria-setsize": total, "aria-posinset": from + i + 1 } })}
      />
    ))}
  </ul>
);
