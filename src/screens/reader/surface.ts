import type { Span } from "./spans";

/** A place in a text. `offset` counts in the words of the block; `into`: which part of its height is read, from 0 to 1. */
export interface Place {
  readonly block: number;
  readonly offset?: number;
  readonly into?: number;
}

/** What lies over the text, one map a layer: links, marks, what was found, what is being said. */
export const layers = ["links", "marks", "found", "picked", "arrived", "spoken"] as const;
export type Layer = (typeof layers)[number];
export type Spans = ReadonlyMap<number, readonly Span[]>;

export interface ShowOptions {
  /** In the middle of the screen, as what was found is; else under the bar. */
  readonly centre?: boolean;
  /** The keyboard and a screen reader go on from there. */
  readonly focus?: boolean;
}

/** What draws the text. */
export interface Drawer {
  /** Sees to it that the place is drawn, and scrolls there. */
  readonly show: (place: Place, options: ShowOptions) => void;
}

const none: readonly Span[] = [];
const same = (a: readonly Span[] = none, b: readonly Span[] = none): boolean =>
  a === b || (a.length === b.length && JSON.stringify(a) === JSON.stringify(b));

/**
 * Between the text and what is laid over it: tools set layers and ask for places, the text draws them. Only those sections
 * are told whose blocks have changed.
 */
export const createSurface = () => {
  const known = new Map<Layer, Spans>();
  const sections = new Map<() => void, readonly [first: number, last: number]>();
  let drawer: Drawer | undefined;
  let waiting: readonly [Place, ShowOptions] | undefined;

  return {
    setLayer: (layer: Layer, next: Spans) => {
      const before = known.get(layer);
      const changed = [...new Set([...(before?.keys() ?? []), ...next.keys()])].filter(
        (block) => !same(before?.get(block), next.get(block)),
      );
      known.set(layer, next);
      for (const [tell, [first, end]] of [...sections])
        if (changed.some((block) => block >= first && block <= end)) tell();
    },
    layer: (layer: Layer): Spans => known.get(layer) ?? new Map(),
    /** All that lies over one block, a list a layer: lists that are the same have not changed. */
    over: (block: number): readonly (readonly Span[])[] =>
      layers.map((layer) => known.get(layer)?.get(block) ?? none),
    watch: (first: number, end: number, tell: () => void) => {
      sections.set(tell, [first, end]);
      return () => void sections.delete(tell);
    },
    draw: (next: Drawer) => {
      drawer = next;
      if (waiting) next.show(...waiting);
      waiting = undefined;
      return () => {
        drawer = undefined;
      };
    },
    show: (place: Place, options: ShowOptions = {}) => {
      if (drawer) drawer.show(place, options);
      else waiting = [place, options];
    },
  };
};

export type Surface = ReturnType<typeof createSurface>;
