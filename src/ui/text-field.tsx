import { LabelledField, type LabelledFieldProps } from "./field";

interface TextFieldProps extends Omit<LabelledFieldProps, "children"> {
  readonly value: string;
  readonly maxLength?: number;
  readonly placeholder?: string;
  /** Which keys the phone shows. */
  readonly keys?: "numeric" | "decimal";
  readonly required?: boolean;
  readonly spellcheck?: boolean;
  /** At every letter. */
  readonly onInput?: (text: string) => void;
  /** When the person has done with it. */
  readonly onDone?: (text: string) => void;
}

/** One line of words or a number, with its label. What was typed before is not offered: it would be of somebody else. */
export const TextField = ({
  value,
  maxLength,
  placeholder,
  keys,
  required,
  spellcheck,
  onInput,
  onDone,
  ...field
}: TextFieldProps) => (
  <LabelledField {...field}>
    {(control) => (
      <input
        {...control}
        type="text"
        autocomplete="off"
        maxLength={maxLength}
        placeholder={placeholder}
        inputMode={keys}
        required={required}
        spellcheck={spellcheck}
        value={value}
        onInput={onInput && ((event) => onInput(event.currentTarget.value))}
        onChange={onDone && ((event) => onDone(event.currentTarget.value))}
      />
    )}
  </LabelledField>
);
