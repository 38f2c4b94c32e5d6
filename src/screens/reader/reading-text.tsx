import type { ComponentChild } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Block, ReadingText as Text } from "../../domain/reading-text";
import { BlockView, type Heading, headingsOf } from "./block-view";
import { scrollToPlace } from "./scroll-to-place";
import { isLong, type Section, sectionAt, sectionsOf } from "./sections";
import type { Span } from "./spans";
import type { Place, ShowOptions, Surface } from "./surface";
import { useNear } from "./use-near";

interface SectionProps {
  readonly section: Section;
  readonly blocks: readonly Block[];
  readonly tags: readonly Heading[];
  readonly surface: Surface;
}

interface Drawn {
  readonly over: readonly (readonly Span[])[];
  readonly block: ComponentChild;
}

/** What lies over a section may change; a block whose own has not is not compared again. */
const SectionView = ({ section, blocks, tags, surface }: SectionProps) => {
  const [, again] = useState(0);
  const drawn = useRef<Drawn[]>([]);
  useLayoutEffect(() => {
    const first = section[0]?.block ?? 0;
    const last = section.at(-1)?.block ?? first;
    return surface.watch(first, last, () => again((n) => n + 1));
  }, [section]);
  return (
    <>
      {section.map((slice, i) => {
        const over = surface.over(slice.block);
        const before = drawn.current[i];
        if (before?.over.every((list, layer) => list === over[layer])) return before.block;
        const block = (
          <BlockView
            key={`${slice.block} ${slice.from}`}
            block={blocks[slice.block] as Block}
            slice={slice}
            heading={tags[slice.block] ?? "h2"}
            spans={over.flat()}
          />
        );
        drawn.current[i] = { over, block };
        return block;
      })}
    </>
  );
};

interface ReadingTextProps {
  readonly text: Text;
  readonly hidden: ReadonlySet<number>;
  readonly surface: Surface;
  /** Where to begin: up to here it is drawn at once. */
  readonly start: Place;
}

/**
 * The paper as text that flows. A long one appears at once and grows while one reads its beginning; a very long one is drawn
 * around the place one is at, and its other sections hold their room.
 */
export const ReadingText = ({ text, hidden, surface, start }: ReadingTextProps) => {
  const { blocks } = text;
  const sections = useMemo(() => sectionsOf(blocks, hidden), [text]);
  const tags = useMemo(() => headingsOf(blocks, hidden), [text]);
  const long = isLong(sections);
  const article = useRef<HTMLElement>(null);
  const begin = sectionAt(sections, start.block, start.offset);
  const [drawn, setDrawn] = useState(begin + 1);
  const near = useNear(article, sections, blocks, long, begin);
  const target = useRef<readonly [Place, ShowOptions] | undefined>(undefined);
  const [asked, ask] = useState(0);

  useEffect(() => {
    if (long || drawn >= sections.length) return;
    const timer = setTimeout(() => setDrawn(drawn + 1), 30);
    return () => clearTimeout(timer);
  }, [drawn, sections]);

  useLayoutEffect(
    () =>
      surface.draw({
        show: (place, options) => {
          const section = sectionAt(sections, place.block, place.offset);
          target.current = [place, options];
          if (long) near.keep(section);
          else setDrawn((now) => Math.max(now, section + 1));
          ask((n) => n + 1);
        },
      }),
    [sections],
  );
  // Drawn up to it by now, or with this drawing.
  useLayoutEffect(() => {
    if (target.current && article.current) scrollToPlace(article.current, ...target.current);
    target.current = undefined;
  }, [asked]);

  const isDrawn = (i: number) => (long ? near.has(i) : i < drawn);
  return (
    <article class="reading" ref={article}>
      {(long ? sections : sections.slice(0, drawn)).map((section, i) => (
        <div
          class="section"
          key={i}
          data-section={i}
          style={isDrawn(i) ? undefined : { height: `${near.height(i)}px` }}
        >
          {isDrawn(i) && <SectionView section={section} blocks={blocks} tags={tags} surface={surface} />}
        </div>
      ))}
    </article>
  );
};
