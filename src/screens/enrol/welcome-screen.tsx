import { t } from "../../i18n/enrol";
import { Button } from "../../ui/button";
import { usePageTitle } from "../../ui/page-title";
import "./enrol.css";
import { Ways } from "./enrol-screen";

/** The first page of a phone that belongs to nobody: yet, no longer, or because its storage cannot be opened. */
export const WelcomeScreen = ({ phase }: { readonly phase: "blank" | "wiped" | "broken" }) => {
  usePageTitle(t("welcomeTitle"));
  if (phase === "broken")
    return (
      <div class="enrol enrol-welcome">
        <h1 tabIndex={-1}>{t("brokenTitle")}</h1>
        <p>{t("brokenText")}</p>
        <Button wide onPress={() => location.reload()}>
          {t("reload")}
        </Button>
      </div>
    );
  return (
    <div class="enrol enrol-first">
      <header class="enrol-cover">
        <h1 tabIndex={-1}>{t(phase === "wiped" ? "wiped" : "welcomeTitle")}</h1>
        <p>{t(phase === "wiped" ? "wipedText" : "welcomeText")}</p>
      </header>
      <div class="enrol-body">
        <p>{t("welcomeHow")}</p>
        <Ways />
      </div>
    </div>
  );
};
