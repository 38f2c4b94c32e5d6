import type { ComponentChildren } from "preact";
import { Icon } from "./icon";
import "./list.css";

/** Rows under an optional title, on a sheet of their own. */
export const List = ({
  title,
  children,
}: {
  readonly title?: string;
  readonly children: ComponentChildren;
}) => (
  <section>
    {title && <h2 class="list-title">{title}</h2>}
    <div class="list">{children}</div>
  </section>
);

interface RowProps {
  readonly text: ComponentChildren;
  readonly detail?: ComponentChildren;
  /** At the right: a number, a state. */
  readonly value?: ComponentChildren;
}

const RowBody = ({ text, detail, value }: RowProps) => (
  <span class="row-body">
    <span class="row-text">
      {text}
      {detail && <small>{detail}</small>}
    </span>
    {value !== undefined && <span class="row-value">{value}</span>}
  </span>
);

export const Row = (props: RowProps) => (
  <div class="row">
    <RowBody {...props} />
  </div>
);

export const LinkRow = ({ href, ...rest }: RowProps & { readonly href: string }) => (
  <a class="row" href={href}>
    <RowBody {...rest} />
    <Icon name="next" size={20} />
  </a>
);

export const ButtonRow = ({ onPress, ...rest }: RowProps & { readonly onPress: () => void }) => (
  <button type="button" class="row" onClick={onPress}>
    <RowBody {...rest} />
    <Icon name="next" size={20} />
  </button>
);
