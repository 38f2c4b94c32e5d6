import { useState } from "preact/hooks";
import type { OutboxItem } from "../../device/device";
import { t as core } from "../../i18n/core";
import { dayOf, moment } from "../../i18n/date";
import { t } from "../../i18n/outbox";
import { Button } from "../../ui/button";
import { Confirm } from "../../ui/dialog";
import { EmptyState } from "../../ui/empty-state";
import { usePageTitle } from "../../ui/page-title";
import { TopBar } from "../../ui/top-bar";
import { problemText } from "../problem-text";
import { saveBlob } from "../save-blob";
import { useDeviceState, useServices, useWatch } from "../services";
import "./outbox.css";
import { OutboxItemView } from "./outbox-item";

/** What waits, since when, what was refused and why, and a way out for each. */
export const OutboxScreen = () => {
  const { device, back, toast } = useServices();
  const items = useWatch(() => device.outbox.items(), []);
  const [discarding, setDiscarding] = useState<OutboxItem>();
  usePageTitle(t("title"));

  const retry = async (item: OutboxItem) => {
    await device.outbox.retry(item.id);
    toast(t("retried"));
  };
  const discard = async (item: OutboxItem) => {
    setDiscarding(undefined);
    await device.outbox.discard(item.id);
    toast(t("discarded"));
  };
  const exportAll = async () => {
    saveBlob(await device.outbox.exportFile(), `so-chi-bo-${dayOf(device.now())}.txt`);
    toast(t("exported"));
  };
  // What was refused comes first: there the person is needed.
  const sorted = [...(items ?? [])].sort(
    (a, b) => Number(b.state === "refused") - Number(a.state === "refused") || a.at - b.at,
  );
  return (
    <div class="outbox">
      <TopBar backLabel={core("back")} onBack={() => back("/")} title={t("title")} />
      <SyncBox />
      {items?.length === 0 && <EmptyState title={t("noneTitle")} text={t("noneText")} />}
      {sorted.length > 0 && (
        <>
          <p class="outbox-lead">{t("lead")}</p>
          <ul class="outbox-list">
            {sorted.map((item) => (
              <OutboxItemView
                key={item.id}
                item={item}
                now={device.now()}
                onRetry={() => void retry(item)}
                onDiscard={() => setDiscarding(item)}
              />
            ))}
          </ul>
          <div class="outbox-export">
            <p>{t("exportText")}</p>
            <Button small kind="quiet" onPress={() => void exportAll()}>
              {t("export")}
            </Button>
          </div>
        </>
      )}
      {discarding && (
        <Confirm
          grave
          title={t("discardAsk")}
          text={t("discardText")}
          yes={t("discard")}
          no={core("cancel")}
          onYes={() => void discard(discarding)}
          onNo={() => setDiscarding(undefined)}
        />
      )}
    </div>
  );
};

/** When the phone last synced, what stood in the way, and the button. */
const SyncBox = () => {
  const { device } = useServices();
  const sync = useDeviceState((state) => state.sync);
  return (
    <div class="outbox-sync">
      <p>{sync.at === undefined ? t("never") : t("lastSync", { when: moment(sync.at, device.now()) })}</p>
      {sync.problem && <p role="status">{problemText(sync.problem)}</p>}
      <Button wide disabled={sync.running} onPress={() => void device.sync()}>
        {t(sync.running ? "syncing" : "sync")}
      </Button>
    </div>
  );
};
