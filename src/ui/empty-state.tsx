import type { ComponentChildren } from "preact";
import "./empty-state.css";

interface EmptyStateProps {
  readonly title: string;
  readonly text?: string;
  /** The way out: one button, or progress. */
  readonly children?: ComponentChildren;
}

/** In place of a list that has nothing to show: says why, and what one can do. */
export const EmptyState = ({ title, text, children }: EmptyStateProps) => (
  <div class="empty-state" role="status">
    <h2>{title}</h2>
    {text && <p>{text}</p>}
    {children}
  </div>
);
