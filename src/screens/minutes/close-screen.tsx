import { useState } from "preact/hooks";
import { doubtfulVotes, type MinutesMatter, unfinishedTasks } from "../../device/minutes/minutes-lines";
import type { MeetingId } from "../../domain/ids";
import { checkVotes, isCarried, type Votes } from "../../domain/roll-call";
import { t } from "../../i18n/minutes";
import { Button, ButtonLink } from "../../ui/button";
import { Confirm } from "../../ui/dialog";
import { useServices } from "../services";
import "../../ui/reading-font.css";
import "../../ui/list.css";
import "./close.css";
import { Checks } from "./checks";
import { CountFields } from "./count-fields";
import { MinutesPage, type MinutesPageParts } from "./minutes-page";
import { MomentField } from "./moment-field";
import { leaderIn } from "./people";
import { ReadOut } from "./read-out";
import { ScoreSum } from "./score-screen";
import { scoreLines, useScore } from "./use-score";
import { useDraft, useMoment } from "./use-writing";

/** The end of a meeting: what is still to be mended, the minutes read out in large letters, and their adoption. */
export const CloseMeetingScreen = ({ id }: { readonly id: MeetingId }) => (
  <MinutesPage id={id} title={t("closeTitle")} up={`/hop/${id}/dien-bien`}>
    {(parts) => <Close {...parts} />}
  </MinutesPage>
);

const aMinute = 60_000;

const Close = (parts: MinutesPageParts) => {
  const { meeting, desk, meetings, writing } = parts;
  const { navigate, toast, device } = useServices();
  const draft = useDraft(writing);
  const now = useMoment();
  const rows = useScore(meeting, desk, meetings, draft, now);
  const score = scoreLines(rows);
  const [counted, setCounted] = useState<Votes>();
  const adopted = counted ?? { agree: desk.figures.voters, disagree: 0, other: 0 };
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const chair = leaderIn(desk, draft.head, "chair");
  const writer = leaderIn(desk, draft.head, "writer");
  const textOf: MinutesMatter["text"] = (owner, id) => writing.text(owner, id).toString();
  const unfinished = unfinishedTasks(draft, textOf);
  const wrongVotes = doubtfulVotes(draft, textOf, desk.figures);
  const { startedAt = Math.min(meeting.startsAt, now), endedAt = now } = draft.head;
  const endsWrong = endedAt < startedAt || endedAt > now + aMinute;
  const miscounted = checkVotes(adopted, desk.figures) === "too-many";
  const carried = desk.delegates !== undefined || isCarried(adopted, desk.figures, "majority");

  const close = async () => {
    setAsking(false);
    if (!chair || !writer) return;
    setBusy(true);
    const end = draft.head.endedAt ?? device.now();
    try {
      const done = await meetings.close(meeting, writing, {
        startedAt: Math.min(startedAt, end),
        endedAt: end,
        chair,
        writer,
        adopted,
        score,
      });
      if (done.ok) {
        toast(t("closed"));
        return navigate(`/hop/${meeting.id}/bien-ban`, { replace: true });
      }
      toast(t(done.error === "closed" ? "alreadyClosed" : "notClosed"));
    } catch {
      toast(t("notClosed"));
    }
    setBusy(false);
  };

  return (
    <>
      <Checks {...parts} draft={draft} unfinished={unfinished.length} wrongVotes={wrongVotes.length} />
      <div class="meeting-part">
        <ScoreSum rows={rows} />
        <ButtonLink kind="quiet" wide href={`/hop/${meeting.id}/cham-diem`}>
          {t("toScore")}
        </ButtonLink>
      </div>
      <ReadOut {...parts} draft={draft} score={score} />
      <section class="meeting-part">
        <MomentField
          label={t("endTime")}
          note={draft.head.endedAt === undefined ? t("endNow") : undefined}
          problem={endsWrong ? t("endWrong") : undefined}
          at={endedAt}
          onChange={(at) => writing.putHead({ endedAt: at })}
        />
        <h2>{t("adoptVotes")}</h2>
        <CountFields votes={adopted} figures={desk.figures} onChange={setCounted} />
        <Button
          wide
          disabled={
            busy || !chair || !writer || unfinished.length + wrongVotes.length > 0 || endsWrong || miscounted
          }
          onPress={() => setAsking(true)}
        >
          {t("close")}
        </Button>
      </section>
      {asking && (
        <Confirm
          title={t("closeSure")}
          text={carried ? t("closeText") : `${t("notAdopted")} ${t("closeText")}`}
          yes={t("closeYes")}
          no={t("notYet")}
          onYes={() => void close()}
          onNo={() => setAsking(false)}
        />
      )}
    </>
  );
};
