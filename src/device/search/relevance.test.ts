import { expect, test } from "vitest";
import { relevanceTable } from "../../../test/support/relevance-table";
import { plainText } from "../../domain/reading-text";
import { sampleCommune } from "../../server/sample/sample-commune";
import { buildSegment } from "./build-segment";
import { mergeSegments } from "./merge-segments";
import { createSearcher } from "./searcher";
import { openSegment } from "./segment";

const { documents } = sampleCommune(67);
const indexed = documents.map(({ id, number, issuedOn, abstract, text }) => ({
  id,
  ...(number && { number }),
  issuedOn,
  abstract,
  text: plainText(text),
}));
/** As a phone has them: page by page, and then gathered. */
const pages = Array.from({ length: 7 }, (_, i) => buildSegment(indexed.slice(i * 10, i * 10 + 10)));
const numberOf = new Map(documents.map(({ id, number }) => [id as string, number]));

/** The design's figure: in the first three. */
const firstFew = 3;
const share = 0.95;

test.each([
  ["in pages", createSearcher(pages.map(openSegment))],
  ["gathered", createSearcher([openSegment(mergeSegments(pages))])],
])("what villagers look for stands among the first three, %s", (name, searcher) => {
  const missed = relevanceTable.flatMap(([query, wanted]) => {
    const found = searcher.search(query, { limit: firstFew }).hits.map(({ id }) => numberOf.get(id));
    return found.includes(wanted) ? [] : [`${query} → ${wanted}, not ${found.join(", ")}`];
  });
  const held = 1 - missed.length / relevanceTable.length;
  process.stdout.write(
    `${relevanceTable.length} queries over the sample's ${documents.length} papers, ${name}: ${(held * 100).toFixed(1)} % in the first three\n${missed.map((one) => `  ${one}\n`).join("")}`,
  );
  expect(relevanceTable.length).toBeGreaterThanOrEqual(60);
  expect(held).toBeGreaterThanOrEqual(share);
});

test("a number comes before the papers that cite it, and says what was found", () => {
  const searcher = createSearcher(pages.map(openSegment));
  for (const query of ["110-QĐ/ĐU", "110-qđ/đu", "qd 110", "QĐ110", "quy định số 110 đu"])
    expect(searcher.search(query, { limit: 1 }).hits[0]).toMatchObject({ by: "number", near: false });
  expect(searcher.search("57-NQ/TW", { limit: 1 }).hits[0]).toMatchObject({ by: "text" });
});
