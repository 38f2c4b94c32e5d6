import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/reader";
import { IconButton } from "../../ui/button";
import { headLabels } from "./head-labels";
import "./table-more.css";
import { Cell, type RowsProps } from "./table-view";

/** A row is a card, a cell a line under the name of its column. */
export const TableCards = ({ block, starts, rows, spans }: RowsProps) => {
  const labels = headLabels(block);
  const h = block.h ?? 0;
  return (
    <ol class="table-cards">
      {block.rows.slice(h, Math.max(h, rows)).map((row, y) => (
        <li key={y}>
          <dl>
            {row.map((cell, x) =>
              cell.trim() === "" ? null : (
                <div key={x}>
                  <dt>{labels[x] || t("tableColumn", { n: x + 1 })}</dt>
                  <dd data-from={starts[y + h]?.[x]}>
                    <Cell text={cell} from={starts[y + h]?.[x] ?? 0} spans={spans} />
                  </dd>
                </div>
              ),
            )}
          </dl>
        </li>
      ))}
    </ol>
  );
};

interface TableFullProps {
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A table with the whole screen to itself. */
export const TableFull = ({ onClose, children }: TableFullProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element?.showModal) element.showModal();
    else element?.setAttribute("open", "");
  }, []);
  return (
    <dialog ref={dialog} class="table-full reading" aria-label={t("tableFull")} onClose={onClose}>
      <div class="table-full-head">
        <IconButton icon="close" label={core("close")} onPress={onClose} />
      </div>
      {children}
    </dialog>
  );
};
