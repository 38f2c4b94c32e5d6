import { useEffect, useState } from "preact/hooks";
import type { CheckInProblem, Meetings, SeenTicket } from "../../device/meetings/meetings";
import { t as core } from "../../i18n/core";
import { t as enrol } from "../../i18n/enrol";
import { t } from "../../i18n/meeting-door";
import { Button, ButtonLink } from "../../ui/button";
import { Confirm } from "../../ui/dialog";
import { Icon } from "../../ui/icon";
import { usePageTitle } from "../../ui/page-title";
import { TopBar } from "../../ui/top-bar";
import { useDeviceState, useServices } from "../services";
import { MeetingsMissing, useMeetings, useWrite } from "../use-meetings";
import { CheckedIn } from "./checked-in";
import { DoorNotice, ToMeetings } from "./door-notice";
import { MeetingFacts } from "./meeting-facts";

/** Opened by a meeting's code, from any camera: shows whose it is, and checks in by one press. */
export const CheckInScreen = ({ hash }: { readonly hash: string }) => {
  const { back } = useServices();
  const phase = useDeviceState((state) => state.phase);
  const enrolled = useDeviceState(({ phase, identity }) => phase === "ready" && identity !== undefined);
  usePageTitle(t("title"));
  return (
    <div class="meeting">
      <TopBar backLabel={core("back")} onBack={() => back("/hop")} title={t("title")} />
      {enrolled ? <Ticket hash={hash} /> : phase === "broken" ? <Broken /> : <NotEnrolled />}
    </div>
  );
};

const NotEnrolled = () => (
  <DoorNotice title={t("not-enrolled")} text={t("not-enrolledText")}>
    <ButtonLink wide href="/ghi-danh">
      {t("enrol")}
    </ButtonLink>
  </DoorNotice>
);

/** The phone may well be enrolled: its storage does not open. */
const Broken = () => (
  <DoorNotice title={enrol("brokenTitle")} text={enrol("brokenText")}>
    <Button wide onPress={() => location.reload()}>
      {core("retry")}
    </Button>
  </DoorNotice>
);

type Seen = Awaited<ReturnType<Meetings["readTicket"]>>;

const Ticket = ({ hash }: { readonly hash: string }) => {
  const state = useMeetings();
  const meetings = state.is === "here" ? state.part : undefined;
  const [seen, setSeen] = useState<Seen>();
  useEffect(() => {
    let gone = false;
    void meetings?.readTicket(`${location.pathname}#${hash}`).then((read) => !gone && setSeen(read));
    return () => {
      gone = true;
    };
  }, [meetings, hash]);
  if (state.is === "missing") return <MeetingsMissing retry={state.retry} />;
  if (!meetings || !seen)
    return (
      <p class="meeting-part" role="status">
        {t("reading")}
      </p>
    );
  if (!seen.ok)
    return (
      <DoorNotice
        title={t(seen.error === "damaged" ? "damaged" : "noTicket")}
        text={t(seen.error === "damaged" ? "damagedText" : "noTicketText")}
      >
        <ButtonLink wide href="/quet">
          {t("again")}
        </ButtonLink>
        <ToMeetings />
      </DoorNotice>
    );
  return <Door ticket={seen.value} meetings={meetings} />;
};

interface DoorProps {
  readonly ticket: SeenTicket;
  readonly meetings: Meetings;
}

const Door = ({ ticket, meetings }: DoorProps) => {
  const write = useWrite();
  const [step, setStep] = useState<"asked" | "working" | "done">("asked");
  const [problem, setProblem] = useState<CheckInProblem>();
  const checkIn = async (anyway?: boolean) => {
    setStep("working");
    const wrote = await write(async () => {
      const result = await meetings.checkIn(ticket, anyway);
      setProblem(result.ok ? undefined : result.error);
      setStep(result.ok ? "done" : "asked");
    });
    if (!wrote) setStep("asked");
  };
  if (step === "done") return <CheckedIn ticket={ticket} meetings={meetings} />;
  const working = step === "working";
  return (
    <>
      <div class="meeting-body">
        <MeetingFacts meeting={ticket} />
      </div>
      {problem ? (
        <DoorNotice title={t(problem)} text={t(`${problem}Text`)}>
          {problem === "closed" && (
            <Button wide disabled={working} onPress={() => void checkIn(true)}>
              {t("anyway")}
            </Button>
          )}
          {problem === "not-enrolled" && (
            <ButtonLink wide href="/ghi-danh">
              {t("enrol")}
            </ButtonLink>
          )}
          <ToMeetings />
        </DoorNotice>
      ) : ticket.verified ? (
        <div class="meeting-part">
          <p class="meeting-came">
            <Icon name="check" size={20} />
            {t("verified")}
          </p>
          <Button wide disabled={working} onPress={() => void checkIn()}>
            {t(working ? "checking" : "checkIn")}
          </Button>
        </div>
      ) : (
        <Unverified place={ticket.place} working={working} onSure={() => void checkIn()} />
      )}
    </>
  );
};

interface UnverifiedProps {
  readonly place: string;
  readonly working: boolean;
  readonly onSure: () => void;
}

/** A ticket that this phone cannot check may be anybody's: it explains, and asks once more. */
const Unverified = ({ place, working, onSure }: UnverifiedProps) => {
  const [asking, setAsking] = useState(false);
  return (
    <DoorNotice title={t("unverified")} text={t("unverifiedText")}>
      <Button kind="quiet" wide disabled={working} onPress={() => setAsking(true)}>
        {t(working ? "checking" : "atTheMeeting")}
      </Button>
      <ToMeetings />
      {asking && (
        <Confirm
          title={t("sureTitle")}
          text={t("sureText", { place })}
          yes={t("checkIn")}
          no={core("cancel")}
          onYes={() => {
            setAsking(false);
            onSure();
          }}
          onNo={() => setAsking(false)}
        />
      )}
    </DoorNotice>
  );
};
