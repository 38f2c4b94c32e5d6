import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n/display";
import { IconButton } from "./button";
import "./display-controls.css";
import "./reading-font.css";
import { displaySettings, setDisplay, stepSize, textSizes, themes } from "./display-settings";
import { Segmented } from "./segmented";

/** Text size and colours: the same control in the reader and under "Tôi". */
export const DisplayControls = () => {
  const [{ theme, size }, follow] = useState(displaySettings.getState());
  useEffect(() => displaySettings.subscribe(follow), []);
  return (
    <div class="display-controls">
      <fieldset class="segmented">
        <legend>{t("textSize")}</legend>
        <div class="size-control">
          <IconButton
            icon="minus"
            label={t("smaller")}
            disabled={size === textSizes[0]}
            onPress={() => setDisplay({ size: stepSize(size, -1) })}
          />
          <output>{t("sizeNow", { size })}</output>
          <IconButton
            icon="plus"
            label={t("larger")}
            disabled={size === textSizes[textSizes.length - 1]}
            onPress={() => setDisplay({ size: stepSize(size, 1) })}
          />
        </div>
        <p class="display-sample">{t("sample")}</p>
      </fieldset>
      <Segmented
        label={t("theme")}
        value={theme}
        options={themes.map((value) => ({ value, label: t(value) }))}
        onChange={(theme) => setDisplay({ theme })}
      />
    </div>
  );
};
