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
      <div class="roll-buttons">
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
