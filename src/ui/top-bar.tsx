import type { ComponentChildren } from "preact";
import { IconButton } from "./button";
import "./top-bar.css";

interface TopBarProps {
  readonly backLabel: string;
  /** Absent where there is nowhere to go back to. */
  readonly onBack?: () => void;
  readonly title?: string;
  /** Buttons at the right. */
  readonly children?: ComponentChildren;
}

export const TopBar = ({ backLabel, onBack, title, children }: TopBarProps) => (
  <header class="top-bar">
    {onBack && <IconButton icon="back" label={backLabel} onPress={onBack} />}
    {title !== undefined && <h1 tabIndex={-1}>{title}</h1>}
    <div class="top-bar-end">{children}</div>
  </header>
);
