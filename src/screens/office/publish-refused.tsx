import type { Refusal } from "../../domain/refusal";
import { t } from "../../i18n/office";
import { t as rules } from "../../i18n/secrecy";
import { Button } from "../../ui/button";
import { problemText } from "../problem-text";

interface PublishRefusedProps {
  readonly code: Refusal;
  readonly hint: "old-word" | undefined;
  readonly onAgain: () => void;
}

/** Why a file may not enter, by which rule, and what to do. */
export const PublishRefused = ({ code, hint, onAgain }: PublishRefusedProps) => {
  const rule = code === "secret-mark" || code === "personnel-work" ? rules(code) : "";
  return (
    <div class="publish-note grave" role="alert">
      <h2>{t("refusedTitle")}</h2>
      <p>{hint === "old-word" ? t("oldWord") : problemText(code)}</p>
      {rule && <p>{t("refusedRule", { rule })}</p>}
      <p>{t("refusedKept")}</p>
      <Button kind="quiet" onPress={onAgain}>
        {t("anotherFile")}
      </Button>
    </div>
  );
};
