import type { MeetingDetail } from "../../device/meetings/meetings";
import { t } from "../../i18n/meeting";
import { t as papersText } from "../../i18n/papers";
import { LinkRow, List, Row } from "../../ui/list";

/** Papers of a meeting, as links where they are on this phone. */
export const MeetingPapers = ({ papers }: Pick<MeetingDetail, "papers">) => {
  if (papers.length === 0) return null;
  return (
    <List title={t("papers")}>
      {papers.map(({ id, row }) =>
        row ? (
          <LinkRow
            key={id}
            href={`/van-ban/${id}`}
            text={row.abstract}
            detail={row.number ?? papersText(row.kind)}
          />
        ) : (
          <Row key={id} text={t("paperAway")} detail={t("paperAwayText")} />
        ),
      )}
    </List>
  );
};
