import type { MeetingKind } from "../../domain/meeting-host";
import { t as meeting } from "../../i18n/meeting";
import { t } from "../../i18n/meeting-call";
import { LabelledField } from "../../ui/field";
import { Segmented } from "../../ui/segmented";
import { TextField } from "../../ui/text-field";
import { longWhen } from "../meeting-when";
import { momentOf } from "../moment-of";
import type { CallDraft, CallProblems } from "./call-draft";

interface CallFieldsProps {
  readonly draft: CallDraft;
  readonly problems: CallProblems;
  /** A meeting that was called stays of its kind: it decides who reads of it. */
  readonly fixedKind: boolean;
  readonly onChange: (part: Partial<CallDraft>) => void;
}

const kinds = ["regular", "thematic", "committee"] as const satisfies readonly MeetingKind[];

/** Kind, title, when, where, how long. */
export const CallFields = ({ draft, problems, fixedKind, onChange }: CallFieldsProps) => {
  // In words: a phone set to another language writes the month before the day in its own fields.
  const at = momentOf(draft.day, draft.time);
  return (
    <>
      {!fixedKind && (
        <Segmented<MeetingKind>
          label={t("kind")}
          value={draft.kind}
          options={kinds.map((value) => ({ value, label: meeting(value) }))}
          onChange={(kind) => onChange({ kind })}
        />
      )}
      <LabelledField label={t("name")} problem={problems.title}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            value={draft.title}
            onInput={(event) =>
              onChange({ title: event.currentTarget.value.replaceAll("\n", " "), ownTitle: true })
            }
          />
        )}
      </LabelledField>
      <div class="call-when">
        <LabelledField label={t("day")} problem={problems.when}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={draft.day}
              onInput={(event) => onChange({ day: event.currentTarget.value })}
            />
          )}
        </LabelledField>
        <LabelledField label={t("time")}>
          {(control) => (
            <input
              {...control}
              type="time"
              value={draft.time}
              onInput={(event) => onChange({ time: event.currentTarget.value })}
            />
          )}
        </LabelledField>
        {at !== undefined && <p class="call-said">{longWhen(at)}</p>}
      </div>
      <TextField
        label={t("place")}
        problem={problems.place}
        placeholder={t("placeHint")}
        value={draft.place}
        onInput={(place) => onChange({ place })}
      />
      <TextField
        label={t("minutes")}
        note={t("minutesHint")}
        problem={problems.minutes}
        keys="numeric"
        value={draft.minutes}
        onInput={(minutes) => onChange({ minutes: minutes.trim() })}
      />
    </>
  );
};
