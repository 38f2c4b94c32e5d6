import { t } from "../../i18n/office";
import "./bar.css";

interface BarProps {
  readonly n: number;
  readonly of: number;
  /** Shows "n / of" above; else only n. */
  readonly whole?: boolean;
}

/** How many of how many, as a number and as a strip. */
export const Bar = ({ n, of, whole }: BarProps) => (
  <span class="bar">
    <span class="bar-number">
      <span aria-hidden="true">{whole ? t("nOf", { n, of }) : t("nOf", { n, of }).split(" ")[0]}</span>
      <span class="unseen">{t("nOfSaid", { n, of })}</span>
    </span>
    <span class="bar-strip" aria-hidden="true">
      <span style={{ width: `${of > 0 ? Math.min(100, (n / of) * 100) : 0}%` }} />
    </span>
  </span>
);
