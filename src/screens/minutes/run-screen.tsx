import { useState } from "preact/hooks";
import type { PointFacts } from "../../device/minutes/minutes-draft";
import { allPoints } from "../../device/minutes/minutes-lines";
import { pointsOf } from "../../device/minutes/names";
import type { MeetingId } from "../../domain/ids";
import { shortDay, timeOfDay } from "../../i18n/date";
import { t } from "../../i18n/minutes";
import { Button, ButtonLink } from "../../ui/button";
import { Fold } from "../../ui/fold";
import { useServices } from "../services";
import { Leaders } from "./leaders";
import { MinutesPage, type MinutesPageParts } from "./minutes-page";
import { MomentField } from "./moment-field";
import { Point } from "./point";
import { Resolution } from "./resolution";
import { useTasksBefore } from "./use-tasks-before";
import { useDraft, useDraftState, useMoment } from "./use-writing";

/** The meeting as it goes: its points with what was said, concluded, voted on and assigned. */
export const RunMeetingScreen = ({ id }: { readonly id: MeetingId }) => (
  <MinutesPage id={id} title={t("title")} up={`/hop/${id}`}>
    {(parts) => <Run {...parts} />}
  </MinutesPage>
);

const Run = ({ meeting, desk, meetings, writing }: MinutesPageParts) => {
  const draft = useDraft(writing);
  const now = useMoment();
  const points = allPoints(draft, pointsOf(meeting.agenda));
  // The point under discussion is open from the start.
  const [open, setOpen] = useState(() => points.find(({ key }) => isUnderWay(draft.points[key]))?.key);
  const { startedAt } = draft.head;
  return (
    <>
      <div class="run-head">
        <p>
          {startedAt !== undefined && (
            <>
              <b>{t("startedAt", { time: timeOfDay(startedAt) })}</b>
              {" · "}
              {t("lasted", { n: Math.max(0, Math.floor((now - startedAt) / 60_000)), of: meeting.minutes })}
              {" · "}
            </>
          )}
          {desk.delegates
            ? t("came", { n: desk.figures.present })
            : t("cameOf", { n: desk.figures.present, of: desk.roll.length })}
        </p>
        <SavedLine writing={writing} />
      </div>
      {startedAt === undefined ? (
        <Begin {...{ desk, writing }} />
      ) : (
        <Begun {...{ desk, writing, startedAt }} />
      )}
      <Before {...{ meeting, meetings }} />
      <section>
        <h2 class="list-title">{t("points")}</h2>
        <ol class="points">
          {points.map((one, i) => (
            <Point
              key={one.key}
              point={one}
              number={i + 1}
              open={open === one.key}
              onToggle={() => setOpen(open === one.key ? undefined : one.key)}
              papers={meeting.papers}
              {...{ draft, desk, writing, now }}
            />
          ))}
        </ol>
      </section>
      <Resolution {...{ draft, writing }} />
      <div class="meeting-part">
        <ButtonLink kind="quiet" wide href={`/hop/${meeting.id}/cham-diem`}>
          {t("toScore")}
        </ButtonLink>
        <ButtonLink wide href={`/hop/${meeting.id}/thong-qua`}>
          {t("toClose")}
        </ButtonLink>
      </div>
    </>
  );
};

const isUnderWay = (facts: PointFacts | undefined): boolean =>
  facts?.startedAt !== undefined && facts.doneAt === undefined;

/** Always in sight: whether what was typed is on this phone. */
const SavedLine = ({ writing }: Pick<MinutesPageParts, "writing">) => {
  const state = useDraftState(writing);
  return (
    <p class={`run-saved ${state}`} role="status">
      {t(state === "failed" ? "notSavedYet" : state)}
    </p>
  );
};

/** Who leads and who writes, and the moment of the beginning. */
const Begin = ({ desk, writing }: Pick<MinutesPageParts, "desk" | "writing">) => {
  const { device } = useServices();
  return (
    <section class="meeting-part">
      <div class="meeting-panel">
        <Leaders desk={desk} writing={writing} />
        <Button wide onPress={() => writing.putHead({ startedAt: device.now() })}>
          {t("begin")}
        </Button>
      </div>
    </section>
  );
};

interface BegunProps extends Pick<MinutesPageParts, "desk" | "writing"> {
  readonly startedAt: number;
}

/** The same once it has begun: a wrong name or a beginning that was noted late is put right here. */
const Begun = ({ desk, writing, startedAt }: BegunProps) => (
  <Fold class="before" title={t("begun")}>
    <div class="stack">
      <Leaders desk={desk} writing={writing} />
      <MomentField
        label={t("startTime")}
        at={startedAt}
        onChange={(at) => writing.putHead({ startedAt: at })}
      />
    </div>
  </Fold>
);

/** What was assigned the last time, and how far it came. */
const Before = ({ meeting, meetings }: Pick<MinutesPageParts, "meeting" | "meetings">) => {
  const { device } = useServices();
  const tasks = useTasksBefore(meetings, meeting);
  if (tasks.length === 0) return null;
  return (
    <Fold class="before" title={t("before", { n: tasks.length })}>
      <ul>
        {tasks.map(({ text, people, dueOn, state }, i) => (
          <li key={`${i} ${text}`}>
            {text}
            <small>
              {people} · {t(state)}
              {dueOn && ` · ${t("due", { day: shortDay(dueOn, device.now()) })}`}
            </small>
          </li>
        ))}
      </ul>
    </Fold>
  );
};
