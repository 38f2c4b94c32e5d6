import type { DocumentId, Hash } from "../../domain/ids";
import { blockText, type ReadingText } from "../../domain/reading-text";
import type { TaskView } from "../../domain/task";
import { taskOf } from "../../domain/task-view";
import type { DocumentRecord } from "../store/rows";
import { buildSegment } from "./build-segment";
import { countFacets, factsOf, isAnyFilter, type PaperFacts, passesFilter } from "./facets";
import { findPassage, type Passage } from "./passage";
import type { Answer, AskedTable, Finder, Question } from "./question";
import { createSearcher, type Searcher } from "./searcher";
import { openSegment, type Segment } from "./segment";

/** What a finder reads of the phone's database; without Dexie, which a worker need not load (`store/plain-reader.ts`). */
export interface FinderSource {
  segmentIds(): Promise<readonly number[]>;
  segment(id: number): Promise<Uint8Array | undefined>;
  /** Texts that are named and not on the phone. */
  missing(): Promise<readonly Hash[]>;
  documents(): Promise<readonly DocumentRecord[]>;
  document(id: DocumentId): Promise<DocumentRecord | undefined>;
  tasks(): Promise<readonly TaskView[]>;
  text(hash: Hash): Promise<Uint8Array | undefined>;
}

/**
 * Keeps the index open between questions and takes in only what came since: a paper is found as soon as its entry is
 * applied, by its number and abstract while its text is still on the way.
 */
export const createFinder = (source: FinderSource): Finder => {
  const segments = new Map<number, Segment>();
  const damaged = new Set<number>();
  let searcher: Searcher = createSearcher([]);
  let facts: ReadonlyMap<DocumentId, PaperFacts> | undefined;
  let stale: Set<AskedTable> = new Set(["searchSegments", "wanted"]);
  let turn: Promise<unknown> = Promise.resolve();

  const readFacts = async () => {
    if (facts) return facts;
    const tasked = new Set((await source.tasks()).flatMap((view) => taskOf(view)?.paper ?? []));
    facts = new Map(
      (await source.documents())
        .flatMap((record) => factsOf(record, tasked) ?? [])
        .sort((a, b) => (a.sort < b.sort ? -1 : 1))
        .map((one) => [one.id, one]),
    );
    return facts;
  };

  const readSegments = async () => {
    const ids = await source.segmentIds();
    const present = new Set(ids);
    for (const id of [...segments.keys(), ...damaged])
      if (!present.has(id)) {
        segments.delete(id);
        damaged.delete(id);
      }
    for (const id of ids) {
      if (segments.has(id) || damaged.has(id)) continue;
      const bytes = await source.segment(id);
      if (!bytes) continue;
      try {
        segments.set(id, openSegment(bytes));
      } catch {
        damaged.add(id);
      }
    }
    return ids.flatMap((id) => segments.get(id) ?? []);
  };

  /** Papers whose text is still on its way, as far as they can be found. */
  const readHeads = async (): Promise<readonly Segment[]> => {
    const missing = new Set(await source.missing());
    if (missing.size === 0) return [];
    const heads = [...(await readFacts()).values()].filter(({ text }) => missing.has(text));
    if (heads.length === 0) return [];
    return [openSegment(buildSegment(heads.map((head) => ({ ...head, text: "" }))))];
  };

  const takeIn = async () => {
    const tables = stale;
    stale = new Set();
    if (tables.has("documents") || tables.has("views")) facts = undefined;
    if (!tables.has("searchSegments") && !tables.has("wanted") && !tables.has("documents")) return;
    try {
      const heads = await readHeads();
      // The text's own segment comes after its head's, and counts.
      searcher = createSearcher([...heads, ...(await readSegments())]);
    } catch (error) {
      stale = new Set([...stale, ...tables]);
      throw error;
    }
  };
  /** One question after another: two would read the same news twice. */
  const inTurn = <T>(task: () => T | Promise<T>): Promise<T> => {
    const mine = turn.then(async () => {
      if (stale.size > 0) await takeIn();
      return task();
    });
    turn = mine.catch(() => undefined);
    return mine;
  };

  const find = async ({ words, filter }: Question, limit: number): Promise<Answer> => {
    const all = isAnyFilter(filter) || !words ? await readFacts() : undefined;
    if (!words) {
      const found = [...(all?.values() ?? [])].filter((one) => passesFilter(one, filter));
      return {
        found: found.slice(0, limit).map(({ id }) => ({ id, near: false })),
        total: found.length,
        damaged: [...damaged],
      };
    }
    const passes = (id: string) => {
      const one = all?.get(id as DocumentId);
      return one !== undefined && passesFilter(one, filter);
    };
    const { hits, total } = searcher.search(words, { limit, ...(all && { passes }) });
    return {
      found: hits.map(({ id, by, near }) => ({ id: id as DocumentId, by, near })),
      total,
      damaged: [...damaged],
    };
  };

  const facetsOf = async ({ words, filter }: Question) => {
    const all = await readFacts();
    if (!words) return countFacets(all.values(), filter);
    const found = new Map<DocumentId, PaperFacts>();
    searcher.search(words, {
      limit: 1,
      onFound: (id) => {
        const one = all.get(id as DocumentId);
        if (one) found.set(one.id, one);
      },
    });
    return countFacets(found.values(), filter);
  };

  const passageOf = async (words: string, id: DocumentId): Promise<Passage | undefined> => {
    const hash = (await source.document(id))?.text;
    const data = hash && (await source.text(hash));
    if (!data) return undefined;
    try {
      const text = JSON.parse(new TextDecoder().decode(data)) as ReadingText;
      return findPassage(words, text.blocks.map(blockText));
    } catch {
      return undefined;
    }
  };

  /** A real question waits for one of these at most. */
  const rehearse = async () => {
    for (const question of await inTurn(() => searcher.rehearsal())) {
      await inTurn(() => void searcher.search(question, { limit: 1 }));
      await new Promise((resolve) => setTimeout(resolve));
    }
  };

  return {
    prepare: async () => {
      await inTurn(() => undefined);
      // After the first answer, not before it.
      setTimeout(() => rehearse().catch(() => undefined), 300);
    },
    find: (question, limit) => inTurn(() => find(question, limit)),
    facets: (question) => inTurn(() => facetsOf(question)),
    passages: (words, ids) => Promise.all(ids.map((id) => passageOf(words, id))),
    changed: (table) => stale.add(table),
  };
};
