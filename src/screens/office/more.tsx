import { t } from "../../i18n/office";
import { Button } from "../../ui/button";

/** Rows of a table at once: more at a time is slow to draw, and nobody reads them. */
export const tableRows = 60;

interface MoreProps {
  readonly shown: number;
  readonly total: number;
  readonly onMore: () => void;
}

/** Under a table that does not show all. */
export const More = ({ shown, total, onMore }: MoreProps) =>
  shown < total ? (
    <Button kind="quiet" small onPress={onMore}>
      {t("more", { shown, total })}
    </Button>
  ) : null;
