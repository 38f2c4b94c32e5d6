import { t } from "../../i18n/library";
import { PaperRow } from "./paper-row";
import type { ShownPaper } from "./use-papers";

/** The rows of the list, each a link to its paper. */
export const PaperList = ({
  papers,
  now,
}: {
  readonly papers: readonly ShownPaper[];
  readonly now: number;
}) => (
  <ul class="library-list" aria-label={t("title")}>
    {papers.map((paper) => (
      <PaperRow key={paper.row.id} {...paper} now={now} />
    ))}
  </ul>
);
