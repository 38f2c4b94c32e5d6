import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { RollRow } from "../../domain/meeting-roll";
import { mustCome } from "../../domain/roll-call";
import { timeOfDay } from "../../i18n/date";
import { t } from "../../i18n/meeting";

interface RollMemberProps {
  readonly row: RollRow;
  readonly onPresent: () => void;
  readonly onAbsent: () => void;
  readonly onUnmark: () => void;
}

const stateOf = ({ presence, reason, by, doubtful, checkedAt, standing }: RollRow): string => {
  const time = checkedAt === undefined ? "" : timeOfDay(checkedAt);
  if (doubtful) return t(doubtful, { time });
  if (presence === "present" && by === "self") return time ? t("selfAt", { time }) : t("bySelf");
  if (presence === "present") return t("isPresent");
  if (presence === undefined && !mustCome(standing)) return t(standing);
  if (presence === "excused") return reason ? t("isExcusedBecause", { reason }) : t("isExcused");
  return t(presence === "unexcused" ? "isUnexcused" : "isUncalled");
};

/** One member of the roll: his name over his state, and the buttons that a thumb reaches. */
export const RollMember = ({ row, onPresent, onAbsent, onUnmark }: RollMemberProps) => {
  const { name, presence, by, doubtful, standing } = row;
  const buttons = useRef<HTMLDivElement>(null);
  useKeptFocus(buttons, presence);
  const state = stateOf(row);
  const look = doubtful ? "doubtful" : (presence ?? "uncalled");
  return (
    <li class={`roll-member ${look}`}>
      <p class="roll-who">
        <b>{name}</b>
        <small>
          <span class="roll-state">{state}</span>
          {standing !== "official" && state !== t(standing) && ` · ${t(standing)}`}
        </small>
      </p>
      <div class="roll-buttons" ref={buttons}>
        {by === "officer" ? (
          <RollButton text={t("unmark")} label={t("unmarkOf", { name })} onPress={onUnmark} />
        ) : by === "self" ? (
          // His own word cannot be taken back for him; it can be overruled.
          <RollButton text={t("markAbsent")} label={t("markAbsentOf", { name })} onPress={onAbsent} />
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
