import { Icon, type IconName } from "./icon";
import "./bottom-bar.css";

export interface Place {
  readonly href: string;
  readonly label: string;
  /** Without an icon it is the one in the middle, round and red. */
  readonly icon?: IconName;
}

interface BottomBarProps {
  readonly label: string;
  readonly places: readonly Place[];
  readonly current: string;
}

export const BottomBar = ({ label, places, current }: BottomBarProps) => (
  <nav class="bottom-bar" aria-label={label}>
    {places.map(({ href, label, icon }) => (
      <a
        key={href}
        href={href}
        class={icon ? undefined : "bottom-bar-main"}
        aria-current={href === current ? "page" : undefined}
      >
        {icon && <Icon name={icon} />}
        {label}
      </a>
    ))}
  </nav>
);
