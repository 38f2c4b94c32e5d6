import type { Run } from "../../domain/reading-text";

/** A stretch of a block's words (`blockText`) that is shown in a way of its own. */
export type Span =
  /** Leads somewhere; `choose`: several papers may be meant. */
  | { readonly kind: "link"; readonly from: number; readonly to: number; readonly href: string }
  | {
      readonly kind: "mark";
      readonly from: number;
      readonly to: number;
      readonly id: string;
      readonly noted: boolean;
    }
  | { readonly kind: "found"; readonly from: number; readonly to: number; readonly here: boolean }
  | { readonly kind: "spoken"; readonly from: number; readonly to: number }
  /** Of the whole block: a bookmark, the paragraph that was chosen, the place that a link led to. */
  | { readonly kind: "bookmark" | "picked" | "arrived"; readonly from: number; readonly to: number };

export type SpanOf<Kind extends Span["kind"]> = Extract<Span, { readonly kind: Kind }>;

/** A piece of text with one emphasis and one set of spans. */
export interface Piece {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link?: SpanOf<"link">;
  readonly mark?: SpanOf<"mark">;
  readonly found?: SpanOf<"found">;
  readonly spoken: boolean;
}

const last = <Kind extends Span["kind"]>(spans: readonly Span[], kind: Kind): SpanOf<Kind> | undefined =>
  spans.findLast((one): one is SpanOf<Kind> => one.kind === kind);

/** Cuts runs where spans begin and end. `from`: where the runs begin in the words of their block. */
export const cutRuns = (runs: readonly Run[], from: number, spans: readonly Span[]): readonly Piece[] => {
  const pieces: Piece[] = [];
  let at = from;
  for (const run of runs) {
    const text = typeof run === "string" ? run : run.t;
    const end = at + text.length;
    const over = spans.filter((one) => one.from < end && one.to > at);
    const edges = new Set([at, end]);
    for (const one of over) {
      if (one.from > at) edges.add(one.from);
      if (one.to < end) edges.add(one.to);
    }
    const sorted = [...edges].sort((a, b) => a - b);
    for (const [i, start] of sorted.slice(0, -1).entries()) {
      const stop = sorted[i + 1] ?? end;
      const here = over.filter((one) => one.from < stop && one.to > start);
      const link = last(here, "link");
      const mark = last(here, "mark");
      const found = last(here, "found");
      pieces.push({
        text: text.slice(start - at, stop - at),
        bold: typeof run !== "string" && run.b === 1,
        italic: typeof run !== "string" && run.i === 1,
        ...(link && { link }),
        ...(mark && { mark }),
        ...(found && { found }),
        spoken: here.some(({ kind }) => kind === "spoken"),
      });
    }
    at = end;
  }
  return pieces;
};
