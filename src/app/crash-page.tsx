import type { ComponentChildren } from "preact";
import { useErrorBoundary } from "preact/hooks";
import { t } from "../i18n/core";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";

/** A screen that broke gives way to a calm page; what was written is in the database all along. */
export const CrashGuard = ({ children }: { readonly children: ComponentChildren }) => {
  const [error] = useErrorBoundary();
  if (!error) return <>{children}</>;
  return (
    <EmptyState page title={t("crashTitle")} text={t("crashText")}>
      <Button onPress={() => location.reload()}>{t("crashAction")}</Button>
    </EmptyState>
  );
};
