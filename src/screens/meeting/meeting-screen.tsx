import { t } from "../../i18n/places";
import { ButtonLink } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { usePageTitle } from "../../ui/page-title";
import "../place.css";
import { PhoneStatus } from "../phone-status";

/** Says honestly that meetings are not here yet, and where to go. */
export const MeetingScreen = () => {
  usePageTitle(t("meetingTitle"));
  return (
    <div class="place">
      <header class="place-head">
        <h1 tabIndex={-1}>{t("meetingTitle")}</h1>
        <PhoneStatus />
      </header>
      <EmptyState title={t("meetingSoon")} text={t("meetingText")}>
        <ButtonLink kind="quiet" href="/">
          {t("goLibrary")}
        </ButtonLink>
      </EmptyState>
    </div>
  );
};
