import { useEffect, useRef, useState } from "preact/hooks";
import type { MeetingDraft } from "../../device/meetings/meetings";
import type { OrgSetting } from "../../domain/directory";
import type { MeetingId } from "../../domain/ids";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/meeting-call";
import { SubmitButton } from "../../ui/button";
import { Confirm } from "../../ui/dialog";
import { useServices } from "../services";
import { AgendaEditor } from "./agenda-editor";
import { agendaTemplate } from "./agenda-templates";
import { type CallDraft, type CallProblems, changeDraft, points, readDraft, startOf } from "./call-draft";
import { CallFields } from "./call-fields";
import "./call.css";
import { dropDraft, keepDraft, keepPlace, keptDraft } from "./kept-draft";
import { PaperChoice } from "./paper-choice";

interface CallFormProps {
  readonly start: CallDraft;
  /** The meeting that is changed. */
  readonly edits?: MeetingId;
  readonly setting: OrgSetting | undefined;
  /** Writes it, and answers where to go then. */
  readonly onSend: (draft: MeetingDraft) => Promise<() => void>;
}

const aDay = 86_400_000;

/** The whole form. It is kept on the phone while it is typed, and nothing of it is lost by a mistake. */
export const CallForm = ({ start, edits, setting, onSend }: CallFormProps) => {
  const { device, toast, holdReload } = useServices();
  const form = useRef<HTMLFormElement>(null);
  const [kept] = useState(() => keptDraft(edits));
  const [draft, setDraft] = useState(kept ?? start);
  const [touched, setTouched] = useState(kept !== undefined);
  const [problems, setProblems] = useState<CallProblems>({});
  const [state, setState] = useState<"writing" | "working" | "failed">("writing");
  const [asking, setAsking] = useState(false);
  useEffect(() => (touched ? holdReload() : undefined), [touched]);

  const change = (part: Partial<CallDraft>) => {
    const next = changeDraft(draft, part, setting);
    setDraft(next);
    setTouched(true);
    keepDraft(next, edits);
  };
  const startOver = () => {
    dropDraft(edits);
    setDraft(start);
    setProblems({});
    setTouched(false);
    setAsking(false);
  };
  const send = async () => {
    const read = readDraft(draft, device.now(), edits === undefined);
    if ("problems" in read) {
      setProblems(read.problems);
      // The first field that is wrong comes to the person, not the person to it.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
      return;
    }
    setProblems({});
    setState("working");
    try {
      const go = await onSend(read.call);
      keepPlace(read.call.place);
      dropDraft(edits);
      toast(t(edits ? "saved" : "called"));
      go();
    } catch {
      setState("failed");
    }
  };
  const startsAt = startOf(draft);
  const soon = startsAt !== undefined && startsAt - device.now() < aDay;

  return (
    <form
      ref={form}
      class="call-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {kept && touched && (
        <p class="call-kept">
          {t("restored")}{" "}
          <button type="button" class="call-link" onClick={() => setAsking(true)}>
            {t("startOver")}
          </button>
        </p>
      )}
      <CallFields draft={draft} problems={problems} fixedKind={edits !== undefined} onChange={change} />
      <AgendaEditor
        agenda={draft.agenda}
        problem={problems.agenda}
        own={draft.ownAgenda}
        onChange={(agenda) => change({ agenda, ownAgenda: true })}
        onTemplate={() => change({ agenda: points(agendaTemplate(draft.kind, setting)), ownAgenda: false })}
      />
      <PaperChoice chosen={draft.papers} onChange={(papers) => change({ papers })} />
      <p class={soon ? "call-soon" : "call-remind"}>{t(soon ? "soon" : "remind")}</p>
      {Object.keys(problems).length > 0 && (
        <p class="field-problem" role="alert">
          {t("mend")}
        </p>
      )}
      {state === "failed" && (
        <p class="field-problem" role="alert">
          {t("failed")}
        </p>
      )}
      <SubmitButton wide disabled={state === "working"}>
        {state === "working" ? t("working") : t(edits ? "save" : "send")}
      </SubmitButton>
      {asking && (
        <Confirm
          title={t("startOverTitle")}
          text={t("startOverText")}
          yes={t("startOver")}
          no={core("cancel")}
          onYes={startOver}
          onNo={() => setAsking(false)}
        />
      )}
    </form>
  );
};
