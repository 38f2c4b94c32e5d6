import { useEffect } from "preact/hooks";
import { t } from "../i18n/core";

/** Names the page in the window's title, which a screen reader announces. */
export const usePageTitle = (title: string): void => {
  useEffect(() => {
    document.title = title === t("appName") ? title : `${title} · ${t("appName")}`;
  }, [title]);
};
