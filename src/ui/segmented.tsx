import { useId } from "preact/hooks";
import "./segmented.css";

interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** A few choices side by side, one of them taken. Radio buttons underneath: arrows move between them. */
export const Segmented = <Value extends string>(props: SegmentedProps<Value>) => {
  const name = useId();
  return (
    <fieldset class="segmented">
      <legend class={props.hideLabel ? "unseen" : undefined}>{props.label}</legend>
      <div class="segmented-options">
        {props.options.map(({ value, label }) => (
          <label key={value} class={value === props.value ? "on" : undefined}>
            <input
              class="unseen"
              type="radio"
              name={name}
              checked={value === props.value}
              onChange={() => props.onChange(value)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
};
