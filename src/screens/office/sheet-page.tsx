import { useEffect, useState } from "preact/hooks";
import type { Meetings } from "../../device/meetings/meetings";
import type { ScoreItem } from "../../domain/meeting-score";
import { type SheetKind, sheetKinds, sheetLimits } from "../../domain/score-sheet";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/sheet";
import { Button } from "../../ui/button";
import { Confirm } from "../../ui/dialog";
import { usePageTitle } from "../../ui/page-title";
import { Segmented } from "../../ui/segmented";
import { SkeletonRows } from "../../ui/skeleton-rows";
import { scoreSheet } from "../score-sheet";
import { useServices } from "../services";
import { MeetingsMissing, useMeetings, useWrite } from "../use-meetings";
import { usePartWatch } from "../use-part-watch";
import "./sheet.css";
import { type DraftItem, draftOfSheet, freshId, readSheetDraft } from "./sheet-draft";
import { SheetItem } from "./sheet-item";

/** The sheet by which the cells of the commune score their meetings. */
export const SheetPage = () => {
  const state = useMeetings();
  const [kind, setKind] = useState<SheetKind>("regular");
  const own = usePartWatch(state, (meetings) => meetings.sheet(kind), kind);
  const regular = usePartWatch(state, (meetings) => meetings.sheet("regular"));
  usePageTitle(t("title"));
  return (
    <div>
      <header class="office-head">
        <h1 tabIndex={-1}>{t("title")}</h1>
      </header>
      <p>{t("intro")}</p>
      <Segmented
        label={t("kind")}
        value={kind}
        options={sheetKinds.map((value) => ({ value, label: t(value) }))}
        onChange={setKind}
      />
      {state.is === "missing" && <MeetingsMissing retry={state.retry} />}
      {state.is !== "missing" && !(own && regular) && <SkeletonRows />}
      {state.is === "here" && own && regular && (
        <Sheet key={kind} kind={kind} own={own.value} regular={regular.value} meetings={state.part} />
      )}
    </div>
  );
};

interface SheetProps {
  readonly kind: SheetKind;
  readonly own: readonly ScoreItem[] | undefined;
  readonly regular: readonly ScoreItem[] | undefined;
  readonly meetings: Meetings;
}

const Sheet = ({ kind, own, regular, meetings }: SheetProps) => {
  const { toast, holdReload } = useServices();
  const write = useWrite();
  const inUse = own ?? (kind === "thematic" ? regular : undefined) ?? scoreSheet;
  const [draft, setDraft] = useState<readonly DraftItem[]>(() => draftOfSheet(inUse));
  const [touched, setTouched] = useState(false);
  const [wrong, setWrong] = useState(false);
  const [asking, setAsking] = useState(false);
  useEffect(() => (touched ? holdReload() : undefined), [touched]);
  // What another desk set meanwhile is shown, unless something was changed here.
  useEffect(() => {
    if (!touched) setDraft(draftOfSheet(inUse));
  }, [own, regular]);

  const change = (next: readonly DraftItem[]) => {
    setDraft(next);
    setTouched(true);
    setWrong(false);
  };
  const move = (from: number, by: -1 | 1) => {
    const rest = draft.filter((_, i) => i !== from);
    change([...rest.slice(0, from + by), ...draft.slice(from, from + 1), ...rest.slice(from + by)]);
  };
  const remove = (n: number) => {
    change(draft.filter((_, i) => i !== n));
    toast(t("removed"), { label: t("undo"), run: () => change(draft) });
  };
  const set = async (items: readonly ScoreItem[]) => {
    if (!(await write(() => meetings.setSheet(kind, items)))) return;
    setTouched(false);
    toast(t("saved"));
  };
  const save = () => {
    const items = readSheetDraft(draft);
    setWrong(items === undefined);
    if (items) void set(items);
  };
  const sum = (readSheetDraft(draft) ?? []).reduce((all, { most }) => all + most, 0);
  const status = own ? "own" : kind === "thematic" ? "likeRegular" : "builtIn";
  return (
    <>
      <p class="office-note">{t(status)}</p>
      <ol class="sheet-items">
        {draft.map((item, i) => (
          <SheetItem
            key={item.id}
            item={item}
            n={i + 1}
            of={draft.length}
            onChange={(next) => change(draft.map((one, at) => (at === i ? next : one)))}
            onMove={(by) => move(i, by)}
            onRemove={() => remove(i)}
          />
        ))}
      </ol>
      <Button
        kind="quiet"
        small
        disabled={draft.length >= sheetLimits.items}
        onPress={() => change([...draft, { id: freshId(draft), title: "", most: "", bands: [] }])}
      >
        {t("add")}
      </Button>
      <p class="sheet-sum" role="status">
        {sum > 0 && <b>{t("sum", { n: sum })}</b>} {sum > 0 && sum !== 100 && t("notHundred")}
      </p>
      {wrong && (
        <p class="field-problem" role="alert">
          {t("wrong")}
        </p>
      )}
      <div class="sheet-actions">
        <Button disabled={!touched} onPress={save}>
          {t("save")}
        </Button>
        {own && (
          <Button kind="quiet" onPress={() => setAsking(true)}>
            {t("back")}
          </Button>
        )}
      </div>
      {asking && (
        <Confirm
          title={t("backTitle")}
          text={t("backText")}
          yes={t("back")}
          no={core("cancel")}
          onYes={() => {
            setAsking(false);
            void set([]);
          }}
          onNo={() => setAsking(false)}
        />
      )}
    </>
  );
};
