import type { ComponentChildren } from "preact";
import { useEffect, useErrorBoundary, useRef } from "preact/hooks";
import { t } from "../i18n/core";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";

interface CrashGuardProps {
  /** Changes with every navigation. */
  readonly step: number;
  readonly children: ComponentChildren;
}

/** A screen that broke gives way to a calm page; what was written is in the database all along. */
export const CrashGuard = ({ step, children }: CrashGuardProps) => {
  const [error, forget] = useErrorBoundary();
  const stepOfError = useRef(step);
  // A step elsewhere leaves the broken page behind.
  useEffect(() => {
    if (error && stepOfError.current !== step) forget();
    stepOfError.current = step;
  }, [step]);
  if (!error) return <>{children}</>;
  return (
    <EmptyState page title={t("crashTitle")} text={t("crashText")}>
      <Button onPress={() => location.reload()}>{t("crashAction")}</Button>
    </EmptyState>
  );
};
