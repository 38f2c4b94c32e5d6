import type { MeetingDesk, MeetingDetail } from "../../device/meetings/meetings";
import type { MinutesDraft, PointFacts } from "../../device/minutes/minutes-draft";
import type { MinutesWriting } from "../../device/minutes/minutes-writing";
import type { AgendaPoint } from "../../device/minutes/names";
import { passageLimit } from "../../domain/minutes";
import { t } from "../../i18n/minutes";
import { Button } from "../../ui/button";
import { Icon } from "../../ui/icon";
import { useServices } from "../services";
import { Assignments } from "./assignments";
import { Statements } from "./statements";
import { TextBox } from "./text-box";
import { VotesOf } from "./votes";

interface PointProps {
  readonly point: AgendaPoint;
  readonly number: number;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly draft: MinutesDraft;
  readonly papers: MeetingDetail["papers"];
  readonly desk: MeetingDesk;
  readonly writing: MinutesWriting;
  readonly now: number;
}

const minutesFrom = (from: number, to: number) => Math.max(0, Math.round((to - from) / 60_000));

const timeOf = ({ startedAt, doneAt }: PointFacts, now: number): string => {
  if (startedAt === undefined) return t("pointIdle");
  return doneAt === undefined
    ? t("pointNow", { n: minutesFrom(startedAt, now) })
    : t("pointDone", { n: minutesFrom(startedAt, doneAt) });
};

/** A point of the agenda: a line that opens to all that is written under it. */
export const Point = ({ point, number, open, onToggle, draft, papers, desk, writing, now }: PointProps) => {
  const { key } = point;
  const facts = draft.points[key] ?? {};
  const under = <T extends { readonly point: string }>(things: readonly T[]) =>
    things.filter((one) => one.point === key);
  const statements = under(draft.statements).filter(({ gone }) => !gone).length;
  const look = facts.doneAt !== undefined ? "done" : facts.startedAt !== undefined ? "now" : "idle";
  return (
    <li class={`point ${look}`}>
      <button type="button" class="point-head" aria-expanded={open} onClick={onToggle}>
        <span class="point-number" aria-hidden="true">
          {look === "done" ? <Icon name="check" size={18} /> : number}
        </span>
        <span class="point-title">
          <b>{point.point}</b>
          <small>
            {timeOf(facts, now)}
            {statements > 0 && ` · ${t("statementsCount", { n: statements })}`}
          </small>
        </span>
        <Icon name={open ? "up" : "down"} size={20} />
      </button>
      {open && (
        <div class="point-body">
          <Clock facts={facts} onChange={(next) => writing.putPoint(key, next)} />
          <Statements point={key} things={under(draft.statements)} desk={desk} writing={writing} />
          <TextBox
            writing={writing}
            owner="conclusion"
            id={key}
            label={t("conclusion")}
            most={passageLimit}
            rows={2}
          />
          <VotesOf point={key} things={under(draft.votes)} desk={desk} writing={writing} />
          <Assignments
            point={key}
            things={under(draft.tasks)}
            papers={papers}
            desk={desk}
            writing={writing}
          />
        </div>
      )}
    </li>
  );
};

interface ClockProps {
  readonly facts: PointFacts;
  readonly onChange: (facts: PointFacts) => void;
}

/** Begins and ends the time of a point. */
const Clock = ({ facts: { startedAt, doneAt }, onChange }: ClockProps) => {
  const { device } = useServices();
  if (startedAt === undefined)
    return (
      <Button kind="quiet" small onPress={() => onChange({ startedAt: device.now() })}>
        {t("startPoint")}
      </Button>
    );
  if (doneAt === undefined)
    return (
      <Button kind="quiet" small onPress={() => onChange({ startedAt, doneAt: device.now() })}>
        {t("endPoint")}
      </Button>
    );
  return (
    <Button kind="quiet" small onPress={() => onChange({ startedAt })}>
      {t("reopenPoint")}
    </Button>
  );
};
