import { useState } from "preact/hooks";
import type { Note, NotedPaper, Reading } from "../../device/reading/reading";
import { t as core } from "../../i18n/core";
import { t as papersText } from "../../i18n/papers";
import { t } from "../../i18n/reader-tools";
import { Button } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { usePageTitle } from "../../ui/page-title";
import { SkeletonRows } from "../../ui/skeleton-rows";
import { TopBar } from "../../ui/top-bar";
import { PartMissing } from "../part-missing";
import { saveBlob } from "../save-blob";
import { useServices, useWatch } from "../services";
import { usePart } from "../use-part";
import { notesFile } from "./export-notes";
import { NoteDialog } from "./note-dialog";
import { NoteList } from "./note-list";
import "./notes.css";
import { useNoteActs } from "./use-note-acts";

/** Everything the person marked, paper by paper. */
export const NotesScreen = () => {
  const { device, back } = useServices();
  const part = usePart(() => device.reading(), [device]);
  usePageTitle(t("myNotes"));
  return (
    <div class="notes-screen">
      <TopBar backLabel={core("back")} onBack={() => back("/toi")} title={t("myNotes")} />
      {part.is === "loading" && <SkeletonRows />}
      {part.is === "missing" && (
        <PartMissing title={core("chunkTitle")} text={core("chunkText")} retry={part.retry} />
      )}
      {part.is === "here" && <AllNotes reading={part.part} />}
    </div>
  );
};

const AllNotes = ({ reading }: { readonly reading: Reading }) => {
  const papers = useWatch<readonly NotedPaper[]>(() => reading.allNotes(), [reading]);
  const { change, remove } = useNoteActs(reading);
  const [editing, setEditing] = useState<Note>();
  if (!papers) return <SkeletonRows />;
  if (papers.length === 0) return <EmptyState title={t("myNotesNone")} text={t("notesNoneText")} />;
  return (
    <>
      <Export papers={papers} />
      {papers.map(({ paper, notes }) => (
        <section class="notes-paper" key={paper.id}>
          <h2>
            <small>{[paper.number, papersText(paper.kind)].filter(Boolean).join(" · ")}</small>
            {paper.abstract}
          </h2>
          <NoteList
            notes={notes}
            hrefOf={(note) => `/van-ban/${paper.id}#ghi-chu-${note.id}`}
            onEdit={setEditing}
            onDelete={(note) => void remove(note)}
          />
        </section>
      ))}
      {editing && (
        <NoteDialog
          quote={editing.quote}
          words={editing.words ?? ""}
          onSave={(words) => change(editing, words)}
          onDelete={() => {
            void remove(editing);
            setEditing(undefined);
          }}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
};

const Export = ({ papers }: { readonly papers: readonly NotedPaper[] }) => {
  const { device, toast } = useServices();
  const file = () => notesFile(papers, device.now());
  const save = () => {
    const made = file();
    saveBlob(made, made.name);
    toast(t("exported", { name: made.name }));
  };
  const sharing = { files: [file()] };
  const canShare = navigator.canShare?.(sharing) === true;
  const share = async () => {
    try {
      await navigator.share(sharing);
    } catch (error) {
      // Turned back: nothing to say. Refused: it is saved instead.
      if (!(error instanceof DOMException && error.name === "AbortError")) save();
    }
  };
  return (
    <div class="notes-export">
      <p>{t("notePrivate")}</p>
      <Button small kind="quiet" onPress={save}>
        {t("exportNotes")}
      </Button>
      {canShare && (
        <Button small kind="quiet" onPress={() => void share()}>
          {t("exportShare")}
        </Button>
      )}
    </div>
  );
};
