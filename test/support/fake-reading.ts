import type { DocumentRow, Watch } from "../../src/device/device";
import type { Note, NotedPaper, Reading, Related } from "../../src/device/reading/reading";
import { createTestVoice } from "../../src/device/voice/test-voice";
import { parseDocumentNumber } from "../../src/domain/document-number";
import type { DocumentId } from "../../src/domain/ids";

export interface FakeReadingOptions {
  readonly notes?: readonly Note[];
  readonly related?: Partial<Related>;
  /** Of every paper that is not there. */
  readonly recalled?: { readonly at: number; readonly reason: string };
  /** A voice of the system is there. */
  readonly voice?: ReturnType<typeof createTestVoice>;
  /** Nothing can be written. */
  readonly full?: boolean;
}

interface Surroundings {
  readonly now: number;
  readonly papers: () => readonly DocumentRow[];
  readonly watch: <T>(read: () => T) => Watch<T>;
  readonly changed: () => void;
}

/** Notes and what belongs to a paper, in memory. */
export const createFakeReading = (options: FakeReadingOptions, around: Surroundings): Reading => {
  let notes: readonly Note[] = options.notes ?? [];
  let made = 0;
  const inText = (a: Note, b: Note) => a.block - b.block || a.from - b.from;
  const of = (id: DocumentId) => notes.filter(({ document }) => document === id).sort(inText);
  return {
    papersNamed: async (names) =>
      names.map(({ number, kind, issuedOn }) =>
        around.papers().filter((row) => {
          const own = row.number === undefined ? undefined : parseDocumentNumber(row.number);
          return (
            JSON.stringify(own) === JSON.stringify(number) &&
            (!kind || kind === row.kind) &&
            (!issuedOn || issuedOn === row.issuedOn)
          );
        }),
      ),
    related: async () => ({
      supersedes: [],
      amends: [],
      cites: [],
      citedBy: [],
      meetings: [],
      tasks: [],
      ...options.related,
    }),
    notes: (id) => around.watch(() => of(id)),
    allNotes: () =>
      around.watch(() =>
        around.papers().flatMap((paper): NotedPaper[] => {
          const own = of(paper.id);
          return own.length > 0 ? [{ paper, notes: own }] : [];
        }),
      ),
    keepNote: async (draft) => {
      if (options.full) throw new Error("full");
      made += 1;
      const note: Note = { ...draft, id: draft.id ?? `note${made}`, at: draft.at ?? around.now };
      notes = [...notes.filter(({ id }) => id !== note.id), note];
      around.changed();
      return note;
    },
    removeNote: async (id) => {
      notes = notes.filter((note) => note.id !== id);
      around.changed();
    },
    recalled: async () => options.recalled,
    voice: (options.voice ?? createTestVoice(false)).voice,
  };
};
