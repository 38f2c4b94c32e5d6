import type { DocumentId } from "../../domain/ids";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/original";
import { EmptyState } from "../../ui/empty-state";
import { usePageTitle } from "../../ui/page-title";
import { TopBar } from "../../ui/top-bar";
import { useServices } from "../services";
import "./original.css";
import { OriginalView } from "./original-view";
import { usePaper } from "./use-paper";

/** The paper itself, as the office has it. */
export const OriginalScreen = ({ id }: { readonly id: DocumentId }) => {
  const { back } = useServices();
  const { known, detail } = usePaper(id);
  usePageTitle(detail?.number ?? t("title"));
  return (
    <div class="original">
      <TopBar
        backLabel={core("back")}
        onBack={() => back(`/van-ban/${id}`)}
        title={detail?.number ?? t("title")}
      />
      {known && !detail?.file && <EmptyState title={t("notHere")} text={t("gone")} />}
      {detail?.file && <OriginalView paper={detail} />}
    </div>
  );
};
