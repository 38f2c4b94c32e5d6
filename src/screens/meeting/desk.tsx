import { useState } from "preact/hooks";
import type { CellDelegates, MeetingDesk, MeetingDetail, Meetings } from "../../device/meetings/meetings";
import { t } from "../../i18n/meeting";
import { Button, ButtonLink } from "../../ui/button";
import { AddDelegate, Delegates } from "./delegates";
import { Figures } from "./figures";
import { Guests } from "./guests";
import { Roll, RollRows } from "./roll";
import "./roll.css";
import { useWrite } from "../use-meetings";

interface DeskProps {
  readonly meeting: MeetingDetail;
  readonly desk: MeetingDesk;
  readonly meetings: Meetings;
}

/** Who came to a conference that is over; only the office reads the names. */
export const DelegatesWhoCame = ({ cells }: { readonly cells: readonly CellDelegates[] }) => (
  <Delegates
    cells={cells}
    rows={({ roll }) => (
      <ul class="delegates-names">
        {roll
          .filter(({ presence }) => presence === "present")
          .map(({ member, name }) => (
            <li key={member}>{name}</li>
          ))}
      </ul>
    )}
  />
);

/** What the officers of a meeting work with: the code, the figures, the roll, the guests. */
export const Desk = ({ meeting, desk, meetings }: DeskProps) => {
  const write = useWrite();
  const [busy, setBusy] = useState(false);
  const open = async () => {
    setBusy(true);
    await write(() => meetings.open(meeting.id));
    setBusy(false);
  };
  if (!desk.open)
    return (
      <section class="meeting-part">
        <div class="meeting-panel">
          <h2>{t("desk")}</h2>
          <p>{t("openText")}</p>
          <Button wide disabled={busy} onPress={() => void open()}>
            {t("open")}
          </Button>
        </div>
      </section>
    );
  return (
    <>
      <section class="meeting-part" aria-label={t("desk")}>
        <ButtonLink wide href={`/hop/${meeting.id}/ma`}>
          {t("showCode")}
        </ButtonLink>
        <div class="meeting-actions">
          <ButtonLink kind="quiet" small href="/quet">
            {t("scanCards")}
          </ButtonLink>
          <ButtonLink kind="quiet" small href={`/hop/${meeting.id}/ap-phich`}>
            {t("poster")}
          </ButtonLink>
        </div>
        {!meeting.closed && (
          <ButtonLink kind="quiet" wide href={`/hop/${meeting.id}/dien-bien`}>
            {t("run")}
          </ButtonLink>
        )}
        {desk.roll.length > 0 && !desk.delegates && (
          <Figures figures={desk.figures} called={desk.roll.length} />
        )}
      </section>
      {desk.delegates && (
        <Delegates
          cells={desk.delegates}
          rows={(cell) => (
            <>
              <RollRows id={meeting.id} roll={cell.roll} meetings={meetings} />
              <AddDelegate id={meeting.id} cell={cell} meetings={meetings} write={write} />
            </>
          )}
        />
      )}
      {desk.roll.length > 0 && !desk.delegates && (
        <Roll id={meeting.id} roll={desk.roll} meetings={meetings} />
      )}
      <Guests id={meeting.id} guests={desk.guests} meetings={meetings} />
    </>
  );
};
