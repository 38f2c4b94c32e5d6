import { moment } from "../../i18n/date";
import { t } from "../../i18n/me";
import { useDeviceState, useServices } from "../services";

/** The office vouches at least once a week; older than this, something may be held back from this phone. */
const oldAfter = 21 * 24 * 60 * 60 * 1000;

/** A server that hides a revocation is found out by the age and the digest of the directory: so both are shown. */
export const DirectoryAge = () => {
  const { device } = useServices();
  const directory = useDeviceState((state) => state.directory);
  const now = device.now();
  return (
    <section>
      <h2 class="list-title">{t("directory")}</h2>
      <div class="me-box">
        <p>
          {directory ? t("directoryAt", { when: moment(directory.attestedAt, now) }) : t("directoryNever")}
        </p>
        {directory && !directory.agrees && <p class="trouble">{t("directoryDiffers")}</p>}
        {directory?.agrees && now - directory.attestedAt > oldAfter && (
          <p class="trouble">{t("directoryOld")}</p>
        )}
      </div>
    </section>
  );
};
