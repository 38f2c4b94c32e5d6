import { t } from "../../i18n/office";

/** What the button that makes enrolment codes says: where nobody is chosen nothing is counted. */
export const makeLabel = (busy: boolean, n: number): string => {
  if (busy) return t("making");
  return n === 0 ? t("makeNoCodes") : t("makeCodes", { n });
};
