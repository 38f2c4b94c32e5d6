import { useLayoutEffect, useState } from "preact/hooks";
import type { Facets, PaperFilter } from "../../device/search/question";
import { type DocumentKind, documentKinds, type Urgency, urgencies } from "../../domain/document-kind";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/find";
import { t as library } from "../../i18n/library";
import { t as paperWords } from "../../i18n/papers";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { LabelledField } from "../../ui/field";
import { Tick } from "../../ui/tick";
import { useServices } from "../services";
import type { Filter } from "./filter";
import "./found.css";

interface FilterSheetProps {
  readonly filter: Filter;
  readonly onChange: (change: Partial<Filter>) => void;
  readonly onClose: () => void;
}

export const nothingChosen = {
  show: "all",
  kind: undefined,
  from: undefined,
  issuer: undefined,
  year: undefined,
  urgency: undefined,
  tasks: undefined,
} as const satisfies Record<keyof PaperFilter, unknown>;

/** All that papers can be told apart by, each choice with how many it would leave. */
export const FilterSheet = ({ filter, onChange, onClose }: FilterSheetProps) => {
  const facets = useFacets(filter);
  const { show, kind, from, issuer, year, urgency, tasks } = filter;
  const counted = (label: string, n: number | undefined) => (facets ? `${label} (${n ?? 0})` : label);
  return (
    <Dialog title={t("sheetTitle")} closeLabel={core("close")} onClose={onClose}>
      <div class="filter-sheet">
        <Tick on={show === "unread"} onChange={(on) => onChange({ show: on ? "unread" : "all" })}>
          {counted(t("unread"), facets?.unread)}
        </Tick>
        <Tick
          on={show === "to-acknowledge"}
          onChange={(on) => onChange({ show: on ? "to-acknowledge" : "all" })}
        >
          {counted(t("toAcknowledge"), facets?.toAcknowledge)}
        </Tick>
        <Tick on={tasks === true} onChange={(on) => onChange({ tasks: on || undefined })}>
          {counted(library("withTasks"), facets?.tasks)}
        </Tick>
        <Choice
          label={t("kind")}
          every={t("everyKind")}
          value={kind}
          options={documentKinds
            .filter((one) => one === kind || facets?.kind[one])
            .map((one) => [one, counted(paperWords(one), facets?.kind[one])])}
          onChange={(value) => onChange({ kind: value as DocumentKind | undefined })}
        />
        <Choice
          label={t("from")}
          every={t("everyFrom")}
          value={from}
          options={[
            ["commune", counted(library("fromCommune"), facets?.from.commune)],
            ["cell", counted(library("fromCell"), facets?.from.cell)],
          ]}
          onChange={(value) => onChange({ from: value as Filter["from"] })}
        />
        <Choice
          label={t("issuer")}
          every={t("everyIssuer")}
          value={issuer}
          options={withChosen(facets?.issuer, issuer).map(([one, n]) => [one, counted(one, n)])}
          onChange={(value) => onChange({ issuer: value })}
        />
        <Choice
          label={t("year")}
          every={t("everyYear")}
          value={year}
          options={withChosen(facets?.year, year).map(([one, n]) => [one, counted(one, n)])}
          onChange={(value) => onChange({ year: value })}
        />
        <Choice
          label={t("urgency")}
          every={t("everyUrgency")}
          value={urgency}
          options={urgencies
            .filter((one) => one === urgency || facets?.urgency[one])
            .map((one) => [one, counted(paperWords(one), facets?.urgency[one])])}
          onChange={(value) => onChange({ urgency: value as Urgency | undefined })}
        />
      </div>
      <p class="unseen" role="status">
        {facets && library("count", { n: facets.total })}
      </p>
      <div class="dialog-actions">
        <Button kind="quiet" onPress={() => onChange(nothingChosen)}>
          {t("clearAll")}
        </Button>
        <Button onPress={onClose}>{facets ? t("showN", { n: facets.total }) : t("show")}</Button>
      </div>
    </Dialog>
  );
};

const withChosen = (counts: Facets["year"] = [], chosen: string | undefined): Facets["year"] =>
  chosen && !counts.some(([one]) => one === chosen) ? [[chosen, 0], ...counts] : counts;

interface ChoiceProps {
  readonly label: string;
  readonly every: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string | undefined) => void;
}

/** The phone's own list of choices: large, and known to every screen reader. */
const Choice = ({ label, every, value, options, onChange }: ChoiceProps) => (
  <LabelledField label={label}>
    {(control) => (
      <select
        {...control}
        value={value ?? ""}
        onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
      >
        <option value="">{every}</option>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    )}
  </LabelledField>
);

const useFacets = ({ words, ...filter }: Filter): Facets | undefined => {
  const { device } = useServices();
  const [facets, setFacets] = useState<Facets>();
  useLayoutEffect(() => {
    let gone = false;
    let stop: (() => void) | undefined;
    device.library.finding().then(
      (finding) => {
        if (!gone) stop = finding.facets({ words: words.trim(), filter }).subscribe(setFacets);
      },
      // Without counts the choices are still there.
      () => undefined,
    );
    return () => {
      gone = true;
      stop?.();
    };
  }, [JSON.stringify(filter), words]);
  return facets;
};
