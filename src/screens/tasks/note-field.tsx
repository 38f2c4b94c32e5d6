import { LabelledField } from "../../ui/field";

/** Letters of a note, as `task.progressed` takes them. */
const most = 1000;

interface NoteFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
}

/** A few lines in a dialog. */
export const NoteField = ({ label, hint, value, onInput }: NoteFieldProps) => (
  <LabelledField label={label} note={hint}>
    {(control) => (
      <textarea
        {...control}
        rows={3}
        maxLength={most}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    )}
  </LabelledField>
);
