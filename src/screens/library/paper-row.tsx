import type { DocumentRow } from "../../device/device";
import { dayOf, shortDay } from "../../i18n/date";
import { t } from "../../i18n/library";
import { t as papers } from "../../i18n/papers";
import { Tag } from "../../ui/tag";
import type { ShownPaper } from "./use-papers";

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
const factsOf = ({ row, byText }: ShownPaper, now: number): string => {
  const facts = [row.issuer, t("day", { day: shortDay(row.issuedOn, now) })];
  if (row.acknowledgedAt !== undefined) facts.push(t("acknowledged"));
  else if (row.readAt !== undefined) facts.push(t("read"));
  if (byText) facts.push(t("foundInText"));
  if (!row.hasText) facts.push(t("textComing"));
  return facts.join(" · ");
};

export const PaperRow = ({ now, ...paper }: ShownPaper & { readonly now: number }) => {
  const { row } = paper;
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
          <span>{factsOf(paper, now)}</span>
          <Asked row={row} now={now} />
        </span>
      </a>
    </li>
  );
};
