import type { Outcome } from "../../device/office/verdict";
import { t } from "../../i18n/office";
import { problemText } from "../problem-text";

/** What the server made of something written, in a sentence for the clerk. */
export const outcomeText = (
  outcome: Outcome,
  applied: string = t("savedAll"),
  waiting: string = t("savedWaiting"),
): string => {
  switch (outcome.is) {
    case "applied":
      return applied;
    case "waiting":
      return waiting;
    case "refused":
      return problemText(outcome.code);
  }
};
