import { useEffect, useState } from "preact/hooks";
import type { Meetings } from "../../device/meetings/meetings";
import type { MeetingId } from "../../domain/ids";
import { t } from "../../i18n/meeting";
import { QrCode } from "../../ui/qr-code";

interface MyCardProps {
  readonly id: MeetingId;
  readonly meetings: Meetings;
}

/** The member's own check-in, for an officer's camera; nothing where there is none. */
export const MyCard = ({ id, meetings }: MyCardProps) => {
  const [card, setCard] = useState<string>();
  useEffect(() => {
    let gone = false;
    meetings.card(id).then(
      (link) => !gone && setCard(link),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [id, meetings]);
  return card ? <QrCode text={card} label={t("cardLabel")} /> : null;
};
