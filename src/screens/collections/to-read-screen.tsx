import { useState } from "preact/hooks";
import { t } from "../../i18n/collections";
import { t as core } from "../../i18n/core";
import { Button } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { usePageTitle } from "../../ui/page-title";
import { SkeletonRows } from "../../ui/skeleton-rows";
import { TopBar } from "../../ui/top-bar";
import "../place.css";
import { useServices, useWatch } from "../services";
import "./collections.css";
import { GroupRows } from "./group-rows";

/** So many rows at once; a press shows as many more. */
const step = 30;

/** Papers not read yet, the most urgent first: the order of the list itself. */
export const ToReadScreen = () => {
  const { device, back } = useServices();
  const [limit, setLimit] = useState(step);
  const found = useWatch(() => device.library.list({ show: "unread", limit }), [limit]);
  usePageTitle(t("toRead"));
  return (
    <div class="place groups">
      <TopBar backLabel={core("back")} onBack={() => back("/nhom")} title={t("toRead")} />
      {!found && <SkeletonRows />}
      {found?.rows.length === 0 && <EmptyState title={t("toReadEmpty")} text={t("toReadEmptyText")} />}
      {found && found.rows.length > 0 && <GroupRows label={t("toRead")} rows={found.rows} />}
      {found && found.rows.length < found.total && (
        <p class="group-more">
          <Button kind="quiet" wide onPress={() => setLimit(limit + step)}>
            {t("more")}
          </Button>
        </p>
      )}
    </div>
  );
};
