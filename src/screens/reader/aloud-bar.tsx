import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Voice } from "../../device/voice/voice";
import type { Block } from "../../domain/reading-text";
import { formatNumber } from "../../i18n/number";
import { t } from "../../i18n/reader-tools";
import { IconButton } from "../../ui/button";
import { useWakeLock } from "../wake-lock";
import { type AloudState, createAloud } from "./aloud-player";
import "./passage-bar.css";
import { ReaderIcon } from "./reader-icon";
import type { Place, Surface } from "./surface";

const rates = [0.75, 1, 1.25, 1.5] as const;

interface AloudBarProps {
  readonly voice: Voice;
  readonly blocks: readonly Block[];
  readonly hidden: ReadonlySet<number>;
  readonly surface: Surface;
  readonly start: Place;
  readonly onClose: () => void;
}

/** Follows what is said, unless the person has scrolled away from it. */
const inSight = (element: Element | null): boolean => {
  const { top, bottom } = element?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
  return bottom > 60 && top < innerHeight - 180;
};

/** Reading aloud: pause, paragraph by paragraph, pace. Silent as soon as the page is left or hidden. */
export const AloudBar = ({ voice, blocks, hidden, surface, start, onClose }: AloudBarProps) => {
  const [state, setState] = useState<AloudState>();
  const [rate, setRate] = useState(1);
  const bar = useRef<HTMLElement>(null);
  const player = useMemo(() => createAloud({ voice, blocks, hidden, onState: setState }), []);
  useWakeLock();

  useEffect(() => {
    player.playFrom(start.block, start.offset);
    const hide = () => document.visibilityState === "hidden" && player.pause();
    document.addEventListener("visibilitychange", hide);
    addEventListener("pagehide", player.stop);
    bar.current?.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
    return () => {
      document.removeEventListener("visibilitychange", hide);
      removeEventListener("pagehide", player.stop);
      player.stop();
      surface.setLayer("spoken", new Map());
    };
  }, []);

  useEffect(() => {
    if (!state) return;
    const before = document.querySelector(".reading .spoken");
    const follow = before === null || inSight(before);
    const { block, from, to } = state;
    surface.setLayer("spoken", new Map([[block, [{ kind: "spoken", from, to }]]]));
    // Drawn by the next turn.
    const timer = setTimeout(() => {
      const now = document.querySelector(".reading .spoken");
      if (!follow || inSight(now)) return;
      if (now) now.scrollIntoView?.({ block: "center" });
      else surface.show({ block, offset: from });
    }, 50);
    return () => clearTimeout(timer);
  }, [state]);

  const playing = state?.is === "playing";
  const faster = () => {
    const next = rates[(rates.indexOf(rate as (typeof rates)[number]) + 1) % rates.length] ?? 1;
    setRate(next);
    player.setRate(next);
  };
  return (
    <section ref={bar} class="aloud-bar" aria-label={t("aloud")}>
      <div class="aloud-keys">
        <IconButton
          label={t(playing ? "aloudPause" : "aloudGoOn")}
          onPress={playing ? player.pause : player.goOn}
        >
          <ReaderIcon name={playing ? "pause" : "play"} />
        </IconButton>
        <IconButton icon="up" label={t("aloudPrevious")} onPress={player.previous} />
        <IconButton icon="down" label={t("aloudNext")} onPress={player.next} />
        <button type="button" class="aloud-rate" onClick={faster}>
          {t("aloudSpeed", { rate: formatNumber(rate) })}
        </button>
        <IconButton icon="close" label={t("aloudStop")} onPress={onClose} />
      </div>
      <p role="status">
        {state?.is === "failed" && t("aloudFailed")}
        {state?.is === "done" && t("aloudDone")}
      </p>
    </section>
  );
};
