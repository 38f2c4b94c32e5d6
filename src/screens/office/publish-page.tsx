import { useEffect, useRef, useState } from "preact/hooks";
import { readPaper } from "../../device/intake/read-paper";
import type { PublishOutcome } from "../../device/office/publish";
import { refuseAtDoor } from "../../device/office/publish";
import type { DocumentId } from "../../domain/ids";
import type { Refusal } from "../../domain/refusal";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/office";
import { Button } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { usePageTitle } from "../../ui/page-title";
import { Progress } from "../../ui/progress";
import { useServices, useWatch } from "../services";
import { type Draft, startDraft } from "./draft";
import { DraftStep } from "./draft-step";
import { DropZone } from "./drop-zone";
import { useKeptWork } from "./kept-work";
import { PublishRefused } from "./publish-refused";
import { PublishResult } from "./publish-result";
import "./publish.css";

type Step =
  | { readonly is: "empty" }
  | { readonly is: "reading"; readonly name: string; readonly done: number }
  | { readonly is: "missing"; readonly file: File }
  | { readonly is: "refused"; readonly code: Refusal; readonly hint?: "old-word" }
  | { readonly is: "draft"; readonly draft: Draft }
  | { readonly is: "done"; readonly outcome: PublishOutcome; readonly number: string };

/** From a file to an issued paper. A refused file leaves nothing behind in this page. */
export const PublishPage = ({ replaces }: { readonly replaces: DocumentId | undefined }) => {
  const { device, holdReload } = useServices();
  const [kept, keep] = useKeptWork<Draft>(`paper:${replaces ?? ""}`);
  const [step, setStep] = useState<Step>(kept ? { is: "draft", draft: kept } : { is: "empty" });
  // Also after the clerk went elsewhere: a paper that is issued meanwhile must not wait here to be issued again.
  const show = (next: Step) => {
    keep(next.is === "draft" ? next.draft : undefined);
    setStep(next);
  };
  const reading = useRef<AbortController>(undefined);
  const old = useWatch(
    () => (replaces ? device.library.document(replaces) : { subscribe: () => () => undefined }),
    [replaces],
  );
  usePageTitle(t("publish"));
  useEffect(() => (step.is === "draft" ? holdReload() : undefined), [step.is]);
  useEffect(() => () => reading.current?.abort(), []);

  const take = async (file: File) => {
    const stop = new AbortController();
    reading.current = stop;
    show({ is: "reading", name: file.name, done: 0 });
    try {
      const read = await readPaper(file, file.name, {
        signal: stop.signal,
        // A page of a PDF that was at hand when the clerk stopped is still told.
        onProgress: (done) => stop.signal.aborted || show({ is: "reading", name: file.name, done }),
      });
      if (stop.signal.aborted) return;
      if (!read.ok) return show({ is: "refused", ...read.error });
      const draft = startDraft(read.value, old?.scopes);
      const code = refusedAtOnce(draft);
      show(code ? { is: "refused", code } : { is: "draft", draft });
    } catch {
      // Stopped by the clerk, who has gone on to another file; else what reads it is neither on this machine nor in reach.
      if (!stop.signal.aborted) show({ is: "missing", file });
    }
  };
  const reset = () => {
    reading.current?.abort();
    show({ is: "empty" });
  };

  return (
    <div class="publish">
      <header class="office-head">
        <h1 tabIndex={-1}>{old ? t("replaceWith", { number: old.number ?? old.abstract }) : t("publish")}</h1>
      </header>
      {old && <p class="office-note">{t("replaceText")}</p>}
      {step.is === "empty" && <DropZone onFile={(file) => void take(file)} />}
      {step.is === "reading" && (
        <div class="drop-zone">
          <div role="status">
            <h2>{t("reading", { name: step.name })}</h2>
          </div>
          <Progress label={t("reading", { name: step.name })} done={step.done} of={step.done > 0 ? 1 : 0} />
          {/* The bar says it already to whoever listens. */}
          <p aria-hidden="true">{t("readingShare", { percent: Math.floor(step.done * 100) })}</p>
          <Button kind="quiet" small onPress={reset}>
            {t("stopReading")}
          </Button>
        </div>
      )}
      {step.is === "missing" && (
        <EmptyState title={core("chunkTitle")} text={core("chunkText")}>
          <Button onPress={() => void take(step.file)}>{core("retry")}</Button>
          <Button kind="quiet" small onPress={reset}>
            {t("anotherFile")}
          </Button>
        </EmptyState>
      )}
      {step.is === "refused" && <PublishRefused code={step.code} hint={step.hint} onAgain={reset} />}
      {step.is === "draft" && (
        <DraftStep
          draft={step.draft}
          replaces={old}
          onChange={(draft) => show({ is: "draft", draft })}
          onCancel={reset}
          onSending={(sending) => keep(sending ? undefined : step.draft)}
          onRefused={(code) => show({ is: "refused", code })}
          onDone={(outcome, number) => show({ is: "done", outcome, number })}
        />
      )}
      {step.is === "done" && <PublishResult outcome={step.outcome} number={step.number} onAnother={reset} />}
    </div>
  );
};

/** A stamp or a title that may not enter is refused before the clerk fills in anything. */
const refusedAtOnce = (draft: Draft): Refusal | undefined => {
  const code = refuseAtDoor({
    paper: draft.paper,
    text: draft.text,
    scopes: [],
    attachFile: true,
    fields: {
      kind: draft.kind || (draft.paper.suggestions.kind?.[0] ?? "tai_lieu"),
      issuedOn: draft.issuedOn,
      abstract: draft.abstract,
      issuer: draft.issuer,
      urgency: "normal",
      declaredBy: "",
    },
  });
  return code === "not-declared" ? undefined : code;
};
