import { useEffect, useState } from "preact/hooks";
import type { StorageReport } from "../../device/device";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/me";
import { formatBytes, formatNumber } from "../../i18n/number";
import { Button } from "../../ui/button";
import { Confirm } from "../../ui/dialog";
import { Row } from "../../ui/list";
import { useDeviceState, useServices } from "../services";

/** What is kept here and how much, and a way to free some that never touches unsent work. */
export const StorageBox = () => {
  const { device, toast } = useServices();
  const persisted = useDeviceState((state) => state.persisted);
  const offline = useDeviceState(({ sync }) => sync.problem === "unreachable");
  const [report, setReport] = useState<StorageReport>();
  const [asking, setAsking] = useState(false);
  const look = () => void device.storage().then(setReport);
  useEffect(look, []);

  const free = async () => {
    setAsking(false);
    const bytes = await device.freeStorage();
    toast(bytes > 0 ? t("freed", { size: formatBytes(bytes) }) : t("freedNothing"));
    look();
  };
  return (
    <section>
      <h2 class="list-title">{t("storage")}</h2>
      <div class="me-box">
        {report && <Numbers report={report} />}
        <p>{t(persisted ? "kept" : "keptNot")}</p>
        <Button small kind="quiet" onPress={() => setAsking(true)}>
          {t("free")}
        </Button>
      </div>
      {asking && (
        <Confirm
          title={t("free")}
          text={offline ? `${t("freeText")} ${t("freeOffline")}` : t("freeText")}
          yes={t("freeGo")}
          no={core("cancel")}
          onYes={() => void free()}
          onNo={() => setAsking(false)}
        />
      )}
    </section>
  );
};

const Numbers = ({ report }: { readonly report: StorageReport }) => (
  <div class="me-numbers">
    <Row text={t("documents")} value={formatNumber(report.documents)} />
    <Row text={t("texts")} value={formatBytes(report.textBytes)} />
    <Row
      text={t("files")}
      value={t("filesValue", { n: report.files, size: formatBytes(report.fileBytes) })}
    />
    <Row text={t("unsent")} value={formatNumber(report.unsent)} />
    {report.usage !== undefined && (
      <Row
        text={t("usage")}
        value={
          report.quota === undefined
            ? formatBytes(report.usage)
            : t("usageOf", { used: formatBytes(report.usage), quota: formatBytes(report.quota) })
        }
      />
    )}
  </div>
);
