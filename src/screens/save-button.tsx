import type { DocumentId } from "../domain/ids";
import { t } from "../i18n/collections";
import { Icon } from "../ui/icon";
import "./save-button.css";
import { useServices } from "./services";
import { useCollections } from "./use-collections";
import { usePartWatch } from "./use-part-watch";

/** The star of a paper. Every press can be taken back. */
export const SaveButton = ({ id }: { readonly id: DocumentId }) => {
  const { toast } = useServices();
  const state = useCollections();
  const saved = usePartWatch(state, (collections) => collections.isSaved(id), id)?.value;
  if (state.is !== "here" || saved === undefined) return null;
  const { part } = state;
  const press = async () => {
    try {
      if (saved) {
        const putBack = await part.unsave(id);
        toast(t("unsavedNow"), { label: t("undo"), run: () => void putBack() });
      } else {
        await part.save(id);
        toast(t("savedNow"), { label: t("undo"), run: () => void part.unsave(id) });
      }
    } catch {
      toast(t("notSaved"));
    }
  };
  // The name stays the same: whether it is pressed says the rest.
  const label = t("save");
  return (
    <button
      type="button"
      class="icon-button save-button"
      aria-label={label}
      title={label}
      aria-pressed={saved}
      onClick={() => void press()}
    >
      <Icon name="star" />
    </button>
  );
};
