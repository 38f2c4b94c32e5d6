import { t } from "../i18n/core";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";

interface PartMissingProps {
  readonly title: string;
  readonly text: string;
  readonly retry: () => void;
}

/** In place of a page whose part of the device could not be had. */
export const PartMissing = ({ title, text, retry }: PartMissingProps) => (
  <EmptyState title={title} text={text}>
    <Button kind="quiet" onPress={retry}>
      {t("retry")}
    </Button>
  </EmptyState>
);
