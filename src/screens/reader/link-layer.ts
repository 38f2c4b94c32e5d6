import type { DocumentDetail, DocumentRow } from "../../device/device";
import type { Reading } from "../../device/reading/reading";
import { type Provision, slugOfPath } from "../../domain/provisions";
import { findReferences, type PaperName, type Reference, resolvePath } from "../../domain/references";
import type { Span } from "./spans";
import type { Spans } from "./surface";

/** So long at once, in milliseconds: links come while one reads, and no scroll waits for them. */
const turn = 10;

export interface LinkLayer {
  readonly spans: Spans;
  /** By the number in `#chon-N`: where a number-symbol may mean several papers, the person chooses. */
  readonly choices: readonly { readonly papers: readonly DocumentRow[]; readonly slug: string }[];
}

interface LinkOptions {
  readonly paper: Pick<DocumentDetail, "id">;
  readonly lines: readonly string[];
  readonly provisions: readonly Provision[];
  /** Headings are no sentences: their numbers are their own. */
  readonly isHeading: (block: number) => boolean;
  readonly papersNamed: Reading["papersNamed"];
  readonly onLayer: (layer: LinkLayer) => void;
  readonly isOld: () => boolean;
}

const breath = () => new Promise<void>((resolve) => setTimeout(resolve));

/**
 * Lays links over a text: places in it at once, papers once the phone was asked which it has. What is not here stays words.
 */
export const layLinks = async (options: LinkOptions): Promise<void> => {
  const { paper, lines, provisions, isHeading, papersNamed, onLayer, isOld } = options;
  const spans = new Map<number, readonly Span[]>();
  const others: { readonly block: number; readonly reference: Reference & { readonly paper: PaperName } }[] =
    [];
  let began = performance.now();
  for (const [block, text] of lines.entries()) {
    if (isHeading(block)) continue;
    const own: Span[] = [];
    for (const reference of findReferences(text)) {
      const { from, to, path, paper: named } = reference;
      if (named) {
        others.push({ block, reference: { ...reference, paper: named } });
        continue;
      }
      const target = path && resolvePath(provisions, path, block);
      if (target && target.block !== block)
        own.push({ kind: "link", from, to, href: `/van-ban/${paper.id}#${target.slug}` });
    }
    if (own.length > 0) spans.set(block, own);
    if (performance.now() - began < turn) continue;
    await breath();
    if (isOld()) return;
    began = performance.now();
  }
  onLayer({ spans: new Map(spans), choices: [] });
  if (others.length === 0) return;

  const found = await papersNamed(others.map(({ reference }) => reference.paper));
  if (isOld()) return;
  const choices: { papers: readonly DocumentRow[]; slug: string }[] = [];
  for (const [i, { block, reference }] of others.entries()) {
    const papers = (found[i] ?? []).filter(({ id }) => id !== paper.id);
    const [first] = papers;
    if (!first) continue;
    const slug = reference.path ? slugOfPath(reference.path) : "";
    let href = `/van-ban/${first.id}${slug && `#${slug}`}`;
    if (papers.length > 1) {
      href = `#chon-${choices.length}`;
      choices.push({ papers, slug });
    }
    const link: Span = { kind: "link", from: reference.from, to: reference.to, href };
    spans.set(block, [...(spans.get(block) ?? []), link]);
  }
  onLayer({ spans, choices });
};
