import type { ComponentChildren } from "preact";
import "./tick.css";

interface TickProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ComponentChildren;
}

/** A box to tick with its words beside it, as wide as a thumb needs. */
export const Tick = ({ on, onChange, children }: TickProps) => (
  <label class="tick">
    <input type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
    <span>{children}</span>
  </label>
);
