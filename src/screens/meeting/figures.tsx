import type { RollCall } from "../../domain/roll-call";
import { t } from "../../i18n/meeting";
import { Icon } from "../../ui/icon";

interface FiguresProps {
  readonly figures: RollCall;
  /** How many are on the roll. */
  readonly called: number;
}

/** Who came, of how many a vote is counted, and the two thresholds. */
export const Figures = ({ figures, called }: FiguresProps) => {
  const { present, denominator, voters, majority, twoThirds, valid } = figures;
  return (
    <div class="figures">
      <p class="figures-came">
        <span>{t("came")}</span>
        <b>{t("nOf", { n: present, of: called })}</b>
      </p>
      <dl>
        <div class="figures-wide">
          <dt>{t("denominator")}</dt>
          <dd>{t("denominatorCame", { n: denominator, came: voters })}</dd>
        </div>
        <div>
          <dt>{t("majority")}</dt>
          <dd>{t("votes", { n: majority })}</dd>
        </div>
        <div>
          <dt>{t("twoThirds")}</dt>
          <dd>{t("votes", { n: twoThirds })}</dd>
        </div>
      </dl>
      <p class={`figures-valid${valid ? " yes" : ""}`} role="status">
        {valid && <Icon name="check" size={20} />}
        {valid ? t("valid") : t("notValid", { n: Math.max(1, Math.floor(denominator / 2) + 1 - voters) })}
      </p>
    </div>
  );
};
