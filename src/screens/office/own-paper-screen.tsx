import { membersOf } from "../../domain/directory";
import type { DocumentId, MemberId } from "../../domain/ids";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/office";
import { usePageTitle } from "../../ui/page-title";
import { TopBar } from "../../ui/top-bar";
import { problemText } from "../problem-text";
import { useDeviceState, useServices, useWatch } from "../services";
import "./own-cell.css";
import { useDirectory } from "../use-directory";
import { useDocumentCoverage } from "./use-document-coverage";

/** One paper for the secretary: by name who has it not on the phone, has not read it, has not confirmed it. */
export const OwnPaperScreen = ({ id }: { readonly id: DocumentId }) => {
  const { device, back } = useServices();
  const directory = useDirectory();
  const org = useDeviceState((state) => state.identity?.org);
  const paper = useWatch(() => device.library.document(id), [id]);
  const coverage = useDocumentCoverage(device, id);
  usePageTitle(paper?.abstract ?? t("ownCell"));
  if (!directory || !org || !paper) return null;
  const names = (ids: readonly MemberId[]) => ids.map((one) => directory.members.get(one)?.name ?? "");
  const own = membersOf(directory, org).map((member) => member.id);
  const missing = coverage.cells?.find((cell) => cell.org === org)?.missing;
  const lacking = (done: readonly MemberId[] = []) => own.filter((one) => !done.includes(one));
  return (
    <div class="own-cell">
      <TopBar backLabel={t("back")} onBack={() => back("/chi-bo")} title={paper.number ?? core("library")} />
      <h2 class="own-paper-title">{paper.abstract}</h2>
      {coverage.problem && (
        <p class="office-note">{t("coverageMissing", { why: problemText(coverage.problem) })}</p>
      )}
      {missing && <Names title={t("notOnPhone")} names={names(missing)} />}
      <Names title={t("notRead")} names={names(lacking(paper.receipts?.read))} />
      {paper.acknowledgeBy && (
        <Names title={t("notAcknowledged")} names={names(lacking(paper.receipts?.acknowledged))} />
      )}
    </div>
  );
};

const Names = ({ title, names }: { readonly title: string; readonly names: readonly string[] }) => (
  <section class="names">
    <h3 class="list-title">
      {title} · {names.length}
    </h3>
    {names.length === 0 ? (
      <p>{t("everybody")}</p>
    ) : (
      <ul>
        {names.map((name, i) => (
          <li key={i}>{name}</li>
        ))}
      </ul>
    )}
  </section>
);
