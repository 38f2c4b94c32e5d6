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

/** Of a file nothing was written yet: what is said of an entry that waits on a phone would be wrong here. */
const whyOf = (code: Refusal, hint: PublishRefusedProps["hint"]): string => {
  if (hint === "old-word") return t("oldWord");
  return code === "too-large" ? t("tooLarge") : problemText(code);
};

/** Why a file may not enter, by which rule, and what to do. */
export const PublishRefused = ({ code, hint, onAgain }: PublishRefusedProps) => {
  const rule = code === "secret-mark" || code === "personnel-work" ? rules(code) : "";
  return (
    <div class="publish-note grave" role="alert">
      <h2>{t("refusedTitle")}</h2>
      <p>{whyOf(code, hint)}</p>
      {rule && <p>{t("refusedRule", { rule })}</p>}
      <p>{t("refusedKept")}</p>
      <Button kind="quiet" onPress={onAgain}>
        {t("anotherFile")}
      </Button>
    </div>
  );
};
