import type { ComponentChildren } from "preact";
import type { RegisterRow } from "../../device/device";
import { t as core } from "../../i18n/core";
import { t as papers } from "../../i18n/papers";
import { IconButton } from "../../ui/button";
import "./pane.css";

interface PaneProps {
  readonly paper: Pick<RegisterRow, "number" | "kind" | "abstract">;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** What stands beside the register about the paper chosen there. */
export const Pane = ({ paper, onClose, children }: PaneProps) => (
  <aside class="office-pane" aria-label={paper.abstract}>
    <div class="pane-close">
      <IconButton icon="close" label={core("close")} onPress={onClose} />
    </div>
    <p class="pane-number">
      <b>{paper.number}</b> {papers(paper.kind)}
    </p>
    <h2>{paper.abstract}</h2>
    {children}
  </aside>
);
