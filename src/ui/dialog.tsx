import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Button, IconButton } from "./button";
import "./dialog.css";

interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/**
 * A sheet from the foot of the screen. It is the browser's own modal dialog: focus stays inside, Esc and a
 * press outside close it, and focus goes back to where it was.
 */
export const Dialog = ({ title, closeLabel, onClose, children }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const gone = useRef(false);
  // Before it is painted: who presses Escape the moment he sees it closes it.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    // Safari before 15.4 has no dialogs: there it stands in the page.
    if (element?.showModal) element.showModal();
    else element?.setAttribute("open", "");
    return () => {
      gone.current = true;
      element?.close?.();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes it by Esc, which the browser handles
    <dialog
      ref={dialog}
      class="dialog"
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // Where nothing inside was pressed, Chromium's Escape closes it without asking: then the screen must hear of it too.
      onClose={() => {
        if (!gone.current) onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div class="dialog-head">
        <h2>{title}</h2>
        <IconButton icon="close" label={closeLabel} onPress={onClose} />
      </div>
      {children}
    </dialog>
  );
};

interface ConfirmProps {
  readonly title: string;
  readonly text: ComponentChildren;
  readonly yes: string;
  readonly no: string;
  readonly grave?: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** A question before something that cannot be undone. */
export const Confirm = ({ title, text, yes, no, grave, onYes, onNo }: ConfirmProps) => (
  <Dialog title={title} closeLabel={no} onClose={onNo}>
    <p>{text}</p>
    <div class="dialog-actions">
      <Button kind="quiet" onPress={onNo}>
        {no}
      </Button>
      <Button kind={grave ? "grave" : "main"} onPress={onYes}>
        {yes}
      </Button>
    </div>
  </Dialog>
);
