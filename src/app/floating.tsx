import { t } from "../i18n/core";
import { Toast } from "../ui/toast";
import type { UiStateOwner } from "./ui-state";
import { useStore } from "./use-store";

/** One message at a time: what just happened goes before the new version that waits. */
export const Floating = ({ ui }: { readonly ui: UiStateOwner }) => {
  const { toast, takeUpdate, holds } = useStore(ui.store);
  if (toast) return <Toast {...toast} closeLabel={t("close")} onClose={ui.closeToast} />;
  if (takeUpdate && holds === 0)
    return (
      <Toast
        stays
        text={t("newVersion")}
        action={{ label: t("newVersionTake"), run: takeUpdate }}
        closeLabel={t("close")}
        onClose={ui.putOffUpdate}
      />
    );
  return null;
};
