import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import type { CameraProblem, RunningCamera } from "../../device/scan/camera";
import { t } from "../../i18n/scan";
import { Button } from "../../ui/button";

interface ViewfinderProps {
  readonly view: RefObject<HTMLDivElement | null>;
  readonly camera: RunningCamera | undefined;
  readonly problem: CameraProblem | undefined;
  readonly onChoose: (camera: string) => void;
}

/** The camera's picture with a frame to aim by, its lamp, and a choice where there are several cameras. */
export const Viewfinder = ({ view, camera, problem, onChoose }: ViewfinderProps) => {
  const [lit, setLit] = useState(false);
  const torch = camera?.torch;
  const light = async () => {
    await torch?.(!lit);
    setLit(!lit);
  };
  return (
    <section class={`viewfinder${problem ? " off" : ""}`} aria-label={t("title")}>
      {/* html5-qrcode puts its video in here; nothing of ours is drawn inside. */}
      <div ref={view} class="viewfinder-picture" />
      {camera && <div class="viewfinder-frame" aria-hidden="true" />}
      <p class="viewfinder-hint" role="status">
        {problem ? "" : camera ? t("hint") : t("starting")}
      </p>
      <div class="viewfinder-tools">
        {torch && (
          <Button kind="quiet" small onPress={() => void light()}>
            {lit ? t("torchOff") : t("torchOn")}
          </Button>
        )}
        {camera && camera.choices.length > 1 && (
          <select
            aria-label={t("camera")}
            value={camera.current ?? ""}
            onChange={(event) => onChoose(event.currentTarget.value)}
          >
            {camera.choices.map(({ id, label }, i) => (
              <option key={id} value={id}>
                {label || t("cameraNumber", { n: i + 1 })}
              </option>
            ))}
          </select>
        )}
      </div>
    </section>
  );
};
