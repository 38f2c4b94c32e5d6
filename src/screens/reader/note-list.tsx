import type { Note } from "../../device/reading/reading";
import { t } from "../../i18n/reader-tools";
import "./notes.css";

interface NoteListProps {
  readonly notes: readonly Note[];
  /** Words that are not in the present text any more. */
  readonly lost?: ReadonlySet<string>;
  readonly hrefOf: (note: Note) => string;
  readonly onPress?: (note: Note) => void;
  readonly onEdit: (note: Note) => void;
  readonly onDelete: (note: Note) => void;
}

const longestQuote = 180;
const short = (quote: string) =>
  quote.length > longestQuote ? `${quote.slice(0, longestQuote).replace(/\s+\S*$/, "")}…` : quote;

/** Bookmarks, highlights and notes of one paper, in the order of its text. */
export const NoteList = ({ notes, lost, hrefOf, onPress, onEdit, onDelete }: NoteListProps) => (
  <ul class="note-list">
    {notes.map((note) => (
      <li key={note.id}>
        <a href={hrefOf(note)} onClick={() => onPress?.(note)}>
          <small>{t(note.kind === "bookmark" ? "kindBookmark" : note.words ? "note" : "kindMark")}</small>
          <span class="note-quote">{short(note.quote)}</span>
          {note.words && <span class="note-words">{note.words}</span>}
          {lost?.has(note.id) && <small>{t("noteLost")}</small>}
        </a>
        <div class="note-acts">
          {note.kind === "mark" && (
            <button type="button" onClick={() => onEdit(note)}>
              {t("edit")}
            </button>
          )}
          <button type="button" onClick={() => onDelete(note)}>
            {t("noteDelete")}
          </button>
        </div>
      </li>
    ))}
  </ul>
);
