import type { ComponentChildren } from "preact";
import type { DocumentRow } from "../../device/device";
import { shortDay } from "../../i18n/date";
import { t as library } from "../../i18n/library";
import { t as papers } from "../../i18n/papers";
import { Tag } from "../../ui/tag";
import { useServices } from "../services";

interface GroupRowsProps {
  readonly label: string;
  readonly rows: readonly DocumentRow[];
  /** What a group says of each of its papers, below its facts. */
  readonly more?: (row: DocumentRow) => ComponentChildren;
  /** What can be done with it, beside the link. */
  readonly actions?: (row: DocumentRow) => ComponentChildren;
}

const isUnread = (row: DocumentRow) => row.readAt === undefined && row.acknowledgedAt === undefined;

/** Papers of a group, as the list of all shows them. */
export const GroupRows = ({ label, rows, more, actions }: GroupRowsProps) => (
  <ul class="library-list" aria-label={label}>
    {rows.map((row) => (
      <li key={row.id} class="group-row">
        <PaperLink row={row}>{more?.(row)}</PaperLink>
        {actions?.(row)}
      </li>
    ))}
  </ul>
);

const PaperLink = ({
  row,
  children,
}: {
  readonly row: DocumentRow;
  readonly children?: ComponentChildren;
}) => {
  const now = useServices().device.now();
  const unread = isUnread(row);
  const facts = [row.issuer, library("day", { day: shortDay(row.issuedOn, now) })];
  if (row.acknowledgedAt !== undefined) facts.push(library("acknowledged"));
  else if (!unread) facts.push(library("read"));
  if (!row.hasText) facts.push(library("textComing"));
  return (
    <a class={`paper-row${unread ? " unread" : ""}`} href={`/van-ban/${row.id}`}>
      {unread && <span class="unseen">{library("notRead")}</span>}
      <span class="paper-head">
        {row.number && <b>{row.number}</b>}
        <span>{papers(row.kind)}</span>
        {row.urgency !== "normal" && <Tag>{papers(row.urgency)}</Tag>}
        {row.superseded && <Tag tone="soft">{library("superseded")}</Tag>}
      </span>
      <span class="paper-abstract">{row.abstract}</span>
      <span class="paper-foot">
        <span>{facts.join(" · ")}</span>
        {children}
      </span>
    </a>
  );
};
