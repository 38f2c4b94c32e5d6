import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import "./field.css";

/** What a control needs to be tied to its label and notes. */
export interface FieldControl {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
}

export interface LabelledFieldProps {
  readonly label: string;
  /** Beside the label: that it may stay empty, where its value comes from. */
  readonly aside?: ComponentChildren;
  readonly note?: string | undefined;
  /** What is wrong with it; said at once. */
  readonly problem?: string | undefined;
  readonly children: (control: FieldControl) => ComponentChildren;
}

/** A control with its label above, and below it what helps or what is wrong. */
export const LabelledField = ({ label, aside, note, problem, children }: LabelledFieldProps) => {
  const id = useId();
  const described = [note && `${id}-note`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return (
    <div class="labelled">
      <label for={id}>
        {label}
        {aside && <> {aside}</>}
      </label>
      {children({
        id,
        ...(described && { "aria-describedby": described }),
        ...(problem && { "aria-invalid": true }),
      })}
      {note && <small id={`${id}-note`}>{note}</small>}
      {problem && (
        <p class="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
};
