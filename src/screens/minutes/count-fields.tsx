import type { RollCall, Votes } from "../../domain/roll-call";
import { t } from "../../i18n/minutes";
import { LabelledField } from "../../ui/field";
import { countProblem } from "./votes";

interface CountFieldsProps {
  readonly votes: Votes;
  readonly figures: RollCall;
  readonly onChange: (votes: Votes) => void;
}

const kinds = ["agree", "disagree", "other"] as const;

/** Hands as they were counted in the room, checked against who may vote. */
export const CountFields = ({ votes, figures, onChange }: CountFieldsProps) => {
  const { agree, disagree, other } = votes;
  const problem = agree + disagree + other > 0 ? countProblem(votes, figures) : undefined;
  return (
    <div>
      <div class="count-fields">
        {kinds.map((kind) => (
          <LabelledField key={kind} label={t(kind)}>
            {(control) => (
              <input
                {...control}
                type="text"
                inputMode="numeric"
                pattern="[0-9]*"
                maxLength={4}
                value={votes[kind] === 0 ? "" : String(votes[kind])}
                placeholder="0"
                onInput={(event) => {
                  const typed = event.currentTarget.value.replace(/\D/g, "");
                  onChange({ agree, disagree, other, [kind]: Number(typed || "0") });
                }}
              />
            )}
          </LabelledField>
        ))}
      </div>
      <p class="field-problem" role="status">
        {problem}
      </p>
    </div>
  );
};
