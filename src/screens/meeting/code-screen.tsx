import { useEffect, useState } from "preact/hooks";
import type { MeetingDetail, Meetings, ShownCode } from "../../device/meetings/meetings";
import type { MeetingId } from "../../domain/ids";
import { t } from "../../i18n/meeting";
import { Button, ButtonLink } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { usePageTitle } from "../../ui/page-title";
import { QrCode } from "../../ui/qr-code";
import { Rich } from "../../ui/rich";
import { useServices } from "../services";
import "./code.css";
import { OneMeeting, useWrite } from "../use-meetings";
import { useWakeLock } from "../wake-lock";
import { spellCode } from "./spell-code";

/** The code of this moment, as large as the screen allows, for the members at the door. */
export const MeetingCodeScreen = ({ id }: { readonly id: MeetingId }) => {
  usePageTitle(t("codeTitle"));
  return (
    <OneMeeting id={id} title={t("codeTitle")} up={`/hop/${id}`}>
      {(meeting, meetings) =>
        meeting.desk?.open && meeting.cancelled === undefined ? (
          <Code meeting={meeting} meetings={meetings} />
        ) : (
          <NoCode meeting={meeting} meetings={meetings} />
        )
      }
    </OneMeeting>
  );
};

interface CodeProps {
  readonly meeting: MeetingDetail;
  readonly meetings: Meetings;
}

const Code = ({ meeting, meetings }: CodeProps) => {
  const shown = useCode(meeting.id, meetings);
  useWakeLock();
  if (!shown) return null;
  return (
    <div class="code-page">
      <p class="code-meeting">
        <b>{meeting.title}</b>
        <span>{meeting.place}</span>
      </p>
      <QrCode text={shown.link} label={t("codeLabel")} />
      {shown.lasts !== undefined && (
        <div class="code-time">
          <span class="unseen">{t("codeRenews")}</span>
          <i aria-hidden="true" key={shown.code} style={{ animationDuration: `${shown.lasts}ms` }} />
        </div>
      )}
      <p>{t("codeHow")}</p>
      <p class="code-letters">{spellCode(shown.code)}</p>
      <p class="code-came" role="status">
        <Rich text={t("someCame", { n: meeting.desk?.figures.present ?? 0 })} />
      </p>
      <ButtonLink kind="quiet" wide href="/quet">
        {t("scanCards")}
      </ButtonLink>
    </div>
  );
};

/** Why there is none, and the way to one. */
export const NoCode = ({ meeting, meetings }: CodeProps) => {
  const write = useWrite();
  if (!meeting.desk || meeting.cancelled !== undefined)
    return (
      <EmptyState
        title={meeting.cancelled === undefined ? t("codeNotYours") : t("cancelled")}
        text={
          meeting.cancelled === undefined
            ? t("codeNotYoursText")
            : t("cancelledBecause", { reason: meeting.cancelled })
        }
      >
        <ButtonLink kind="quiet" href={`/hop/${meeting.id}`}>
          {t("one")}
        </ButtonLink>
      </EmptyState>
    );
  return (
    <EmptyState title={t("codeClosed")} text={t("openText")}>
      <Button onPress={() => void write(() => meetings.open(meeting.id))}>{t("open")}</Button>
    </EmptyState>
  );
};

/** Shortest wait for the next code, in milliseconds: a clock that jumps does not make the page spin. */
const shortest = 500;

type Shown = ShownCode & { readonly lasts?: number };

/** The code of the moment; the next takes its place when its time has come, and when the phone wakes. */
const useCode = (id: MeetingId, meetings: Meetings): Shown | undefined => {
  const { device } = useServices();
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const ask = async () => {
      clearTimeout(timer);
      const code = await meetings.code(id).catch(() => undefined);
      if (gone) return;
      clearTimeout(timer);
      const lasts = code?.until === undefined ? undefined : Math.max(shortest, code.until - device.now());
      if (code) setShown({ ...code, ...(lasts !== undefined && { lasts }) });
      timer = setTimeout(() => void ask(), lasts ?? 5_000);
    };
    const woken = () => document.visibilityState === "visible" && void ask();
    void ask();
    document.addEventListener("visibilitychange", woken);
    return () => {
      gone = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", woken);
    };
  }, [id, meetings, device]);
  return shown;
};
