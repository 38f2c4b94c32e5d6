import { create, insertMultiple, load, save, search } from "@orama/orama";
import { Index } from "flexsearch";
import MiniSearch from "minisearch";
import { buildSegment, type IndexedPaper } from "../../src/device/search/build-segment";
import { mergeSegments } from "../../src/device/search/merge-segments";
import { createSearcher } from "../../src/device/search/searcher";
import { openSegment } from "../../src/device/search/segment";
import { foldVietnamese } from "../../src/domain/vietnamese";

/*
 * What search could be made of. All get folded words, so that none is asked to know Vietnamese; each is set up as its
 * manual says for speed with ranking. Without Node, so that a browser can measure them.
 */

/** A piece of an index as a phone would keep it. */
export type Kept = readonly [name: string, data: string | Uint8Array<ArrayBuffer>];

export interface Engine {
  readonly build: (papers: readonly IndexedPaper[]) => readonly Kept[];
  readonly open: (kept: readonly Kept[]) => Opened;
}

export interface Opened {
  /** The ids of the papers found, the best first. */
  readonly find: (words: string) => readonly string[];
  /** What the app does once the first answer is there. */
  readonly rehearse?: () => void;
}

export const wordsOf = (text: string): readonly string[] =>
  foldVietnamese(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
const asked = (words: string) => wordsOf(words).join(" ");
const folded = ({ id, number = "", abstract = "", text }: IndexedPaper) => ({
  id,
  number: asked(number),
  abstract: asked(abstract),
  text: asked(text),
});
const answers = 20;

const ours: Engine = {
  build: (papers) => {
    const pages: Uint8Array<ArrayBuffer>[] = [];
    for (let i = 0; i < papers.length; i += 200) pages.push(buildSegment(papers.slice(i, i + 200)));
    const joined: Kept[] = [];
    for (let i = 0; i < pages.length; i += 4)
      joined.push([String(i), mergeSegments(pages.slice(i, i + 4)) as Uint8Array<ArrayBuffer>]);
    return joined;
  },
  open: (kept) => {
    const searcher = createSearcher(kept.map(([, data]) => openSegment(data as Uint8Array)));
    return {
      find: (words) => searcher.search(words, { limit: answers }).hits.map(({ id }) => id),
      rehearse: () => {
        for (const question of searcher.rehearsal()) searcher.search(question, { limit: 1 });
      },
    };
  },
};

const miniOptions = () => ({
  fields: ["number", "abstract", "text"],
  tokenize: (text: string) => text.split(" "),
  processTerm: (term: string) => term,
  searchOptions: { boost: { number: 8, abstract: 4 }, combineWith: "AND" as const, fuzzy: 0.2 },
});
const mini: Engine = {
  build: (papers) => {
    const engine = new MiniSearch(miniOptions());
    engine.addAll(papers.map(folded));
    return [["index", JSON.stringify(engine)]];
  },
  open: ([kept]) => {
    const engine = MiniSearch.loadJSON(kept?.[1] as string, miniOptions());
    const find = (words: string) => engine.search(asked(words)).slice(0, answers);
    return { find: (words) => find(words).map(({ id }) => id as string) };
  },
};

const flexOptions = { tokenize: "strict", resolution: 9 } as const;
const flex: Engine = {
  build: (papers) => {
    const engine = new Index(flexOptions);
    for (const paper of papers) {
      const { id, number, abstract, text } = folded(paper);
      engine.add(id, `${number} ${abstract} ${text}`);
    }
    const parts: [string, string][] = [];
    engine.export((key: string, data: string) => void parts.push([key, data]));
    return parts;
  },
  open: (kept) => {
    const engine = new Index(flexOptions);
    for (const [key, data] of kept) engine.import(key, data as string);
    return { find: (words) => engine.search(asked(words), { limit: answers }) as string[] };
  },
};

const oramaSchema = { id: "string", number: "string", abstract: "string", text: "string" } as const;
const orama: Engine = {
  build: (papers) => {
    const engine = create({ schema: oramaSchema });
    insertMultiple(engine, papers.map(folded), 500);
    return [["index", JSON.stringify(save(engine))]];
  },
  open: ([kept]) => {
    const engine = create({ schema: oramaSchema });
    load(engine, JSON.parse(kept?.[1] as string));
    const find = (words: string) => {
      const found = search(engine, {
        term: asked(words),
        properties: ["number", "abstract", "text"],
        boost: { number: 8, abstract: 4 },
        threshold: 0,
        limit: answers,
      });
      return (found as Awaited<typeof found>).hits.map(({ id }) => id);
    };
    return { find };
  },
};

export const engines = { ours, MiniSearch: mini, FlexSearch: flex, Orama: orama };
export type EngineName = keyof typeof engines;
