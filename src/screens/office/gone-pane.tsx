import type { RegisterRow } from "../../device/device";
import { moment } from "../../i18n/date";
import { t } from "../../i18n/office";
import { Pane } from "./pane";

interface GonePaneProps {
  readonly row: RegisterRow;
  readonly now: number;
  readonly onClose: () => void;
}

/** A paper of which the register alone is left: that it was recalled and why, or that its day has passed. */
export const GonePane = ({ row, now, onClose }: GonePaneProps) => (
  <Pane paper={row} onClose={onClose}>
    {row.recalledAt === undefined ? (
      <p class="pane-line">{t("expiredText")}</p>
    ) : (
      <p class="pane-line">
        <b>{t("recalledAt", { when: moment(row.recalledAt, now) })}</b>{" "}
        {t("recalledWhy", { reason: row.reason ?? "" })}
      </p>
    )}
    <p class="office-note">{t(row.recalledAt === undefined ? "goneKept" : "recalledKept")}</p>
  </Pane>
);
