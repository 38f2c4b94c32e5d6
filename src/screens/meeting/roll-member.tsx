import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { RollRow } from "../../domain/meeting-roll";
import { t } from "../../i18n/meeting";

interface RollMemberProps {
  readonly row: RollRow;
  readonly onPresent: () => void;
  readonly onAbsent: () => void;
  readonly onUnmark: () => void;
}

const stateOf = ({ presence, reason, by, doubtful }: RollRow): string => {
  if (doubtful) return t("doubtful");
  if (presence === "present") return t(by === "self" ? "bySelf" : "isPresent");
  if (presence === "excused") return reason ? t("isExcusedBecause", { reason }) : t("isExcused");
  return t(presence === "unexcused" ? "isUnexcused" : "isUncalled");
};

/** One member of the roll: his name over his state, and the buttons that a thumb reaches. */
export const RollMember = ({ row, onPresent, onAbsent, onUnmark }: RollMemberProps) => {
  const { name, presence, doubtful, standing } = row;
  const buttons = useRef<HTMLDivElement>(null);
  useKeptFocus(buttons, presence);
  const look = doubtful ? "doubtful" : (presence ?? "uncalled");
  return (
    <li class={`roll-member ${look}`}>
      <p class="roll-who">
        <b>{name}</b>
        <small>
          <span class="roll-state">{stateOf(row)}</span>
          {standing !== "official" && ` · ${t(standing)}`}
        </small>
      </p>
      <div class="roll-buttons" ref={buttons}>
        {presence ? (
          <RollButton text={t("unmark")} label={t("unmarkOf", { name })} onPress={onUnmark} />
        ) : (
          <>
            <RollButton text={t("markAbsent")} label={t("markAbsentOf", { name })} onPress={onAbsent} />
            <RollButton
              strong
              text={t(doubtful ? "confirm" : "markPresent")}
              label={t(doubtful ? "confirmOf" : "markPresentOf", { name })}
              onPress={onPresent}
            />
          </>
        )}
      </div>
    </li>
  );
};

/** The pressed button gives way to another: the keyboard stays in the row, and does not fall to the top of the page. */
const useKeptFocus = (buttons: RefObject<HTMLDivElement | null>, presence: RollRow["presence"]) => {
  const before = useRef(presence);
  const within = useRef(false);
  useLayoutEffect(() => {
    const element = buttons.current;
    const enter = () => {
      within.current = true;
    };
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget) within.current = false;
    };
    element?.addEventListener("focusin", enter);
    element?.addEventListener("focusout", leave);
    return () => {
      element?.removeEventListener("focusin", enter);
      element?.removeEventListener("focusout", leave);
    };
  }, []);
  useLayoutEffect(() => {
    if (before.current === presence) return;
    before.current = presence;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (within.current && lost) buttons.current?.querySelector("button")?.focus({ preventScroll: true });
  }, [presence]);
};

interface RollButtonProps {
  readonly strong?: boolean;
  readonly text: string;
  /** With the name, for who does not see the row. */
  readonly label: string;
  readonly onPress: () => void;
}

const RollButton = ({ strong, text, label, onPress }: RollButtonProps) => (
  <button type="button" class={`roll-button${strong ? " strong" : ""}`} aria-label={label} onClick={onPress}>
    {text}
  </button>
);
