import { buildSegment, type IndexedPaper } from "../../src/device/search/build-segment";
import { mergeSegments } from "../../src/device/search/merge-segments";
import { createSearcher, type Searcher } from "../../src/device/search/searcher";
import { openSegment } from "../../src/device/search/segment";
import { plainText } from "../../src/domain/reading-text";
import { sampleCommune } from "../../src/server/sample/sample-commune";

/** A question and the name of the paper sought, as the names of `papers` have it. */
export type RelevanceTable = readonly (readonly [query: string, wanted: string])[];

/** The design's figure: so many of the answers are looked at, and so many questions find their paper among them. */
export const firstFew = 3;
export const wantedShare = 0.95;

/** The sample commune's papers as they are indexed, and the number of each by its id. */
export const sampleToFind = () => {
  const { documents } = sampleCommune(67);
  return {
    papers: documents.map(
      ({ id, number, issuedOn, abstract, text }): IndexedPaper => ({
        id,
        ...(number && { number }),
        issuedOn,
        abstract,
        text: plainText(text),
      }),
    ),
    numberOf: new Map(documents.map(({ id, number = "" }) => [id as string, number])),
  };
};

/** The index as a phone has it: page by page, and then gathered. */
export const searchersOf = (
  papers: readonly IndexedPaper[],
): readonly (readonly [name: string, searcher: Searcher])[] => {
  const pages = Array.from({ length: Math.ceil(papers.length / 10) }, (_, i) =>
    buildSegment(papers.slice(i * 10, i * 10 + 10)),
  );
  return [
    ["in pages", createSearcher(pages.map(openSegment))],
    ["gathered", createSearcher([openSegment(mergeSegments(pages))])],
  ];
};

/** The names of the papers found for a question, the best first. */
export type Finding = (query: string) => readonly (string | undefined)[];

/** Asks all; the share that finds its paper among the first few, and a line for each that does not. */
export const relevanceOf = (table: RelevanceTable, find: Finding) => {
  let first = 0;
  const missed = table.flatMap(([query, wanted]) => {
    const found = find(query).slice(0, firstFew);
    if (found[0] === wanted) first += 1;
    return found.includes(wanted) ? [] : [`${query} → ${wanted}, not ${found.join(", ") || "anything"}`];
  });
  return { held: 1 - missed.length / table.length, first: first / table.length, missed };
};

/** What was found, for whoever reads the run. */
export const printRelevance = (
  name: string,
  { held, first, missed }: ReturnType<typeof relevanceOf>,
): void => {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  process.stdout.write(
    `${name}: ${percent(held)} in the first three, ${percent(first)} first\n${missed.map((one) => `  ${one}\n`).join("")}`,
  );
};
