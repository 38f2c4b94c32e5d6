import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { t } from "../../i18n/minutes";
import { Button } from "../../ui/button";
import { useServices } from "../services";

interface WrittenProps<T extends { readonly id: string; readonly gone?: boolean | undefined }> {
  readonly title: string;
  readonly things: readonly T[];
  readonly add: string;
  /** Begins one and gives its id. */
  readonly onAdd: () => string;
  readonly onGone: (thing: T, gone: boolean) => void;
  readonly remove: string;
  /** How it reads, in a row. */
  readonly row: (thing: T) => ComponentChildren;
  readonly editor: (thing: T) => ComponentChildren;
}

/** Things written under a point: each reads as a line, and one at a time is open for writing. What is taken out can be brought back. */
export const Written = <T extends { readonly id: string; readonly gone?: boolean | undefined }>(
  props: WrittenProps<T>,
) => {
  const { title, things, add, onAdd, onGone, remove, row, editor } = props;
  const { toast } = useServices();
  const [open, setOpen] = useState<string>();
  const drop = (thing: T) => {
    onGone(thing, true);
    setOpen(undefined);
    toast(t("removed"), { label: t("undo"), run: () => onGone(thing, false) });
  };
  const shown = things.filter(({ gone }) => !gone);
  return (
    <section class="written" aria-label={title}>
      <h3>{title}</h3>
      {shown.length > 0 && (
        <ul>
          {shown.map((thing) => (
            <li key={thing.id} class={thing.id === open ? "open" : undefined}>
              {thing.id === open ? (
                <div class="written-editor">
                  {editor(thing)}
                  <div class="meeting-actions">
                    <Button kind="quiet" small onPress={() => drop(thing)}>
                      {remove}
                    </Button>
                    <Button small onPress={() => setOpen(undefined)}>
                      {t("finish")}
                    </Button>
                  </div>
                </div>
              ) : (
                <button type="button" class="written-row" onClick={() => setOpen(thing.id)}>
                  <span>{row(thing)}</span>
                  <span class="written-edit">{t("edit")}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Button kind="quiet" wide onPress={() => setOpen(onAdd())}>
        {add}
      </Button>
    </section>
  );
};
