import { t } from "../i18n/core";
import { ButtonLink } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { usePageTitle } from "../ui/page-title";

export const LostPage = () => {
  usePageTitle(t("lostTitle"));
  return (
    <EmptyState page title={t("lostTitle")} text={t("lostText")}>
      <ButtonLink href="/">{t("lostAction")}</ButtonLink>
    </EmptyState>
  );
};
