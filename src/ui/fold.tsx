import type { ComponentChildren } from "preact";
import "./fold.css";

interface FoldProps {
  readonly title: string;
  /** Unfolded from the start. */
  readonly open?: boolean;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** What is there and need not be in sight: the browser's own details, so that a search in the page opens it. */
export const Fold = ({ title, open, class: name, children }: FoldProps) => (
  <details class={name ? `fold ${name}` : "fold"} open={open}>
    <summary>{title}</summary>
    {children}
  </details>
);
