import { Rich } from "./rich";
import "./status-line.css";

interface StatusLineProps {
  /** `away`: no connection, nothing wrong; `trouble`: the person can do something. */
  readonly tone: "calm" | "busy" | "away" | "trouble";
  /** Parts, joined by a middle dot; *stars* stand out. */
  readonly parts: readonly string[];
  readonly href: string;
}

/** The state of the phone in one quiet line; pressed, it shows what waits. */
export const StatusLine = ({ tone, parts, href }: StatusLineProps) => (
  <a class={`status-line ${tone}`} href={href}>
    <span>
      <Rich text={parts.join(" · ")} />
    </span>
  </a>
);
