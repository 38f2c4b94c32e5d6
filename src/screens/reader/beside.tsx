import { useState } from "preact/hooks";
import type { DocumentDetail } from "../../device/device";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/reader";
import { loadBeside } from "./parts";
import { useLate } from "./use-late";

/** From here a screen has room for the text and the original. */
const wide = "(min-width: 900px)";
const key = "original-beside";

export interface BesideState {
  /** This screen and this paper allow it. */
  readonly can: boolean;
  readonly on: boolean;
  readonly set: (on: boolean) => void;
}

const wanted = (): boolean => {
  try {
    return localStorage.getItem(key) !== "off";
  } catch {
    return true;
  }
};

/** Decided with the first drawing, so that the text does not move when the original comes. */
export const useBeside = (paper: DocumentDetail | undefined): BesideState => {
  const [on, setOn] = useState(wanted);
  const can = paper?.file?.media === "application/pdf" && globalThis.matchMedia?.(wide).matches === true;
  return {
    can,
    on: can && on,
    set: (next) => {
      setOn(next);
      try {
        localStorage.setItem(key, next ? "on" : "off");
      } catch {
        // Full or forbidden: asked again next time.
      }
    },
  };
};

/** The original at the right of the text, in a column that scrolls by itself. */
export const Beside = ({ paper }: { readonly paper: DocumentDetail }) => {
  const view = useLate(loadBeside, true);
  return (
    <aside class="reader-beside" aria-label={t("beside")}>
      {view ? <view.OriginalView paper={paper} /> : <p class="pdf-wait">{core("loading")}</p>}
    </aside>
  );
};
