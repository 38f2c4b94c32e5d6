import type { ComponentChildren } from "preact";
import type { DocumentRow } from "../../device/device";
import { dayOf, shortDay } from "../../i18n/date";
import { t } from "../../i18n/library";
import { t as papers } from "../../i18n/papers";
import { Tag } from "../../ui/tag";

/** A paper as a row: by itself, or with what a search has to say of it. */
export interface ShownPaper {
  readonly row: DocumentRow;
  /** Its subject with what was sought marked in it. */
  readonly subject?: ComponentChildren;
  /** Where it was found. */
  readonly found?: ComponentChildren;
  /** Opens it at what was sought. */
  readonly hash?: string;
}

const isUnread = (row: DocumentRow) => row.readAt === undefined && row.acknowledgedAt === undefined;

/** What is asked of the person, while it is. */
const Asked = ({ row, now }: { readonly row: DocumentRow; readonly now: number }) => {
  if (row.acknowledgeBy === undefined || row.acknowledgedAt !== undefined || row.superseded) return null;
  const day = shortDay(row.acknowledgeBy, now);
  return dayOf(now) > row.acknowledgeBy ? (
    <Tag>{t("acknowledgeLate", { day })}</Tag>
  ) : (
    <Tag tone="gold">{t("acknowledgeBy", { day })}</Tag>
  );
};

/** Who issued it and when, and what was done with it. */
const factsOf = (row: DocumentRow, now: number): string => {
  const facts = [row.issuer, t("day", { day: shortDay(row.issuedOn, now) })];
  if (row.acknowledgedAt !== undefined) facts.push(t("acknowledged"));
  else if (row.readAt !== undefined) facts.push(t("read"));
  if (!row.hasText) facts.push(t("textComing"));
  return facts.join(" · ");
};

interface PaperRowProps extends ShownPaper {
  readonly now: number;
  readonly place?: object;
}

export const PaperRow = ({ row, subject, found, hash = "", now, place }: PaperRowProps) => {
  const unread = isUnread(row);
  return (
    <li {...place}>
      <a class={`paper-row${unread ? " unread" : ""}`} href={`/van-ban/${row.id}${hash}`}>
        {unread && <span class="unseen">{t("notRead")}</span>}
        <span class="paper-head">
          {row.number && <b>{row.number}</b>}
          <span>{papers(row.kind)}</span>
          {row.urgency !== "normal" && <Tag>{papers(row.urgency)}</Tag>}
          {row.superseded && <Tag tone="soft">{t("superseded")}</Tag>}
        </span>
        <span class="paper-abstract">{subject ?? row.abstract}</span>
        {found}
        <span class="paper-foot">
          <span>{factsOf(row, now)}</span>
          <Asked row={row} now={now} />
        </span>
      </a>
    </li>
  );
};
