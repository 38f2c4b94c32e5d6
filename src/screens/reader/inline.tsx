import type { ComponentChild } from "preact";
import type { Run } from "../../domain/reading-text";
import { cutRuns, type Piece, type Span } from "./spans";

const Words = ({ piece }: { readonly piece: Piece }) => {
  const { text, bold, italic, mark, found, spoken, link } = piece;
  let words: ComponentChild = italic ? <em>{text}</em> : text;
  if (bold) words = <strong>{words}</strong>;
  if (spoken) words = <span class="spoken">{words}</span>;
  if (found) words = <mark class={found.here ? "found here" : "found"}>{words}</mark>;
  if (!mark) return <>{words}</>;
  const look = mark.noted ? "kept noted" : "kept";
  // A link over it wins the press; the note is reached from the list.
  if (link) return <mark class={look}>{words}</mark>;
  return (
    <a class={look} href={`#ghi-chu-${mark.id}`}>
      <mark>{words}</mark>
    </a>
  );
};

interface InlineProps {
  readonly runs: readonly Run[];
  /** Where they begin in the words of the block. */
  readonly from: number;
  readonly spans: readonly Span[];
}

/** Words with their emphasis and what lies over them. Without spans it is text and nothing else. */
export const Inline = ({ runs, from, spans }: InlineProps) => {
  const pieces = cutRuns(runs, from, spans);
  const drawn: ComponentChild[] = [];
  for (let i = 0; i < pieces.length; i += 1) {
    const { link } = pieces[i] as Piece;
    if (!link) {
      drawn.push(<Words key={i} piece={pieces[i] as Piece} />);
      continue;
    }
    const inside: ComponentChild[] = [];
    const first = i;
    for (; pieces[i]?.link === link; i += 1) inside.push(<Words key={i} piece={pieces[i] as Piece} />);
    i -= 1;
    drawn.push(
      <a key={first} class="ref" href={link.href}>
        {inside}
      </a>,
    );
  }
  return <>{drawn}</>;
};
