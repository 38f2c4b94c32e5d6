/*
 * How minutes lie in their Yjs document. Whatever two people can begin at once unknown to each other is a type of the
 * document's root, found by its name: a text nested in a map would be made twice, and one of the two would be lost.
 * Facts about it (who spoke, how many hands) are plain values in a map, the last of which holds.
 */

/** Maps of the root, from ids to plain values. */
export const mapNames = ["statements", "votes", "tasks", "points", "head", "score"] as const;
export type MapName = (typeof mapNames)[number];

/** What a text of the root belongs to. */
export type TextOwner = "statement" | "conclusion" | "vote" | "task" | "resolution";

/** The name of a text of the root. */
export const textName = (owner: TextOwner, id: string): string => `${owner}:${id}`;

export interface AgendaPoint {
  /** Names the point in the document. */
  readonly key: string;
  readonly point: string;
}

/**
 * A point is named by its own words, so that minutes stay with it when the agenda is changed or its order is; the second of two
 * that read alike has a number.
 */
export const pointsOf = (agenda: readonly string[]): readonly AgendaPoint[] => {
  const seen = new Map<string, number>();
  return agenda.map((point) => {
    const n = (seen.get(point) ?? 0) + 1;
    seen.set(point, n);
    return { key: n === 1 ? point : `${point} (${n})`, point };
  });
};
