import type { ComponentChildren } from "preact";
import "./chips.css";

/** A row of filters that scrolls sideways; the keyboard brings each into view. */
export const Chips = ({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a scrolling flex row in older browsers
  <div class="chips" role="group" aria-label={label}>
    {children}
  </div>
);

interface ChipProps {
  readonly on: boolean;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}

export const Chip = ({ on, onPress, children }: ChipProps) => (
  <button
    type="button"
    class="chip"
    aria-pressed={on}
    onClick={onPress}
    onFocus={(event) => event.currentTarget.scrollIntoView?.({ inline: "nearest", block: "nearest" })}
  >
    <span>{children}</span>
  </button>
);
