import type { ComponentChildren } from "preact";
import "./tag.css";

interface TagProps {
  readonly tone?: "red" | "gold" | "soft";
  readonly children: ComponentChildren;
}

export const Tag = ({ tone = "red", children }: TagProps) => <span class={`tag ${tone}`}>{children}</span>;
