import { useState } from "preact/hooks";
import type { DocumentDetail, OutboxItem } from "../../device/device";
import type { DocumentId } from "../../domain/ids";
import { longDay, moment } from "../../i18n/date";
import { t } from "../../i18n/office";
import { Button, ButtonLink } from "../../ui/button";
import { Icon } from "../../ui/icon";
import { problemText } from "../problem-text";
import { useServices, useWatch } from "../services";
import { CellBars } from "./cell-bars";
import { Pane } from "./pane";
import { RecallDialog } from "./recall-dialog";
import { useDocumentCoverage } from "./use-document-coverage";

interface PaperPaneProps {
  readonly id: DocumentId;
  /** One that was written here and has not come true. */
  readonly recall: OutboxItem | undefined;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** One issued paper: who signed it, which cells lack it, and what can be done about it. */
export const PaperPane = ({ id, recall, onClose, onChanged }: PaperPaneProps) => {
  const { device, toast } = useServices();
  const paper = useWatch(() => device.library.document(id), [id]);
  const coverage = useDocumentCoverage(device, id);
  const [recalling, setRecalling] = useState(false);
  if (!paper) return null;
  const short = coverage.cells?.some((cell) => cell.onPhone < cell.members) ?? false;
  return (
    <Pane paper={paper} onClose={onClose}>
      <SignatureLine paper={paper} now={device.now()} />
      {paper.urgency !== "normal" && short && <p class="office-note">{t("urgentCall")}</p>}
      {paper.acknowledgeBy && coverage.cells && (
        <p class="pane-line">
          {t("acknowledgedOf", {
            n: coverage.cells.reduce((sum, cell) => sum + cell.acknowledged, 0),
            day: longDay(paper.acknowledgeBy),
          })}
        </p>
      )}
      {coverage.problem && (
        <p class="office-note">{t("coverageMissing", { why: problemText(coverage.problem) })}</p>
      )}
      {recall && <RecallState recall={recall} />}
      {recall?.state !== "waiting" && (
        <div class="pane-actions">
          <ButtonLink kind="quiet" small href={`/van-phong/phat-hanh/${id}`}>
            {t("replace")}
          </ButtonLink>
          <Button kind="grave" small onPress={() => setRecalling(true)}>
            {t("recall")}
          </Button>
        </div>
      )}
      <p class="pane-line">
        <a href={`/van-ban/${id}`}>{t("openPaper")}</a>
      </p>
      {coverage.cells && <CellBars cells={coverage.cells} confirmed={paper.acknowledgeBy !== undefined} />}
      {recalling && (
        <RecallDialog
          paper={paper}
          onClose={() => setRecalling(false)}
          onDone={(text) => {
            setRecalling(false);
            toast(text);
            onChanged();
          }}
        />
      )}
    </Pane>
  );
};

/** Until the office has taken it, the paper is what it was, here as everywhere. */
const RecallState = ({ recall: { state, code } }: { readonly recall: OutboxItem }) => (
  <p class="office-note" role="status">
    {state === "waiting"
      ? t("recallPendingText")
      : t("recallRefused", { why: problemText(code ?? "malformed") })}{" "}
    {state === "refused" && <a href="/cho-gui">{t("openOutbox")}</a>}
  </p>
);

const SignatureLine = ({ paper, now }: { readonly paper: DocumentDetail; readonly now: number }) => (
  <p class="pane-signature" title={t("signatureChecked")}>
    <Icon name="check" size={20} />
    {t("signedBy", { name: paper.signedBy.title, when: moment(paper.issuedAt, now) })}
  </p>
);
