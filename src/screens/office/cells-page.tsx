import { useState } from "preact/hooks";
import { cellsOf, membersOf, type Org } from "../../domain/directory";
import type { OrgId } from "../../domain/ids";
import { foldVietnamese } from "../../domain/vietnamese";
import { t } from "../../i18n/office";
import { Button } from "../../ui/button";
import { usePageTitle } from "../../ui/page-title";
import { SearchField } from "../../ui/search-field";
import { useDirectory } from "../use-directory";
import { AddCellDialog } from "./add-cell-dialog";
import { CellMembers } from "./cell-members";
import "./cells.css";

/** Cells at the left, the members of one of them at the right. */
export const CellsPage = () => {
  const directory = useDirectory();
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<OrgId>();
  const [adding, setAdding] = useState(false);
  usePageTitle(t("cells"));
  const choose = (id: OrgId) => {
    setChosen(id);
    scrollTo(0, 0);
  };
  if (!directory) return null;
  const cells = cellsOf(directory).filter((cell) => matches(cell, words));
  const cell = cells.find((one) => one.id === chosen);
  return (
    <div class={`cells${cell ? " with-pane" : ""}`}>
      <div class="cells-list">
        <header class="office-head">
          <h1 tabIndex={-1}>{t("cells")}</h1>
          <Button small onPress={() => setAdding(true)}>
            {t("addCell")}
          </Button>
        </header>
        <SearchField
          label={t("searchCells")}
          clearLabel={t("clearSearch")}
          value={words}
          onInput={setWords}
        />
        <ul class="choice-list" aria-label={t("cells")}>
          {cells.map((one) => (
            <li key={one.id}>
              <button type="button" aria-pressed={one.id === chosen} onClick={() => choose(one.id)}>
                <span>{one.name}</span>
                <small>{t("members", { n: membersOf(directory, one.id).length })}</small>
              </button>
            </li>
          ))}
        </ul>
      </div>
      {cell ? (
        <CellMembers key={cell.id} directory={directory} cell={cell} onClose={() => setChosen(undefined)} />
      ) : (
        <p class="office-note cells-hint">{t("chooseCell")}</p>
      )}
      {adding && (
        <AddCellDialog
          directory={directory}
          onClose={() => setAdding(false)}
          onAdded={(id) => {
            setAdding(false);
            choose(id);
          }}
        />
      )}
    </div>
  );
};

const matches = (cell: Org, words: string) =>
  foldVietnamese(cell.name).includes(foldVietnamese(words.trim()));
