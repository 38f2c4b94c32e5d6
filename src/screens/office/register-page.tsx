import { useState } from "preact/hooks";
import type { DocumentId } from "../../domain/ids";
import { t } from "../../i18n/office";
import { ButtonLink } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { usePageTitle } from "../../ui/page-title";
import { SearchField } from "../../ui/search-field";
import { problemText } from "../problem-text";
import { useServices, useWatch } from "../services";
import { useRecalls } from "../use-recalls";
import { GonePane } from "./gone-pane";
import { More, tableRows } from "./more";
import { PaperPane } from "./paper-pane";
import { RegisterTable } from "./register-table";
import { useCoverage } from "./use-coverage";
import "./register.css";

/** The register of issued papers, and beside it one of them cell by cell. */
export const RegisterPage = () => {
  const { device } = useServices();
  const [words, setWords] = useState("");
  const [limit, setLimit] = useState(tableRows);
  const [chosen, setChosen] = useState<DocumentId>();
  const [version, setVersion] = useState(0);
  const found = useWatch(
    () => device.library.register({ limit, ...(words.trim() && { words }) }),
    [words, limit],
  );
  const coverage = useCoverage(device, version);
  const recalls = useRecalls();
  usePageTitle(t("register"));
  const row = found?.rows.find(({ id }) => id === chosen);
  return (
    <div class={`register${row ? " with-pane" : ""}`}>
      <div class="register-main">
        <header class="office-head">
          <h1 tabIndex={-1}>{t("register")}</h1>
          <ButtonLink href="/van-phong/phat-hanh">{t("publishPaper")}</ButtonLink>
        </header>
        <SearchField
          label={t("searchRegister")}
          clearLabel={t("clearSearch")}
          value={words}
          onInput={setWords}
        />
        {coverage.problem && (
          <p class="office-note">{t("coverageMissing", { why: problemText(coverage.problem) })}</p>
        )}
        {found && found.rows.length > 0 && (
          <RegisterTable
            rows={found.rows}
            counts={coverage.counts}
            recalls={recalls}
            chosen={chosen}
            now={device.now()}
            onChoose={setChosen}
          />
        )}
        {found?.rows.length === 0 &&
          (words.trim() ? (
            <p class="office-note">{t("noneFound")}</p>
          ) : (
            <EmptyState title={t("noPapers")} text={t("noPapersText")} />
          ))}
        {found && (
          <More shown={found.rows.length} total={found.total} onMore={() => setLimit(limit + tableRows)} />
        )}
      </div>
      {row &&
        (row.state === "recalled" || row.state === "expired" ? (
          <GonePane row={row} now={device.now()} onClose={() => setChosen(undefined)} />
        ) : (
          <PaperPane
            key={row.id}
            id={row.id}
            recall={recalls.get(row.id)}
            onClose={() => setChosen(undefined)}
            onChanged={() => setVersion(version + 1)}
          />
        ))}
    </div>
  );
};
