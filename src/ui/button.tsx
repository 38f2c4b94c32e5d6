import type { ComponentChildren } from "preact";
import "./button.css";
import { Icon, type IconName } from "./icon";

interface Look {
  /** One main action on a screen; `quiet` beside it; `grave` for what cannot be undone. */
  readonly kind?: "main" | "quiet" | "grave";
  readonly small?: boolean;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

const look = ({ kind = "main", small, wide }: Omit<Look, "children">) =>
  `button ${kind}${small ? " small" : ""}${wide ? " wide" : ""}`;

interface ButtonProps extends Look {
  readonly onPress: () => void;
  readonly disabled?: boolean;
}

export const Button = ({ onPress, disabled, children, ...rest }: ButtonProps) => (
  <button type="button" class={look(rest)} disabled={disabled} onClick={onPress}>
    {children}
  </button>
);

/** Sends the form it stands in. */
export const SubmitButton = ({ disabled, children, ...rest }: Look & { readonly disabled?: boolean }) => (
  <button type="submit" class={look(rest)} disabled={disabled}>
    {children}
  </button>
);

/** Looks like a button, goes like a link. */
export const ButtonLink = ({ href, children, ...rest }: Look & { readonly href: string }) => (
  <a class={look(rest)} href={href}>
    {children}
  </a>
);

interface IconButtonProps {
  readonly icon?: IconName;
  /** What a screen reader says, and the tooltip. */
  readonly label: string;
  readonly onPress: () => void;
  readonly disabled?: boolean;
  /** Letters in place of an icon, such as "Aa". */
  readonly children?: ComponentChildren;
}

export const IconButton = ({ icon, label, onPress, disabled, children }: IconButtonProps) => (
  <button
    type="button"
    class="icon-button"
    aria-label={label}
    title={label}
    disabled={disabled}
    onClick={onPress}
  >
    {icon ? <Icon name={icon} /> : children}
  </button>
);
