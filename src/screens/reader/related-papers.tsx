import { useEffect, useState } from "preact/hooks";
import type { DocumentRow } from "../../device/device";
import type { Related } from "../../device/reading/reading";
import type { DocumentId } from "../../domain/ids";
import { dayOf, longDay } from "../../i18n/date";
import { t as papersText } from "../../i18n/papers";
import { t } from "../../i18n/reader-tools";
import { LinkRow, List } from "../../ui/list";
import { useServices } from "../services";
import "./tools.css";

const standings = {
  waiting: "taskOpen",
  doing: "taskOpen",
  overdue: "taskOverdue",
  "done-in-time": "taskDone",
  "done-late": "taskDone",
  dropped: "taskDropped",
} as const;

const Papers = ({ title, rows }: { readonly title: string; readonly rows: readonly DocumentRow[] }) =>
  rows.length === 0 ? null : (
    <List title={title}>
      {rows.map((row) => (
        <LinkRow
          key={row.id}
          href={`/van-ban/${row.id}`}
          text={row.abstract}
          detail={`${row.number ?? papersText(row.kind)} · ${longDay(row.issuedOn)}`}
        />
      ))}
    </List>
  );

/** What belongs to the paper, as far as this phone knows: other papers, meetings, tasks. */
export const RelatedPapers = ({ id }: { readonly id: DocumentId }) => {
  const { device } = useServices();
  const [related, setRelated] = useState<Related>();
  useEffect(() => {
    let gone = false;
    device
      .reading()
      .then((reading) => reading.related(id))
      .then((found) => !gone && setRelated(found))
      // It is an offer beside the paper: where it cannot be had the paper stands without it.
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [id]);
  if (!related) return null;
  const { supersedes, supersededBy, amends, cites, citedBy, meetings, tasks } = related;
  const nothing =
    [supersedes, amends, cites, citedBy, meetings, tasks].every((list) => list.length === 0) && !supersededBy;
  return (
    <section class="related" aria-label={t("related")}>
      {nothing && <p class="related-none">{t("relatedNone")}</p>}
      <Papers title={t("supersededBy")} rows={supersededBy ? [supersededBy] : []} />
      <Papers title={t("supersedes")} rows={supersedes} />
      <Papers title={t("amends")} rows={amends} />
      <Papers title={t("cites")} rows={cites} />
      <Papers title={t("citedBy")} rows={citedBy} />
      {meetings.length > 0 && (
        <List title={t("studiedAt")}>
          {meetings.map((meeting) => (
            <LinkRow
              key={meeting.id}
              href={`/hop/${meeting.id}`}
              text={meeting.title}
              detail={longDay(dayOf(meeting.startsAt))}
            />
          ))}
        </List>
      )}
      {tasks.length > 0 && (
        <List title={t("tasksFrom")}>
          {tasks.map((task) => (
            <LinkRow
              key={task.id}
              href={`/viec/${task.id}`}
              text={task.text}
              detail={t(standings[task.standing])}
            />
          ))}
        </List>
      )}
    </section>
  );
};
