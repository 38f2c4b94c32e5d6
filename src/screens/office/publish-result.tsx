import type { PublishOutcome } from "../../device/office/publish";
import { t } from "../../i18n/office";
import { Button, ButtonLink } from "../../ui/button";

interface PublishResultProps {
  readonly outcome: PublishOutcome;
  /** The number, or the subject of a paper without one. */
  readonly number: string;
  readonly onAnother: () => void;
}

/** The truth of what happened: issued only where the server said so. */
export const PublishResult = ({ outcome, number, onAnother }: PublishResultProps) => {
  const issued = outcome.is === "applied";
  return (
    <div class={`publish-note${issued ? " good" : ""}`} role="status">
      <h2>{issued ? t("issued") : t("waiting")}</h2>
      <p>{issued ? t("issuedText", { number }) : t("waitingText", { number })}</p>
      <div class="publish-actions">
        <ButtonLink href="/van-phong">{t("toRegister")}</ButtonLink>
        <Button kind="quiet" onPress={onAnother}>
          {t("another")}
        </Button>
      </div>
    </div>
  );
};
