import { useEffect, useMemo } from "preact/hooks";
import type { Note, Reading } from "../../device/reading/reading";
import { findAnchor, type Passage } from "../../domain/anchor";
import type { DocumentId } from "../../domain/ids";
import { useWatch } from "../services";
import type { Span } from "./spans";
import type { Surface } from "./surface";

/** A note, and where it is in the text that is here; `at` is undefined where its words are gone. */
export interface PlacedNote {
  readonly note: Note;
  readonly at: Passage | undefined;
}

/** A passage over several blocks as a span in each. */
const spansOf = (
  { note, at }: PlacedNote,
  lines: readonly string[],
): readonly (readonly [number, Span])[] => {
  if (!at) return [];
  if (note.kind === "bookmark") return [[at.block, { kind: "bookmark", from: 0, to: 0 }]];
  const spans: [number, Span][] = [];
  for (let block = at.block; block <= at.endBlock; block += 1)
    spans.push([
      block,
      {
        kind: "mark",
        from: block === at.block ? at.from : 0,
        to: block === at.endBlock ? at.to : (lines[block] ?? "").length,
        id: note.id,
        noted: note.words !== undefined,
      },
    ]);
  return spans;
};

const silent = { subscribe: () => () => undefined };

/** The notes of a paper, each at its place, laid over the text. */
export const useNotes = (
  id: DocumentId,
  reading: Reading | undefined,
  lines: readonly string[],
  surface: Surface,
): readonly PlacedNote[] => {
  const notes = useWatch<readonly Note[]>(() => reading?.notes(id) ?? silent, [reading, id]);
  const placed = useMemo(
    () => (notes ?? []).map((note) => ({ note, at: findAnchor(lines, note) })),
    [notes, lines],
  );
  useEffect(() => {
    const layer = new Map<number, Span[]>();
    for (const one of placed)
      for (const [block, span] of spansOf(one, lines)) layer.set(block, [...(layer.get(block) ?? []), span]);
    surface.setLayer("marks", layer);
  }, [placed]);
  return placed;
};
