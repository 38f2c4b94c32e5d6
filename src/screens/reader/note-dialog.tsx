import { useEffect, useState } from "preact/hooks";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/reader-tools";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { useServices } from "../services";
import "./notes.css";

interface NoteDialogProps {
  readonly quote: string;
  readonly words: string;
  /** Rejects where it could not be saved: what was written stays. */
  readonly onSave: (words: string) => Promise<void>;
  /** Absent for a note that is not kept yet. */
  readonly onDelete?: (() => void) | undefined;
  readonly onClose: () => void;
}

/** Writing, changing and deleting one note. */
export const NoteDialog = ({ quote, words, onSave, onDelete, onClose }: NoteDialogProps) => {
  const { toast, holdReload } = useServices();
  const [text, setText] = useState(words);
  const [saving, setSaving] = useState(false);
  useEffect(() => holdReload(), []);
  const save = async () => {
    setSaving(true);
    try {
      await onSave(text.trim());
      toast(t("noteKept"));
      onClose();
    } catch {
      setSaving(false);
      toast(t("noteNotKept"));
    }
  };
  return (
    <Dialog title={t("noteTitle")} closeLabel={core("close")} onClose={onClose}>
      <blockquote class="note-quote">{quote}</blockquote>
      <label class="note-field">
        {t("noteLabel")}
        <textarea
          rows={4}
          maxLength={4000}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <p class="note-hint">{t("notePrivate")}</p>
      <div class="dialog-actions">
        {onDelete && (
          <Button kind="grave" onPress={onDelete}>
            {t("noteDelete")}
          </Button>
        )}
        <Button disabled={saving} onPress={() => void save()}>
          {t("noteSave")}
        </Button>
      </div>
    </Dialog>
  );
};
