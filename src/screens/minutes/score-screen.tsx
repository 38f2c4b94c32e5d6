import type { MeetingId } from "../../domain/ids";
import type { Measure } from "../../domain/meeting-score";
import { sumOf } from "../../domain/meeting-score";
import { t } from "../../i18n/minutes";
import { Button, ButtonLink } from "../../ui/button";
import { TextField } from "../../ui/text-field";
import "./score.css";
import { MinutesPage, type MinutesPageParts } from "./minutes-page";
import { type ScoreRow, useScore } from "./use-score";
import { useDraft, useMoment } from "./use-writing";

/** The quality of the meeting in points: what can be reckoned stands there already. */
export const ScoreMeetingScreen = ({ id }: { readonly id: MeetingId }) => (
  <MinutesPage id={id} title={t("scoreTitle")} up={`/hop/${id}/dien-bien`}>
    {(parts) => <Sheet {...parts} />}
  </MinutesPage>
);

const whyOf = (measure: Measure, value: number): string => {
  const n = Math.round(value);
  if (measure === "duration") return t("whyDuration", { n });
  if (measure === "attendance") return t("whyAttendance", { n });
  if (measure === "speakers") return t("whySpeakers", { n });
  if (measure === "tasks") return t("whyTasks", { n });
  if (measure === "posted") return t(value > 0 ? "whyPosted" : "whyNotPosted");
  return t(value > 0 ? "whyTold" : "whyNotTold");
};

/** The sum in a line, with what is still missing. */
export const ScoreSum = ({ rows }: { readonly rows: readonly ScoreRow[] }) => {
  const { given, most, rating } = sumOf(
    rows.map((row) => ({ most: row.item.most, ...(row.given !== undefined && { given: row.given }) })),
  );
  const missing = rows.filter((row) => row.given === undefined).length;
  return (
    <p class="score-sum" role="status">
      <b>{t("scoreSum", { n: given, of: most, rating: t(rating) })}</b>
      {missing > 0 && <small>{t("scoreMissing", { n: missing })}</small>}
    </p>
  );
};

const Sheet = ({ meeting, desk, meetings, writing }: MinutesPageParts) => {
  const draft = useDraft(writing);
  const rows = useScore(meeting, desk, meetings, draft, useMoment());
  return (
    <>
      <p class="meeting-body">{t("scoreIntro")}</p>
      <ol class="score-sheet">
        {rows.map((row) => (
          <Line key={row.item.id} row={row} onGive={(given) => writing.putScore(row.item.id, given)} />
        ))}
      </ol>
      <div class="meeting-part">
        <ScoreSum rows={rows} />
        <ButtonLink wide href={`/hop/${meeting.id}/thong-qua`}>
          {t("toClose")}
        </ButtonLink>
      </div>
    </>
  );
};

interface LineProps {
  readonly row: ScoreRow;
  readonly onGive: (given: number | undefined) => void;
}

const Line = ({ row: { item, given, reckoned, measured, own }, onGive }: LineProps) => {
  const why = item.by && measured !== undefined ? whyOf(item.by.measure, measured) : undefined;
  const note = own ? t("scoreOwn") : why && t("scoreAuto", { why });
  return (
    <li>
      <p>{item.title}</p>
      <TextField
        label={t("scoreOf", { n: item.most })}
        note={note}
        keys="decimal"
        maxLength={5}
        value={given === undefined ? "" : String(given).replace(".", ",")}
        onDone={(text) => {
          const typed = text.trim().replace(",", ".");
          const points = Number(typed);
          const fits = typed !== "" && Number.isFinite(points) && points >= 0;
          onGive(fits ? Math.min(item.most, points) : undefined);
        }}
      />
      {own && reckoned !== undefined && (
        <Button kind="quiet" small onPress={() => onGive(undefined)}>
          {t("scoreReset")}
        </Button>
      )}
    </li>
  );
};
