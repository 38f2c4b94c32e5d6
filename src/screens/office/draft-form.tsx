import type { Suggestions } from "../../device/intake/suggest";
import { documentKinds, urgencies } from "../../domain/document-kind";
import { longDay } from "../../i18n/date";
import { formatBytes } from "../../i18n/number";
import { t } from "../../i18n/office";
import { t as papers } from "../../i18n/papers";
import { LabelledField } from "../../ui/field";
import { Segmented } from "../../ui/segmented";
import { Tag } from "../../ui/tag";
import { TextField } from "../../ui/text-field";
import { type Draft, kindsOfTyped } from "./draft";

interface DraftFormProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

const optional = () => <small>({t("optional")})</small>;

/** A value that the paper suggested says so until somebody touches it. */
const asideOf = ({ suggested }: Draft, field: keyof Suggestions) =>
  suggested.has(field) && <Tag tone="gold">{t("suggested")}</Tag>;

/** What a paper is: number, kind, day, subject, issuer, urgency, deadlines. */
export const DraftForm = ({ draft, onChange }: DraftFormProps) => {
  const { suggestions } = draft.paper;
  const stamped = suggestions.symbol && !draft.number;
  const size = formatBytes(draft.paper.bytes.length);
  return (
    <section class="draft-form">
      <div>
        <h2 class="list-title">{t("details")}</h2>
        {draft.suggested.size > 0 && <p class="draft-hint">{t("suggestedText")}</p>}
      </div>
      <TextField
        label={t("number")}
        aside={asideOf(draft, "number")}
        note={stamped ? t("stampedNumber", { symbol: suggestions.symbol ?? "" }) : t("noNumber")}
        value={draft.number}
        maxLength={40}
        spellcheck={false}
        placeholder="105-QĐ/ĐU"
        onInput={(number) => onChange({ number })}
      />
      <KindField draft={draft} onChange={onChange} />
      <LabelledField
        label={t("issuedOn")}
        aside={asideOf(draft, "issuedOn")}
        note={draft.issuedOn ? longDay(draft.issuedOn) : undefined}
      >
        {(control) => (
          <input
            {...control}
            type="date"
            required
            value={draft.issuedOn}
            onInput={(event) => onChange({ issuedOn: event.currentTarget.value })}
          />
        )}
      </LabelledField>
      <LabelledField label={t("abstract")} aside={asideOf(draft, "abstract")}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={500}
            required
            value={draft.abstract}
            onInput={(event) => onChange({ abstract: event.currentTarget.value })}
          />
        )}
      </LabelledField>
      <TextField
        label={t("issuer")}
        aside={asideOf(draft, "issuer")}
        maxLength={120}
        required
        value={draft.issuer}
        onInput={(issuer) => onChange({ issuer })}
      />
      <div>
        <Segmented
          label={t("urgency")}
          value={draft.urgency}
          options={urgencies.map((value) => ({ value, label: papers(value) }))}
          onChange={(urgency) => onChange({ urgency })}
        />
        {draft.urgency === "express" && <small>{t("expressNote")}</small>}
      </div>
      <div class="draft-pair">
        <LabelledField
          label={t("acknowledgeBy")}
          aside={optional()}
          note={draft.acknowledgeBy ? longDay(draft.acknowledgeBy) : undefined}
        >
          {(control) => (
            <input
              {...control}
              type="date"
              min={draft.issuedOn}
              value={draft.acknowledgeBy}
              onInput={(event) => onChange({ acknowledgeBy: event.currentTarget.value })}
            />
          )}
        </LabelledField>
        <LabelledField
          label={t("expiresOn")}
          aside={optional()}
          note={draft.expiresOn ? longDay(draft.expiresOn) : undefined}
        >
          {(control) => (
            <input
              {...control}
              type="date"
              min={draft.issuedOn}
              value={draft.expiresOn}
              onInput={(event) => onChange({ expiresOn: event.currentTarget.value })}
            />
          )}
        </LabelledField>
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
    <LabelledField
      label={t("kind")}
      aside={draft.kind !== "" && asideOf(draft, "kind")}
      note={ambiguous ? t("ambiguousKind") : undefined}
    >
      {(control) => (
        <select
          {...control}
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
    </LabelledField>
  );
};
