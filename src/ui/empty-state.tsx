import type { ComponentChildren } from "preact";
import "./empty-state.css";

interface EmptyStateProps {
  readonly title: string;
  readonly text?: string;
  /** True where this is all the page has: its title is then the page's. */
  readonly page?: boolean;
  /** The way out: one button, or progress. */
  readonly children?: ComponentChildren;
}

/** In place of a list that has nothing to show: says why, and what one can do. */
export const EmptyState = ({ title, text, page, children }: EmptyStateProps) => (
  <div class="empty-state" role="status">
    {page ? <h1 tabIndex={-1}>{title}</h1> : <h2>{title}</h2>}
    {text && <p>{text}</p>}
    {children}
  </div>
);
