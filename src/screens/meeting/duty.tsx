import type { Meetings } from "../../device/meetings/meetings";
import type { MeetingId } from "../../domain/ids";
import type { MeetingNote } from "../../domain/meeting";
import { dayOf, longDay, timeOfDay } from "../../i18n/date";
import { t } from "../../i18n/meeting-prepare";
import { useWrite } from "../use-meetings";

interface DutyProps {
  readonly id: MeetingId;
  readonly note: MeetingNote;
  /** When it was done, milliseconds. */
  readonly on: number | undefined;
  /** Until when it is to be done, in words. */
  readonly due?: string | undefined;
  readonly meetings: Meetings;
}

/** A duty to tick off; the moment of the tick stands beside it, since a day before counts otherwise than an hour. */
export const Duty = ({ id, note, on, due, meetings }: DutyProps) => {
  const write = useWrite();
  const tick = async (box: HTMLInputElement) => {
    const { checked } = box;
    // The box shows what is written, also where it could not be.
    if (!(await write(() => meetings.note(id, note, checked)))) box.checked = !checked;
  };
  return (
    <label class="duty">
      <input
        type="checkbox"
        checked={on !== undefined}
        onChange={(event) => void tick(event.currentTarget)}
      />
      <span>
        {t(note)}
        {on !== undefined && (
          <small class="done">{t(`${note}At`, { time: timeOfDay(on), day: longDay(dayOf(on)) })}</small>
        )}
        {on === undefined && due && <small>{due}</small>}
      </span>
    </label>
  );
};
