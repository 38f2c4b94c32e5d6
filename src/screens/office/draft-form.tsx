import { documentKinds, urgencies } from "../../domain/document-kind";
import { longDay } from "../../i18n/date";
import { formatBytes } from "../../i18n/number";
import { t } from "../../i18n/office";
import { t as papers } from "../../i18n/papers";
import { Segmented } from "../../ui/segmented";
import { type Draft, kindsOfTyped } from "./draft";
import { Field } from "./field";

interface DraftFormProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** What a paper is: number, kind, day, subject, issuer, urgency, deadlines. */
export const DraftForm = ({ draft, onChange }: DraftFormProps) => {
  const { suggestions } = draft.paper;
  const stamped = suggestions.symbol && !draft.number;
  const size = formatBytes(draft.paper.bytes.length);
  return (
    <section class="draft-form">
      <h2 class="list-title">{t("details")}</h2>
      <Field
        label={t("number")}
        suggested={draft.suggested.has("number")}
        note={stamped ? t("stampedNumber", { symbol: suggestions.symbol ?? "" }) : t("noNumber")}
      >
        {(id, note) => (
          <input
            id={id}
            aria-describedby={note}
            value={draft.number}
            maxLength={40}
            autocomplete="off"
            spellcheck={false}
            placeholder="105-QĐ/ĐU"
            onInput={(event) => onChange({ number: event.currentTarget.value })}
          />
        )}
      </Field>
      <KindField draft={draft} onChange={onChange} />
      <Field
        label={t("issuedOn")}
        suggested={draft.suggested.has("issuedOn")}
        note={draft.issuedOn ? longDay(draft.issuedOn) : undefined}
      >
        {(id, note) => (
          <input
            id={id}
            aria-describedby={draft.issuedOn ? note : undefined}
            type="date"
            required
            value={draft.issuedOn}
            onInput={(event) => onChange({ issuedOn: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t("abstract")} suggested={draft.suggested.has("abstract")}>
        {(id) => (
          <textarea
            id={id}
            rows={3}
            maxLength={500}
            required
            value={draft.abstract}
            onInput={(event) => onChange({ abstract: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t("issuer")} suggested={draft.suggested.has("issuer")}>
        {(id) => (
          <input
            id={id}
            maxLength={120}
            required
            value={draft.issuer}
            onInput={(event) => onChange({ issuer: event.currentTarget.value })}
          />
        )}
      </Field>
      <div class="field">
        <Segmented
          label={t("urgency")}
          value={draft.urgency}
          options={urgencies.map((value) => ({ value, label: papers(value) }))}
          onChange={(urgency) => onChange({ urgency })}
        />
        {draft.urgency === "express" && <small>{t("expressNote")}</small>}
      </div>
      <div class="field-pair">
        <Field
          label={t("acknowledgeBy")}
          optional
          note={draft.acknowledgeBy ? longDay(draft.acknowledgeBy) : undefined}
        >
          {(id) => (
            <input
              id={id}
              type="date"
              min={draft.issuedOn}
              value={draft.acknowledgeBy}
              onInput={(event) => onChange({ acknowledgeBy: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={t("expiresOn")} optional note={draft.expiresOn ? longDay(draft.expiresOn) : undefined}>
          {(id) => (
            <input
              id={id}
              type="date"
              min={draft.issuedOn}
              value={draft.expiresOn}
              onInput={(event) => onChange({ expiresOn: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={draft.attachFile || draft.paper.scanned}
          disabled={draft.paper.scanned}
          onChange={(event) => onChange({ attachFile: event.currentTarget.checked })}
        />
        {draft.paper.scanned ? t("attachScan", { size }) : t("attach", { size })}
      </label>
    </section>
  );
};

/** QĐ may be a Quyết định or a Quy định: then the clerk is asked, and nothing is chosen for him. */
const KindField = ({ draft, onChange }: DraftFormProps) => {
  const typed = kindsOfTyped(draft.number);
  const possible = typed.length > 0 ? typed : (draft.paper.suggestions.kind ?? []);
  const ambiguous = possible.length > 1 && draft.kind === "";
  return (
    <Field
      label={t("kind")}
      suggested={draft.suggested.has("kind") && draft.kind !== ""}
      note={ambiguous ? t("ambiguousKind") : undefined}
    >
      {(id, note) => (
        <select
          id={id}
          aria-describedby={ambiguous ? note : undefined}
          required
          value={draft.kind}
          onChange={(event) => onChange({ kind: event.currentTarget.value as Draft["kind"] })}
        >
          <option value="">{t("chooseKind")}</option>
          {[...possible, ...documentKinds.filter((kind) => !possible.includes(kind))].map((kind) => (
            <option key={kind} value={kind}>
              {papers(kind)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
};
