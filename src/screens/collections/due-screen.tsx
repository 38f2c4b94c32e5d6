import type { DocumentRow } from "../../device/device";
import { dayAt, daysBetween } from "../../domain/commune-day";
import { t } from "../../i18n/collections";
import { shortDay } from "../../i18n/date";
import { EmptyState } from "../../ui/empty-state";
import { Tag } from "../../ui/tag";
import { useServices } from "../services";
import { GroupPage } from "./group-page";
import { GroupRows } from "./group-rows";

/** Papers to acknowledge: what is overdue first, each with how many days. */
export const DueScreen = () => (
  <GroupPage title={t("due")} up="/nhom" watch={(collections) => collections.due()}>
    {(rows) =>
      rows.length > 0 ? <Due rows={rows} /> : <EmptyState title={t("dueEmpty")} text={t("dueEmptyText")} />
    }
  </GroupPage>
);

const daysLeft = ({ acknowledgeBy = "" }: DocumentRow, now: number): number =>
  daysBetween(dayAt(now), acknowledgeBy);

const leftWords = (left: number): string => {
  if (left < 0) return t("late", { n: -left });
  if (left === 0) return t("today");
  return left === 1 ? t("tomorrow") : t("left", { n: left });
};

const Due = ({ rows }: { readonly rows: readonly DocumentRow[] }) => {
  const now = useServices().device.now();
  const parts = [
    ["lateGroup", rows.filter((row) => daysLeft(row, now) < 0)],
    ["openGroup", rows.filter((row) => daysLeft(row, now) >= 0)],
  ] as const;
  return parts.map(([name, part]) =>
    part.length === 0 ? null : (
      <section key={name}>
        <h2 class="list-title">{t(name)}</h2>
        <GroupRows label={t(name)} rows={part} more={(row) => <Left row={row} now={now} />} />
      </section>
    ),
  );
};

const Left = ({ row, now }: { readonly row: DocumentRow; readonly now: number }) => {
  const left = daysLeft(row, now);
  return (
    <>
      <Tag tone={left < 0 ? "red" : "gold"}>{leftWords(left)}</Tag>
      <span>{t("before", { day: shortDay(row.acknowledgeBy ?? "", now) })}</span>
    </>
  );
};
