import type { MeetingRow, Meetings } from "../../device/meetings/meetings";
import { t } from "../../i18n/record";
import { Button } from "../../ui/button";
import { useWatch } from "../services";
import { useWrite } from "../use-meetings";

interface LateWordsProps {
  readonly meeting: MeetingRow;
  readonly meetings: Meetings;
}

/** What another officer had written on a phone without a network, and what came too late: it can be added as it stands. */
export const LateWords = ({ meeting, meetings }: LateWordsProps) => {
  const words = useWatch(() => meetings.lateWords(meeting.id), [meetings, meeting.id]) ?? [];
  const write = useWrite();
  if (words.length === 0) return null;
  return (
    <section class="record-late">
      <h2>{t("late")}</h2>
      <p>{t("lateText")}</p>
      <ul>
        {words.map(({ name, text }, i) => {
          const said = name ? `${name}: ${text}` : text;
          return (
            <li key={`${i} ${said}`}>
              <span>{said}</span>
              {meeting.changes && (
                <Button kind="quiet" small onPress={() => void write(() => meetings.amend(meeting.id, said))}>
                  {t("lateAdd")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
