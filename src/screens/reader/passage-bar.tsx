import { useEffect, useRef } from "preact/hooks";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/reader-tools";
import { IconButton } from "../../ui/button";
import "./passage-bar.css";
import type { Chosen } from "./use-passage";

interface PassageBarProps {
  readonly chosen: Chosen;
  /** Where it is: "khoản 2 Điều 5". */
  readonly where: string | undefined;
  /** The first words of it, for who cannot see it. */
  readonly words: string;
  readonly onStep: (by: 1 | -1) => void;
  readonly onMark: () => void;
  readonly onNote: () => void;
  readonly onBookmark: () => void;
  readonly onCopy: () => void;
  readonly onShare: () => void;
  readonly onLink: (() => void) | undefined;
  readonly onRead: (() => void) | undefined;
  readonly onClose: () => void;
}

/** What can be done with the passage, at the foot of the screen under one thumb. */
export const PassageBar = (props: PassageBarProps) => {
  const { chosen, where, words, onStep, onClose } = props;
  const bar = useRef<HTMLElement>(null);
  const byBlock = chosen.by === "block";
  useEffect(() => {
    // Chosen by buttons it takes the keyboard; a selection keeps it.
    if (byBlock) bar.current?.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
  }, [byBlock]);
  const act = (label: string, onPress: (() => void) | undefined) =>
    onPress && (
      <button type="button" class="passage-act" onClick={onPress}>
        {label}
      </button>
    );
  return (
    <section
      ref={bar}
      class="passage-bar"
      aria-label={t("passage")}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
      // A press on the bar must not take the selection away.
      onMouseDown={(event) => event.preventDefault()}
    >
      <div class="passage-head">
        {byBlock && (
          <>
            <IconButton icon="up" label={t("previousBlock")} onPress={() => onStep(-1)} />
            <IconButton icon="down" label={t("nextBlock")} onPress={() => onStep(1)} />
          </>
        )}
        <p aria-live="polite">
          <b>{where ?? t("passage")}</b>
          <span class="unseen"> {words}</span>
        </p>
        <IconButton icon="close" label={core("close")} onPress={onClose} />
      </div>
      <div class="passage-acts">
        {act(t("mark"), props.onMark)}
        {act(t("note"), props.onNote)}
        {act(t("copyWithCitation"), props.onCopy)}
        {act(t("share"), props.onShare)}
        {act(t("readFromHere"), props.onRead)}
        {byBlock && act(t("kindBookmark"), props.onBookmark)}
        {act(t("copyLink"), props.onLink)}
      </div>
    </section>
  );
};
