import type { Note, Reading } from "../../device/reading/reading";
import { t } from "../../i18n/reader-tools";
import { useServices } from "../services";

/** What is done to a note wherever it is listed, each with a word to the person and a way back. */
export const useNoteActs = (reading: Reading | undefined) => {
  const { toast } = useServices();
  return {
    change: async (note: Note, words: string) => {
      if (!reading) throw new Error("no place for notes");
      const { words: _, ...rest } = note;
      await reading.keepNote({ ...rest, ...(words && { words }) });
    },
    remove: async (note: Note) => {
      try {
        await reading?.removeNote(note.id);
        toast(t("noteDeleted"), {
          label: t("undo"),
          run: () => void reading?.keepNote(note).catch(() => toast(t("noteNotKept"))),
        });
      } catch {
        toast(t("noteNotKept"));
      }
    },
  };
};
