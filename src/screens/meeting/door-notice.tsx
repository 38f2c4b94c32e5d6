import type { ComponentChildren } from "preact";
import { t } from "../../i18n/meeting-door";
import { ButtonLink } from "../../ui/button";

interface DoorNoticeProps {
  readonly title: string;
  readonly text: string;
  /** The ways out. */
  readonly children: ComponentChildren;
}

/** What stands in the way at the door, and what to do. */
export const DoorNotice = ({ title, text, children }: DoorNoticeProps) => (
  <div class="meeting-part">
    <div class="meeting-panel doubt" role="alert">
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
    {children}
  </div>
);

export const ToMeetings = () => (
  <ButtonLink kind="quiet" wide href="/hop">
    {t("goMeetings")}
  </ButtonLink>
);
