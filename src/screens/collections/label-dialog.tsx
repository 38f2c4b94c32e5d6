import { useState } from "preact/hooks";
import type { Collections, SavedPaper } from "../../device/collections/collections";
import { t } from "../../i18n/collections";
import { t as core } from "../../i18n/core";
import { SubmitButton } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { TextField } from "../../ui/text-field";
import { useServices } from "../services";

interface LabelDialogProps {
  readonly paper: SavedPaper;
  readonly collections: Collections;
  readonly onClose: () => void;
}

/** Names the reader's own topics of a paper, separated by commas as one writes them down. */
export const LabelDialog = ({ paper, collections, onClose }: LabelDialogProps) => {
  const { toast } = useServices();
  const [text, setText] = useState(paper.labels.join(", "));
  const save = async (event: Event) => {
    event.preventDefault();
    try {
      await collections.label(paper.row.id, text.split(/[,;]/));
      toast(t("labelled"));
      onClose();
    } catch {
      toast(t("notSaved"));
    }
  };
  return (
    <Dialog title={t("labelTitle")} closeLabel={core("close")} onClose={onClose}>
      <form class="group-form" onSubmit={(event) => void save(event)}>
        <p>{paper.row.abstract}</p>
        <TextField label={t("labelField")} note={t("labelHint")} value={text} onInput={setText} />
        <SubmitButton wide>{t("labelSave")}</SubmitButton>
      </form>
    </Dialog>
  );
};
