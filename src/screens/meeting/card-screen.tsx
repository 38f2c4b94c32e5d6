import { useEffect, useState } from "preact/hooks";
import type { CardProblem, Meetings } from "../../device/meetings/meetings";
import { t as core } from "../../i18n/core";
import { t as meetingText } from "../../i18n/meeting";
import { t } from "../../i18n/meeting-door";
import { Button, ButtonLink } from "../../ui/button";
import { Icon } from "../../ui/icon";
import { usePageTitle } from "../../ui/page-title";
import { TopBar } from "../../ui/top-bar";
import { useServices } from "../services";
import { MeetingsMissing, useMeetings } from "../use-meetings";
import { DoorNotice, ToMeetings } from "./door-notice";

type Taken = Awaited<ReturnType<Meetings["takeCard"]>> | "not-written";

/** A member's code on an officer's phone: taken over at once, so that a queue at the door moves on. */
export const CardScreen = ({ hash }: { readonly hash: string }) => {
  const { back } = useServices();
  const state = useMeetings();
  const meetings = state.is === "here" ? state.part : undefined;
  const [taken, setTaken] = useState<Taken>();
  const [tries, setTries] = useState(0);
  usePageTitle(t("cardTitle"));
  useEffect(() => {
    let gone = false;
    meetings?.takeCard(`${location.pathname}#${hash}`).then(
      (result) => !gone && setTaken(result),
      () => !gone && setTaken("not-written"),
    );
    return () => {
      gone = true;
    };
  }, [meetings, hash, tries]);
  return (
    <div class="meeting">
      <TopBar backLabel={core("back")} onBack={() => back("/hop")} title={t("cardTitle")} />
      {state.is === "missing" && <MeetingsMissing retry={state.retry} />}
      {state.is !== "missing" && !taken && (
        <p class="meeting-part" role="status">
          {t("cardWorking")}
        </p>
      )}
      {taken === "not-written" && (
        <DoorNotice title={t("refused")} text={meetingText("notSaved")}>
          <Button
            wide
            onPress={() => {
              setTaken(undefined);
              setTries(tries + 1);
            }}
          >
            {core("retry")}
          </Button>
        </DoorNotice>
      )}
      {taken && taken !== "not-written" && <CardTaken taken={taken} />}
    </div>
  );
};

const problemWords = {
  "not-a-card": ["not-a-card", "not-a-cardText"],
  damaged: ["damaged-card", "damaged-cardText"],
  "other-meeting": ["other-meeting", "other-meetingText"],
  "other-cell": ["card-other-cell", "card-other-cellText"],
  refused: ["refused", "refusedText"],
} as const satisfies Record<CardProblem, readonly [string, string]>;

const CardTaken = ({ taken }: { readonly taken: Exclude<Taken, string> }) => {
  const { navigate } = useServices();
  // In place of this page, so that a row of scans leaves no row of pages behind.
  const next = (
    <Button wide onPress={() => navigate("/quet", { replace: true })}>
      {t("next")}
    </Button>
  );
  if (!taken.ok) {
    const [title, text] = problemWords[taken.error];
    return (
      <DoorNotice title={t(title)} text={t(text)}>
        {next}
        <ToMeetings />
      </DoorNotice>
    );
  }
  return (
    <div class="meeting-part">
      <div class="meeting-panel came" role="status">
        <h2>
          <Icon name="check" />
          {t("cardDone", { name: taken.value.name })}
        </h2>
        <p>{t("cardDoneText")}</p>
      </div>
      {next}
      <ButtonLink kind="quiet" wide href={`/hop/${taken.value.meeting}`}>
        {t("openRoll")}
      </ButtonLink>
    </div>
  );
};
