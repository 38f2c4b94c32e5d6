import type { Meetings } from "../device/meetings/meetings";
import type { MeetingKind } from "../domain/meeting-host";
import type { ScoreItem } from "../domain/meeting-score";
import { scoreSheet } from "./score-sheet";
import { useWatch } from "./services";

/** The sheet that a meeting is scored by: the commune's own of its kind, its regular one, or the built-in; undefined until known. */
export const useSheet = (meetings: Meetings, kind: MeetingKind): readonly ScoreItem[] | undefined => {
  const own = useWatch(() => boxed(meetings, "thematic"), [meetings]);
  const regular = useWatch(() => boxed(meetings, "regular"), [meetings]);
  if (!own || !regular) return undefined;
  return (kind === "thematic" ? own.items : undefined) ?? regular.items ?? scoreSheet;
};

/** Undefined is an answer here: there is no such sheet. */
const boxed = (meetings: Meetings, kind: "regular" | "thematic") => {
  const watch = meetings.sheet(kind);
  return {
    subscribe: (listener: (value: { readonly items: readonly ScoreItem[] | undefined }) => void) =>
      watch.subscribe((items) => listener({ items })),
  };
};
