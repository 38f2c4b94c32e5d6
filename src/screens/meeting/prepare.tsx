import { useState } from "preact/hooks";
import type { MeetingDesk, MeetingDetail, Meetings } from "../../device/meetings/meetings";
import { t as photosText } from "../../i18n/meeting-photos";
import { t } from "../../i18n/meeting-prepare";
import { Button } from "../../ui/button";
import { shortWhen } from "../meeting-when";
import { useServices } from "../services";
import { Duty } from "./duty";
import { InviteSheet } from "./invite-sheet";
import { OpinionList } from "./opinion-list";
import { PhotoSection } from "./photo-section";
import "./prepare.css";
import { usePhotoDrafts } from "./use-photo-drafts";

interface PrepareProps {
  readonly meeting: MeetingDetail;
  readonly desk: MeetingDesk;
  readonly meetings: Meetings;
}

const aDay = 86_400_000;

/** What the officers of a meeting have to see to before it (domain.md 2.5, 2.7). */
export const Prepare = ({ meeting, desk, meetings }: PrepareProps) => {
  const { device } = useServices();
  const [inviting, setInviting] = useState(false);
  const now = device.now();
  const { id, startsAt } = meeting;
  const drafts = usePhotoDrafts(meetings.photos, id);
  const left = startsAt - now;
  const soon = desk.notes.posted === undefined && left < aDay;
  return (
    <section class="meeting-part">
      <div class="meeting-panel">
        <h2>{t("prepare")}</h2>
        <Duty
          id={id}
          note="posted"
          on={desk.notes.posted}
          due={soon ? undefined : t("postBefore", { when: shortWhen(startsAt - aDay, now) })}
          meetings={meetings}
        />
        {soon && <p class="duty-late">{t(left > 0 ? "postLate" : "postMissed")}</p>}
        <Duty id={id} note="told" on={desk.notes.told} meetings={meetings} />
        <Button kind="quiet" wide onPress={() => setInviting(true)}>
          {t("invite")}
        </Button>
      </div>
      <div class="meeting-panel">
        <h2>{photosText("section")}</h2>
        <p class="photo-note">{photosText("sectionText")}</p>
        <PhotoSection of={id} meeting={id} drafts={drafts} photos={meetings.photos} />
      </div>
      <div class="meeting-panel">
        <h2>{t("opinions", { n: desk.opinions.length })}</h2>
        {desk.opinions.length > 0 ? <OpinionList opinions={desk.opinions} /> : <p>{t("noOpinions")}</p>}
      </div>
      {inviting && (
        <InviteSheet meeting={meeting} desk={desk} meetings={meetings} onClose={() => setInviting(false)} />
      )}
    </section>
  );
};
