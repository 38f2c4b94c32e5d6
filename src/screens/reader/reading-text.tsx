import { useEffect, useMemo, useState } from "preact/hooks";
import type { Block, Run, ReadingText as Text } from "../../domain/reading-text";
import { t } from "../../i18n/reader";

const Runs = ({ runs }: { readonly runs: readonly Run[] }) => (
  <>
    {runs.map((run, i) => {
      if (typeof run === "string") return run;
      const words = run.i ? <em key={i}>{run.t}</em> : run.t;
      return run.b ? <strong key={i}>{words}</strong> : words;
    })}
  </>
);

type Heading = "h2" | "h3" | "h4";
const headings: readonly Heading[] = ["h2", "h3", "h4"];

/** The tag of each heading. A paper that begins with its articles still begins at h2: no step is left out. */
const headingsOf = (blocks: readonly Block[]): readonly Heading[] => {
  let before = -1;
  return blocks.map((block) => {
    if (block.k === "h") before = Math.min(block.l - 1, before + 1);
    return headings[before] ?? "h2";
  });
};

interface BlockViewProps {
  readonly block: Block;
  readonly at: number;
  readonly heading: Heading;
}

const BlockView = ({ block, at, heading }: BlockViewProps) => {
  switch (block.k) {
    case "h": {
      const Heading = heading;
      return (
        <Heading class={`block level-${block.l}`} data-block={at}>
          {block.t}
        </Heading>
      );
    }
    case "p":
      return (
        <p class={`block${block.a ? ` align-${block.a}` : ""}`} data-block={at}>
          <Runs runs={block.r} />
        </p>
      );
    case "l":
      return (
        <p class="block item" data-block={at}>
          <span class="mark">{block.m}</span>
          <span>
            <Runs runs={block.r} />
          </span>
        </p>
      );
    case "t":
      return <Table block={block} at={at} />;
  }
};

/** Wider than the screen as often as not: it scrolls inside itself, its head stays in sight. */
const Table = ({
  block,
  at,
}: {
  readonly block: Extract<Block, { readonly k: "t" }>;
  readonly at: number;
}) => {
  const head = block.rows.slice(0, block.h ?? 0);
  const body = block.rows.slice(block.h ?? 0);
  const width = Math.max(...block.rows.map((row) => row.length));
  return (
    <section
      class={`block table${width > 3 ? " broad" : ""}`}
      data-block={at}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
      tabIndex={0}
      aria-label={t("table")}
    >
      <table>
        {head.length > 0 && (
          <thead>
            {head.map((row, y) => (
              <tr key={y}>
                {row.map((cell, x) => (
                  <th key={x} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            ))}
          </thead>
        )}
        <tbody>
          {body.map((row, y) => (
            <tr key={y}>
              {row.map((cell, x) => (
                <td key={x}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** Blocks drawn together: first what fills a screen, then more. A section that was drawn once is not compared again. */
const firstSection = 12;
const sectionSize = 40;

/** Where each section begins. */
const sectionStarts = (blocks: number): readonly number[] => {
  const starts = [0];
  for (let from = firstSection; from < blocks; from += sectionSize) starts.push(from);
  return starts;
};

interface ReadingTextProps {
  readonly text: Text;
  /** Up to this block it is drawn at once: where the person stopped, or a place that was found. */
  readonly upTo: number;
}

/** The paper as text that flows. A long one appears at once and grows while one reads its beginning. */
export const ReadingText = ({ text, upTo }: ReadingTextProps) => {
  const starts = sectionStarts(text.blocks.length);
  const sections = useMemo(() => {
    const tags = headingsOf(text.blocks);
    return starts.map((from, section) => (
      <div class="section" key={from}>
        {text.blocks.slice(from, starts[section + 1]).map((block, i) => (
          <BlockView key={from + i} block={block} at={from + i} heading={tags[from + i] ?? "h2"} />
        ))}
      </div>
    ));
  }, [text]);
  const asked = starts.filter((from) => from <= upTo).length;
  const [drawn, setDrawn] = useState(asked);
  useEffect(() => {
    if (drawn >= sections.length) return;
    const timer = setTimeout(() => setDrawn(drawn + 1), 30);
    return () => clearTimeout(timer);
  }, [drawn, sections]);
  return <article class="reading">{sections.slice(0, Math.max(drawn, asked))}</article>;
};
