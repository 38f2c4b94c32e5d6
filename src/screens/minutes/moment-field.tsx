import { dayOf, timeOfDay } from "../../i18n/date";
import { LabelledField } from "../../ui/field";
import { longWhen } from "../meeting-when";
import { momentOf } from "../moment-of";

interface MomentFieldProps {
  readonly label: string;
  readonly note?: string | undefined;
  readonly problem?: string | undefined;
  /** Milliseconds. */
  readonly at: number;
  readonly onChange: (at: number) => void;
}

/** Day and hour of something that happened: noted when it did, corrected where it was noted later. */
export const MomentField = ({ label, note, problem, at, onChange }: MomentFieldProps) => (
  <LabelledField label={label} note={note ? `${longWhen(at)}. ${note}` : longWhen(at)} problem={problem}>
    {(control) => (
      <input
        {...control}
        type="datetime-local"
        value={`${dayOf(at)}T${timeOfDay(at).padStart(5, "0")}`}
        onChange={(event) => {
          const [day = "", time = ""] = event.currentTarget.value.split("T");
          const next = momentOf(day, time);
          if (next !== undefined) onChange(next);
        }}
      />
    )}
  </LabelledField>
);
