import type { DeviceState, SyncProblem } from "../device/device";
import { t } from "../i18n/core";
import { moment } from "../i18n/date";
import { StatusLine } from "../ui/status-line";
import { useDeviceState, useServices } from "./services";

const problemWords = {
  unreachable: "unreachable",
  "not-our-server": "notOurServer",
  busy: "busy",
  "storage-full": "storageFull",
  "app-too-old": "appTooOld",
  failed: "failed",
} as const satisfies Record<SyncProblem, string>;

/** What the person can do something about is `trouble`; the rest mends itself. */
const toneOf = ({ sync, outbox }: DeviceState) => {
  if (sync.problem === "storage-full" || sync.problem === "app-too-old" || outbox.refused) return "trouble";
  if (sync.problem) return "away";
  return sync.running ? "busy" : "calm";
};

const partsOf = ({ phase, sync, outbox }: DeviceState, now: number): string[] => {
  if (phase === "starting") return [t("opening")];
  const parts: string[] = [];
  if (sync.problem) parts.push(t(problemWords[sync.problem]));
  if (sync.running && sync.progress) parts.push(t("syncingTexts", sync.progress));
  else if (sync.at !== undefined) parts.push(t("synced", { time: moment(sync.at, now) }));
  else if (!sync.problem) parts.push(sync.running ? t("syncing") : t("syncedNever"));
  if (outbox.waiting) parts.push(t("waiting", { n: outbox.waiting }));
  if (outbox.refused) parts.push(t("refused", { n: outbox.refused }));
  return parts;
};

/** "Đã đồng bộ 7:32 · 3 mục chờ gửi": computed from what is verified on the phone, leads to what waits. */
export const PhoneStatus = () => {
  const { device } = useServices();
  const state = useDeviceState((state) => state);
  return <StatusLine href="/cho-gui" tone={toneOf(state)} parts={partsOf(state, device.now())} />;
};
