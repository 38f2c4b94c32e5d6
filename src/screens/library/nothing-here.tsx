import { t as core } from "../../i18n/core";
import { t } from "../../i18n/library";
import { Button } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { Progress } from "../../ui/progress";
import { useDeviceState, useServices } from "../services";

/** No paper on the phone: is the first sync under way, did it not get through, or is there none? */
export const NoPapers = () => {
  const { device } = useServices();
  const sync = useDeviceState(({ sync }) => sync);
  if (sync.running)
    return (
      <EmptyState title={t("firstSyncTitle")} text={t("firstSyncText")}>
        <Progress label={t("firstSyncTitle")} done={sync.progress?.done ?? 0} of={sync.progress?.of ?? 0} />
      </EmptyState>
    );
  if (sync.at === undefined)
    return (
      <EmptyState title={t("firstSyncWaitTitle")} text={t("firstSyncWaitText")}>
        <Button kind="quiet" onPress={() => void device.sync()}>
          {core("retry")}
        </Button>
      </EmptyState>
    );
  return <EmptyState title={t("noneTitle")} text={t("noneText")} />;
};

interface NothingFoundProps {
  /** Nothing was sought: "unread" and "to confirm" are done with, which is good news. */
  readonly done?: boolean;
  readonly onShowAll: () => void;
}

export const NothingFound = ({ done, onShowAll }: NothingFoundProps) => (
  <EmptyState title={done ? t("allDone") : t("nothingFound")} {...(!done && { text: t("nothingFoundText") })}>
    <Button kind="quiet" onPress={onShowAll}>
      {t("showAll")}
    </Button>
  </EmptyState>
);
