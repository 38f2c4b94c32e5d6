import type { Block, Run } from "../../domain/reading-text";
import { Inline } from "./inline";
import type { Slice } from "./sections";
import type { Span } from "./spans";
import { TableView } from "./table-view";

export type Heading = "h2" | "h3" | "h4";
const headings: readonly Heading[] = ["h2", "h3", "h4"];

/** The tag of each heading. A paper that begins with its articles still begins at h2: no step is left out. */
export const headingsOf = (blocks: readonly Block[], hidden: ReadonlySet<number>): readonly Heading[] => {
  let before = -1;
  return blocks.map((block, at) => {
    if (block.k === "h" && !hidden.has(at)) before = Math.min(block.l - 1, before + 1);
    return headings[before] ?? "h2";
  });
};

/** The part of the runs that a slice shows. */
const runsIn = (runs: readonly Run[], start: number, { from, to }: Slice): readonly Run[] => {
  let at = start;
  return runs.flatMap((run): Run[] => {
    const text = typeof run === "string" ? run : run.t;
    const cut = text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += text.length;
    if (cut === "") return [];
    return [typeof run === "string" ? cut : { ...run, t: cut }];
  });
};

interface BlockViewProps {
  readonly block: Block;
  readonly slice: Slice;
  readonly heading: Heading;
  readonly spans: readonly Span[];
}

const lookOf = (spans: readonly Span[]): string =>
  (["bookmark", "picked", "arrived"] as const)
    .filter((kind) => spans.some((one) => one.kind === kind))
    .map((kind) => ` ${kind}`)
    .join("");

/** `data-from` tells where the words of an element begin in those of its block: a selection is found by it. */
export const BlockView = ({ block, slice, heading: Heading, spans }: BlockViewProps) => {
  const { block: at, from } = slice;
  const look = lookOf(spans);
  switch (block.k) {
    case "h":
      return (
        <Heading class={`block level-${block.l}${look}`} data-block={at} data-from={0}>
          <Inline runs={[block.t]} from={0} spans={spans} />
        </Heading>
      );
    case "p":
      return (
        <p class={`block${block.a ? ` align-${block.a}` : ""}${look}`} data-block={at} data-from={from}>
          <Inline runs={runsIn(block.r, 0, slice)} from={from} spans={spans} />
        </p>
      );
    case "l": {
      const start = block.m.length + 1;
      return (
        <p class={`block item${look}`} data-block={at}>
          {from === 0 && (
            <span class="mark" data-from={0}>
              {block.m}
            </span>
          )}
          <span data-from={Math.max(start, from)}>
            <Inline runs={runsIn(block.r, start, slice)} from={Math.max(start, from)} spans={spans} />
          </span>
        </p>
      );
    }
    case "t":
      return <TableView block={block} at={at} spans={spans} look={look} />;
  }
};
