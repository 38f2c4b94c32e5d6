import type { OutboxItem } from "../../device/device";
import { definitionOf } from "../../domain/every-definition";
import { moment } from "../../i18n/date";
import { t, vi } from "../../i18n/outbox";
import { Button } from "../../ui/button";
import { Tag } from "../../ui/tag";
import { problemText } from "../problem-text";

/** Entry types that have a name of their own: the keys with a dot. */
const isNamed = (type: string): type is keyof typeof vi & `${string}.${string}` =>
  type.includes(".") && type in vi;

interface OutboxItemProps {
  readonly item: OutboxItem;
  readonly now: number;
  readonly onRetry: () => void;
  readonly onDiscard: () => void;
}

export const OutboxItemView = ({ item, now, onRetry, onDiscard }: OutboxItemProps) => (
  <li class="outbox-item">
    <p class="outbox-what">
      <b>{isNamed(item.type) ? t(item.type) : t("other")}</b>
      {item.state === "refused" && <Tag>{t("refused")}</Tag>}
    </p>
    {item.about && <p>{item.about}</p>}
    <p class="outbox-since">{t("since", { when: moment(item.at, now) })}</p>
    {item.pages && <p class="outbox-since">{t("pages", { sent: item.pages.sent, n: item.pages.of })}</p>}
    {item.later && <p class="outbox-since">{t("later")}</p>}
    {item.state === "refused" && (
      <>
        {item.code && <p class="outbox-why">{problemText(item.code)}</p>}
        {definitionOf(item.type)?.withdraws && <p>{t("notWithdrawn")}</p>}
        <div class="outbox-actions">
          <Button small kind="quiet" onPress={onRetry}>
            {t("retry")}
          </Button>
          <Button small kind="grave" onPress={onDiscard}>
            {t("discard")}
          </Button>
        </div>
      </>
    )}
  </li>
);
