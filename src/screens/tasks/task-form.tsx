import { useEffect, useRef, useState } from "preact/hooks";
import type { TaskDraft, TaskPerson } from "../../device/tasks/tasks";
import type { MemberId } from "../../domain/ids";
import { longDay } from "../../i18n/date";
import { t } from "../../i18n/tasks";
import { SubmitButton } from "../../ui/button";
import { LabelledField } from "../../ui/field";
import { Tick } from "../../ui/tick";
import { useServices } from "../services";
import { type DraftProblems, type FormDraft, readDraft } from "./task-draft";
import { nameOf } from "./task-words";

interface TaskFormProps {
  readonly start: FormDraft;
  /** Who may be chosen, in the order of a roll. */
  readonly people: readonly TaskPerson[];
  readonly sendLabel: string;
  /** Writes it; rejects where that failed. */
  readonly onSend: (task: TaskDraft) => Promise<void>;
}

/** What is to be done, by whom, by when. Nothing typed is lost by a mistake. */
export const TaskForm = ({ start, people, sendLabel, onSend }: TaskFormProps) => {
  const { device, holdReload } = useServices();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(start);
  const [problems, setProblems] = useState<DraftProblems>({});
  const [state, setState] = useState<"writing" | "working" | "failed">("writing");
  const touched = draft !== start;
  useEffect(() => (touched ? holdReload() : undefined), [touched]);
  const change = (part: Partial<FormDraft>) => setDraft({ ...draft, ...part });
  const send = async () => {
    const read = readDraft(draft, device.now(), start.dueOn);
    if ("problems" in read) {
      setProblems(read.problems);
      // The first field that is wrong comes to the person, not the person to it.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
      return;
    }
    setProblems({});
    setState("working");
    try {
      await onSend(read.task);
    } catch {
      setState("failed");
    }
  };
  return (
    <form
      ref={form}
      class="task-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <LabelledField label={t("text")} problem={problems.text}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            value={draft.text}
            onInput={(event) => change({ text: event.currentTarget.value })}
          />
        )}
      </LabelledField>
      <LabelledField label={t("lead")} problem={problems.lead}>
        {(control) => (
          <select
            {...control}
            value={draft.lead}
            onChange={(event) => change({ lead: event.currentTarget.value as MemberId | "" })}
          >
            <option value="">{t("chooseLead")}</option>
            {people.map((one) => (
              <option key={one.id} value={one.id}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        )}
      </LabelledField>
      <LabelledField
        label={t("due")}
        note={draft.dueOn ? longDay(draft.dueOn) : t("dueHint")}
        problem={problems.dueOn}
      >
        {(control) => (
          <input
            {...control}
            type="date"
            value={draft.dueOn}
            onInput={(event) => change({ dueOn: event.currentTarget.value })}
          />
        )}
      </LabelledField>
      <Support
        people={people.filter(({ id }) => id !== draft.lead)}
        chosen={draft.support}
        problem={problems.support}
        onChange={(support) => change({ support })}
      />
      {state === "failed" && (
        <p class="field-problem" role="alert">
          {t("failed")}
        </p>
      )}
      <SubmitButton wide disabled={state === "working"}>
        {state === "working" ? t("working") : sendLabel}
      </SubmitButton>
    </form>
  );
};

interface SupportProps {
  readonly people: readonly TaskPerson[];
  readonly chosen: readonly MemberId[];
  readonly problem: string | undefined;
  readonly onChange: (support: readonly MemberId[]) => void;
}

const Support = ({ people, chosen, problem, onChange }: SupportProps) => (
  <fieldset class="task-support">
    <legend>{t("supportHint", { n: people.filter(({ id }) => chosen.includes(id)).length })}</legend>
    {problem && (
      <p class="field-problem" role="alert">
        {problem}
      </p>
    )}
    {people.map((one) => {
      const on = chosen.includes(one.id);
      return (
        <Tick
          key={one.id}
          on={on}
          onChange={() => onChange(on ? chosen.filter((id) => id !== one.id) : [...chosen, one.id])}
        >
          {nameOf(one)}
        </Tick>
      );
    })}
  </fieldset>
);
