import { useState } from "preact/hooks";
import { browserRandom } from "../../device/browser-ports";
import type { DocumentDetail } from "../../device/device";
import { type PublishOutcome, publish } from "../../device/office/publish";
import { formatDocumentNumber, parseDocumentNumber } from "../../domain/document-number";
import type { Refusal } from "../../domain/refusal";
import { typedMark } from "../../domain/secrecy";
import { shortDay } from "../../i18n/date";
import { t } from "../../i18n/office";
import { Button } from "../../ui/button";
import { Confirm } from "../../ui/dialog";
import { Progress } from "../../ui/progress";
import { AudiencePicker, audienceText, scopesOfPick } from "../audience-picker";
import { problemText } from "../problem-text";
import { useDeviceState, useServices, useWatch } from "../services";
import { useDirectory } from "../use-directory";
import { changeDraft, type Draft, fieldsOf, type Missing, missingOf } from "./draft";
import { DraftForm } from "./draft-form";
import { TextEditor } from "./text-editor";

interface DraftStepProps {
  readonly draft: Draft;
  readonly replaces: DocumentDetail | undefined;
  readonly onChange: (draft: Draft) => void;
  readonly onCancel: () => void;
  /** True while it is on its way; false where it came back unissued. */
  readonly onSending: (sending: boolean) => void;
  /** The paper may not enter: the page lets go of it. */
  readonly onRefused: (code: Refusal) => void;
  readonly onDone: (outcome: PublishOutcome, number: string) => void;
}

/** Papers that these codes refuse must not stay in the page. */
const mustGo: readonly Refusal[] = ["secret-mark", "personnel-work"];

/** The paper beside its form, until it is signed and sent. */
export const DraftStep = ({
  draft,
  replaces,
  onChange,
  onCancel,
  onSending,
  onRefused,
  onDone,
}: DraftStepProps) => {
  const { device } = useServices();
  const name = useDeviceState((state) => state.identity?.name ?? "");
  const directory = useDirectory();
  const [asked, setAsked] = useState<"publish" | "leave">();
  const [missing, setMissing] = useState<readonly Missing[]>([]);
  const [sending, setSending] = useState<number>();
  const [problem, setProblem] = useState("");
  const change = (part: Partial<Draft>) => {
    onChange(changeDraft(draft, part));
    setMissing([]);
  };
  const twin = useTwin(asked === "publish", draft, replaces);
  const title = draft.number.trim() || draft.abstract.trim();

  const ask = () => {
    // First of all: a number with a độ mật in it is no mistyped number.
    if ([draft.number, draft.abstract, draft.issuer].some(typedMark)) return onRefused("secret-mark");
    const lacking = missingOf(draft);
    setMissing(lacking);
    if (lacking.length === 0) setAsked("publish");
  };
  const send = async () => {
    setAsked(undefined);
    const fields = fieldsOf(draft, name);
    if (!fields || !directory) return;
    setSending(0);
    onSending(true);
    setProblem("");
    const publication = {
      paper: draft.paper,
      text: draft.text,
      fields,
      scopes: scopesOfPick(directory, draft.audience, draft.cells),
      attachFile: draft.attachFile,
      ...(replaces && { replaces: [{ id: replaces.id, scopes: replaces.scopes }] }),
    };
    const outcome = await publish(device, publication, { random: browserRandom, onProgress: setSending });
    setSending(undefined);
    const stays = outcome.is === "not-sent" || (outcome.is === "refused" && !mustGo.includes(outcome.code));
    onSending(!stays);
    if (outcome.is === "refused") {
      if (mustGo.includes(outcome.code)) onRefused(outcome.code);
      else setProblem(`${t("serverRefused")}. ${problemText(outcome.code)}`);
    } else if (outcome.is === "not-sent") setProblem(t("notSentText", { why: problemText(outcome.problem) }));
    else onDone(outcome, fields.number ?? fields.abstract);
  };

  return (
    <div class="draft">
      <div class="draft-left">
        {draft.paper.scanned && <p class="office-note">{t("scanned")}</p>}
        <DraftForm draft={draft} onChange={change} />
        {directory && (
          <AudiencePicker
            directory={directory}
            audience={draft.audience}
            cells={draft.cells}
            onChange={change}
          />
        )}
        <label class="check declaration">
          <input
            type="checkbox"
            checked={draft.declared}
            onChange={(event) => change({ declared: event.currentTarget.checked })}
          />
          {t("declaration", { name })}
        </label>
        <div role="alert">
          {missing.length > 0 && (
            <p class="office-note">{t("missing", { fields: missing.map((one) => t(one)).join(", ") })}</p>
          )}
          {problem && <p class="office-note">{problem}</p>}
        </div>
        {sending !== undefined && <Progress label={t("sending")} done={sending} of={1} />}
        <div class="publish-actions">
          <Button disabled={sending !== undefined} onPress={ask}>
            {sending === undefined ? t("publishNow") : t("sending")}
          </Button>
          <Button kind="quiet" disabled={sending !== undefined} onPress={() => setAsked("leave")}>
            {t("anotherFile")}
          </Button>
        </div>
      </div>
      <TextEditor text={draft.text} onChange={(text) => change({ text })} />
      {asked === "publish" && directory && (
        <Confirm
          title={t("confirmTitle", { number: title })}
          text={
            <>
              {t("confirmText", {
                abstract: draft.abstract.trim(),
                audience: audienceText(directory, draft.audience, draft.cells),
              })}
              {twin && (
                <span class="office-note">
                  {t("numberTaken", { day: shortDay(twin.issuedOn, device.now()), abstract: twin.abstract })}
                </span>
              )}
            </>
          }
          yes={t("confirmYes")}
          no={t("confirmNo")}
          onYes={() => void send()}
          onNo={() => setAsked(undefined)}
        />
      )}
      {asked === "leave" && (
        <Confirm
          title={t("leaveTitle")}
          text={t("leaveText")}
          yes={t("leaveYes")}
          no={t("leaveNo")}
          grave
          onYes={onCancel}
          onNo={() => setAsked(undefined)}
        />
      )}
    </div>
  );
};

/** A paper of the same number and year that is out already: issued twice, it would stand twice on every phone. */
const useTwin = (asked: boolean, { number, issuedOn }: Draft, replaces: DocumentDetail | undefined) => {
  const { device } = useServices();
  const parsed = asked ? parseDocumentNumber(number) : undefined;
  const printed = parsed && formatDocumentNumber(parsed);
  const found = useWatch(
    () => (printed ? device.library.register({ words: printed, limit: 20 }) : undefined),
    [printed],
  );
  return found?.rows.find(
    (row) =>
      printed !== undefined &&
      row.number === printed &&
      row.issuedOn.slice(0, 4) === issuedOn.slice(0, 4) &&
      row.state !== "recalled" &&
      row.id !== replaces?.id,
  );
};
