import { displaySettings, recall, remember, setDisplay, type TextSize, textSizes } from "./display-settings";

/** The text size that the simple way begins with, in pixels. */
const simpleSize: TextSize = 24;

/** Where the size of before is kept, so that the full way comes back as it was. */
const key = "size-before";

/** Three large buttons and large text; or everything as it was. */
export const setSimple = (simple: boolean): void => {
  const { size } = displaySettings.getState();
  if (simple) {
    remember(key, `${size}`);
    setDisplay({ simple, size: size < simpleSize ? simpleSize : size });
    return;
  }
  const before = textSizes.find((one) => `${one}` === recall(key));
  // A size that was chosen since stays.
  setDisplay({ simple, ...(before && size === simpleSize && { size: before }) });
};
