import { useState } from "preact/hooks";
import type { Collections, SavedPaper } from "../../device/collections/collections";
import { t } from "../../i18n/collections";
import { EmptyState } from "../../ui/empty-state";
import { useServices } from "../services";
import { GroupPage } from "./group-page";
import { GroupRows } from "./group-rows";
import { LabelDialog } from "./label-dialog";

/** What the reader saved on this phone. */
export const SavedScreen = () => (
  <GroupPage title={t("saved")} up="/nhom" watch={(collections) => collections.saved()}>
    {(papers, collections) =>
      papers.length > 0 ? (
        <Saved papers={papers} collections={collections} />
      ) : (
        <EmptyState title={t("savedEmpty")} text={t("savedEmptyText")} />
      )
    }
  </GroupPage>
);

interface SavedProps {
  readonly papers: readonly SavedPaper[];
  readonly collections: Collections;
}

const Saved = ({ papers, collections }: SavedProps) => {
  const { toast } = useServices();
  const [labelling, setLabelling] = useState<SavedPaper>();
  const labelsOf = (id: string) => papers.find(({ row }) => row.id === id)?.labels ?? [];
  const remove = async ({ row }: SavedPaper) => {
    const putBack = await collections.unsave(row.id);
    toast(t("unsavedNow"), { label: t("undo"), run: () => void putBack() });
  };
  return (
    <>
      <p class="group-note">{t("savedText")}</p>
      <GroupRows
        label={t("saved")}
        rows={papers.map(({ row }) => row)}
        more={({ id }) =>
          labelsOf(id).length > 0 && <span>{t("labelList", { labels: labelsOf(id).join(", ") })}</span>
        }
        actions={(row) => {
          const paper = { row, labels: labelsOf(row.id) };
          const { abstract } = row;
          return (
            <div class="group-actions">
              <button
                type="button"
                aria-label={t("labelOf", { abstract })}
                onClick={() => setLabelling(paper)}
              >
                {t("label")}
              </button>
              <button
                type="button"
                aria-label={t("removeOf", { abstract })}
                onClick={() => void remove(paper).catch(() => toast(t("notSaved")))}
              >
                {t("remove")}
              </button>
            </div>
          );
        }}
      />
      {labelling && (
        <LabelDialog paper={labelling} collections={collections} onClose={() => setLabelling(undefined)} />
      )}
    </>
  );
};
