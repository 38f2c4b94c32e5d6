import { useEffect, useState } from "preact/hooks";
import type { DocumentRow } from "../../device/device";
import type { DocumentId } from "../../domain/ids";
import { callLimits } from "../../domain/meeting";
import { t } from "../../i18n/meeting-call";
import { t as photosText } from "../../i18n/meeting-photos";
import { t as papersText } from "../../i18n/papers";
import { SearchField } from "../../ui/search-field";
import { Tick } from "../../ui/tick";
import { findPapers } from "../find-papers";
import { useServices, useWatch } from "../services";

interface PaperChoiceProps {
  readonly chosen: readonly DocumentId[];
  readonly onChange: (papers: readonly DocumentId[]) => void;
}

const most = callLimits.papers;
/** Rows at a time: enough to find what is new; the rest is found by words. */
const rowsShown = 8;
const typingPause = 120;

/** Papers of the library to go with the meeting: those chosen on top, then the newest or those found. */
export const PaperChoice = ({ chosen, onChange }: PaperChoiceProps) => {
  const { device } = useServices();
  const [words, setWords] = useState("");
  const newest = useWatch(() => device.library.list({ show: "all", limit: rowsShown }), [device])?.rows;
  const [found, setFound] = useState<readonly DocumentRow[]>();
  useEffect(() => {
    const sought = words.trim();
    if (!sought) return setFound(undefined);
    let stop: (() => void) | undefined;
    const timer = setTimeout(() => {
      stop = findPapers(device, { words: sought, filter: { show: "all" } }, rowsShown, ({ papers }) =>
        setFound(papers.map(({ row }) => row)),
      );
    }, typingPause);
    return () => {
      stop?.();
      clearTimeout(timer);
    };
  }, [words, device]);
  const rows = (found ?? newest ?? []).filter(({ id }) => !chosen.includes(id));
  const full = chosen.length >= most;
  return (
    <fieldset class="paper-choice">
      <legend>{t("papers", { n: chosen.length })}</legend>
      <p class="paper-word">{photosText("published")}</p>
      {chosen.map((id) => (
        <ChosenPaper key={id} id={id} onDrop={() => onChange(chosen.filter((one) => one !== id))} />
      ))}
      {full ? (
        <p role="status">{t("papersMany")}</p>
      ) : (
        <>
          <SearchField value={words} onInput={setWords} label={t("findPapers")} clearLabel={t("clear")} />
          {found?.length === 0 && <p role="status">{t("noPapers")}</p>}
          {rows.map((row) => (
            <PaperTick key={row.id} row={row} onTick={() => onChange([...chosen, row.id])} />
          ))}
        </>
      )}
    </fieldset>
  );
};

/** A paper may be chosen before it is here, or go while it is chosen: it can be dropped all the same. */
const ChosenPaper = ({ id, onDrop }: { readonly id: DocumentId; readonly onDrop: () => void }) => {
  const { device } = useServices();
  const row = useWatch(() => device.library.document(id), [id]);
  return <PaperTick row={row} ticked onTick={onDrop} />;
};

interface PaperTickProps {
  readonly row: DocumentRow | undefined;
  readonly ticked?: boolean;
  readonly onTick: () => void;
}

const PaperTick = ({ row, ticked = false, onTick }: PaperTickProps) => (
  <Tick on={ticked} onChange={onTick}>
    {row?.abstract ?? t("onePaper")}
    {row && <small>{row.number ?? papersText(row.kind)}</small>}
  </Tick>
);
