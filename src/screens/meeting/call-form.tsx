import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { MeetingDraft, MeetingRow } from "../../device/meetings/meetings";
import type { Photos, PhotosFor } from "../../device/photos/photos";
import type { MeetingId } from "../../domain/ids";
import type { MeetingKind } from "../../domain/meeting-host";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/meeting-call";
import { t as photosText } from "../../i18n/meeting-photos";
import { SubmitButton } from "../../ui/button";
import { Confirm } from "../../ui/dialog";
import { shortWhen } from "../meeting-when";
import { useServices } from "../services";
import { useWrite } from "../use-meetings";
import { AgendaEditor } from "./agenda-editor";
import {
  type CallDraft,
  type CallProblems,
  changeDraft,
  isWrongPoint,
  points,
  problemsOf,
  readDraft,
  startOf,
} from "./call-draft";
import { CallFields } from "./call-fields";
import "./call.css";
import { clashOf } from "./clash";
import { dropDraft, keepDraft, keepPlace, keptDraft } from "./kept-draft";
import { PaperChoice } from "./paper-choice";
import { PhotoSection } from "./photo-section";
import { usePhotoDrafts } from "./use-photo-drafts";
import type { Templates } from "./use-template";

interface CallFormProps {
  readonly start: CallDraft;
  /** The meeting that is changed. */
  readonly edits?: MeetingId;
  /** Under which name it is kept while it is typed, where it is neither of those. */
  readonly keptAs?: "conference";
  readonly fixedKind?: boolean;
  /** Why it cannot be sent as it stands, beside what its own fields say. */
  readonly refused?: string | undefined;
  /** More fields, above the papers. */
  readonly children?: ComponentChildren;
  /** The meeting after which a new one is called. */
  readonly after?: MeetingId;
  readonly templates: Templates;
  /** Keeps an agenda for the meetings to come; an empty one goes back to the built-in. */
  readonly onKeep: (kind: MeetingKind, points: readonly string[]) => Promise<void>;
  /** Other meetings of this host, so that two at one hour are noticed. */
  readonly others?: readonly MeetingRow[];
  /** Keeps papers that are photographed to go with a new call; absent where a meeting that stands is changed. */
  readonly photos?: Photos;
  /** Writes it, with the papers that were photographed for it, and answers where to go then. */
  readonly onSend: (draft: MeetingDraft, photos: PhotosFor) => Promise<() => void>;
}

const aDay = 86_400_000;

/** The whole form. It is kept on the phone while it is typed, and nothing of it is lost by a mistake. */
export const CallForm = ({
  start,
  edits,
  after,
  keptAs,
  fixedKind = edits !== undefined,
  templates,
  onKeep,
  others = [],
  refused,
  photos,
  onSend,
  children,
}: CallFormProps) => {
  const { device, toast, holdReload } = useServices();
  const write = useWrite();
  const drafted = keptAs ?? edits ?? (after && (`after:${after}` as const));
  const photosFor: PhotosFor = `call:${drafted ?? ""}`;
  const photographed = usePhotoDrafts(photos, photosFor);
  const standing =
    refused ?? (photographed.some((one) => !one.declaredBy) ? photosText("unfinishedCall") : undefined);
  const form = useRef<HTMLFormElement>(null);
  const [kept] = useState(() => keptDraft(drafted));
  const [draft, setDraft] = useState(kept ?? start);
  const [touched, setTouched] = useState(kept !== undefined);
  const [problems, setProblems] = useState<CallProblems>({});
  const [state, setState] = useState<"writing" | "working" | "failed">("writing");
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  useEffect(() => (touched ? holdReload() : undefined), [touched]);

  const change = (part: Partial<CallDraft>) => {
    const next = changeDraft(draft, part, templates.agendaFor);
    setDraft(next);
    setTouched(true);
    keepDraft(next, drafted);
  };
  const keep = async (agenda: readonly string[]) => {
    const before = templates.isOwn(draft.kind) ? templates.agendaFor(draft.kind) : [];
    if (agenda.some((point) => isWrongPoint(point)))
      return setProblems(problemsOf(readDraft(draft, 0, false)));
    if (!(await write(() => onKeep(draft.kind, agenda)))) return;
    const shown = agenda.length > 0 ? agenda : templates.builtIn(draft.kind);
    change({ agenda: points(shown), ownAgenda: false });
    toast(t(agenda.length > 0 ? "agendaKept" : "agendaForgotten"), {
      label: t("undo"),
      run: () => void write(() => onKeep(draft.kind, before)),
    });
  };
  const startOver = () => {
    dropDraft(drafted);
    for (const { photo } of photographed) void photos?.drop(photo).catch(() => undefined);
    setDraft(start);
    setProblems({});
    setTouched(false);
    setAsking(false);
  };
  const send = async () => {
    const read = readDraft(draft, device.now(), edits === undefined);
    if (!("call" in read)) {
      setProblems(read.problems);
      // The first field that is wrong comes to the person, not the person to it.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
      return;
    }
    setProblems({});
    setTried(true);
    if (standing) return;
    setState("working");
    try {
      const go = await onSend(read.call, photosFor);
      keepPlace(read.call.place);
      dropDraft(drafted);
      toast(t(edits ? "saved" : "called"));
      go();
    } catch {
      setState("failed");
    }
  };
  const startsAt = startOf(draft);
  const clash = startsAt === undefined ? undefined : clashOf(others, startsAt, Number(draft.minutes), edits);
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
      <CallFields draft={draft} problems={problems} fixedKind={fixedKind} onChange={change} />
      <AgendaEditor
        agenda={draft.agenda}
        problem={problems.agenda}
        own={draft.ownAgenda}
        onChange={(agenda) => change({ agenda, ownAgenda: true })}
        onTemplate={() => change({ agenda: points(templates.agendaFor(draft.kind)), ownAgenda: false })}
        ownTemplate={templates.isOwn(draft.kind)}
        onKeep={() => void keep(draft.agenda.map(({ text }) => text.trim()).filter(Boolean))}
        onForget={() => void keep([])}
      />
      {children}
      <PaperChoice chosen={draft.papers} onChange={(papers) => change({ papers })} />
      {photos && (
        <fieldset class="photo-choice">
          <legend>{photosText("section")}</legend>
          <p class="photo-note">{photosText("sectionText")}</p>
          <PhotoSection of={photosFor} drafts={photographed} photos={photos} />
        </fieldset>
      )}
      <p class={soon ? "call-soon" : "call-remind"}>{t(soon ? "soon" : "remind")}</p>
      {clash && (
        <p class="call-soon" role="status">
          {t("clash", { title: clash.title, when: shortWhen(clash.startsAt, device.now()) })}
        </p>
      )}
      {Object.keys(problems).length > 0 && (
        <p class="field-problem" role="alert">
          {t("mend")}
        </p>
      )}
      {tried && standing && (
        <p class="field-problem" role="alert">
          {standing}
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
