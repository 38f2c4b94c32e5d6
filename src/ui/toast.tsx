import { useEffect } from "preact/hooks";
import { Icon } from "./icon";
import "./toast.css";

interface ToastProps {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** Stays until answered. */
  readonly stays?: boolean;
}

const briefly = 6_000;
const withAction = 12_000;

/** A short message at the foot of the screen; one with an action waits longer. */
export const Toast = ({ text, action, closeLabel, onClose, stays }: ToastProps) => {
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(onClose, action ? withAction : briefly);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div class="toast">
      <p role="status">{text}</p>
      <div class="toast-actions">
        {action && (
          <button
            type="button"
            class="toast-action"
            onClick={() => {
              action.run();
              onClose();
            }}
          >
            {action.label}
          </button>
        )}
        <button type="button" aria-label={closeLabel} onClick={onClose}>
          <Icon name="close" size={20} />
        </button>
      </div>
    </div>
  );
};
