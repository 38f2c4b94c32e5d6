import type { DocumentDetail } from "../../device/device";
import { longDay } from "../../i18n/date";
import { t as papers } from "../../i18n/papers";
import { t } from "../../i18n/reader";
import { Tag } from "../../ui/tag";

/** Issuer, number and day, kind and subject: as the office entered them, since a text layer rarely holds the number. */
export const PaperHead = ({ paper }: { readonly paper: DocumentDetail }) => (
  <header class="reader-head">
    <p class="issuer">{paper.issuer}</p>
    <p class="numbered">
      {paper.number
        ? t("numbered", { number: paper.number, day: longDay(paper.issuedOn) })
        : longDay(paper.issuedOn)}
    </p>
    <h1 tabIndex={-1}>
      <span class="kind">{papers(paper.kind)}</span>
      {paper.abstract}
    </h1>
    {paper.urgency !== "normal" && <Tag>{papers(paper.urgency)}</Tag>}
  </header>
);
