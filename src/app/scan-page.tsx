import { useEffect, useState } from "preact/hooks";
import { t as core } from "../i18n/core";
import { t } from "../i18n/places";
import { useServices } from "../screens/services";
import { Button, ButtonLink } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { usePageTitle } from "../ui/page-title";
import { TopBar } from "../ui/top-bar";

/** Where a scanned code leads in this app; undefined where it is someone else's. */
export const pathOfCode = (text: string): string | undefined => {
  const at = text.indexOf("/ghi-danh#");
  return at < 0 ? undefined : text.slice(at).trim();
};

export const ScanPage = () => {
  const { back } = useServices();
  const [_state, setState] = useState<"scanning" | "other" | "failed">("failed");
  usePageTitle(t("scanTitle"));
  useEffect(() => {
    setState("failed");
  }, []);
  return (
    <>
      <TopBar backLabel={core("back")} onBack={() => back("/")} title={t("scanTitle")} />
      <EmptyState title={t("scanFailed")} text={t("scanFailedText")}>
        <Button onPress={() => setState("scanning")}>{t("scanOpen")}</Button>
        <ButtonLink kind="quiet" href="/ghi-danh">
          {t("scanPaste")}
        </ButtonLink>
      </EmptyState>
    </>
  );
};
