import { Icon } from "../../ui/icon";

interface PhotoInputProps {
  readonly label: string;
  /** Opens the camera; else the album, where several can be chosen. */
  readonly camera?: boolean;
  readonly disabled: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The system's own camera or album, behind a button. */
export const PhotoInput = ({ label, camera, disabled, onFiles }: PhotoInputProps) => (
  <label class={`button ${camera ? "main" : "quiet"} photo-input`} aria-disabled={disabled}>
    <input
      class="unseen"
      type="file"
      accept="image/*"
      {...(camera ? { capture: "environment" } : { multiple: true })}
      disabled={disabled}
      // It bubbles, and the dialog around would take it for its own.
      onCancel={(event) => event.stopPropagation()}
      onChange={(event) => {
        const input = event.currentTarget;
        onFiles([...(input.files ?? [])]);
        // The same picture chosen again is a change again.
        input.value = "";
      }}
    />
    {camera && <Icon name="camera" />}
    {label}
  </label>
);
