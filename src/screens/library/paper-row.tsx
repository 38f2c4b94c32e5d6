import type { DocumentRow } from "../../device/device";
import { dayOf, shortDay } from "../../i18n/date";
import { t } from "../../i18n/library";
import { t as papers } from "../../i18n/papers";
import { Tag } from "../../ui/tag";
import type { ShownPaper } from "./use-papers";

const isUnread = (row: DocumentRow) => row.readAt === undefined && row.acknowledgedAt === undefined;

/** What the person did with it, or is asked to do. */
const Standing = ({ row, now }: { readonly row: DocumentRow; readonly now: number }) => {
  if (row.acknowledgedAt !== undefined) return <span>{t("acknowledged")}</span>;
  if (row.acknowledgeBy !== undefined && !row.superseded) {
    const day = shortDay(row.acknowledgeBy, now);
    return dayOf(now) > row.acknowledgeBy ? (
      <Tag>{t("acknowledgeLate", { day })}</Tag>
    ) : (
      <Tag tone="gold">{t("acknowledgeBy", { day })}</Tag>
    );
  }
  return row.readAt === undefined ? null : <span>{t("read")}</span>;
};

export const PaperRow = ({ row, byText, now }: ShownPaper & { readonly now: number }) => {
  const unread = isUnread(row);
  return (
    <li>
      <a class={`paper-row${unread ? " unread" : ""}`} href={`/van-ban/${row.id}`}>
        {unread && <span class="unseen">{t("notRead")}</span>}
        <span class="paper-head">
          {row.number && <b>{row.number}</b>}
          <span>{papers(row.kind)}</span>
          {row.urgency !== "normal" && <Tag>{papers(row.urgency)}</Tag>}
          {row.superseded && <Tag tone="soft">{t("superseded")}</Tag>}
        </span>
        <span class="paper-abstract">{row.abstract}</span>
        <span class="paper-foot">
          <span>{t("issued", { issuer: row.issuer, day: shortDay(row.issuedOn, now) })}</span>
          <Standing row={row} now={now} />
          {byText && <span>{t("foundInText")}</span>}
          {!row.hasText && <span>{t("textComing")}</span>}
        </span>
      </a>
    </li>
  );
};
