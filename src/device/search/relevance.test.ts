import { expect, test } from "vitest";
import {
  firstFew,
  printRelevance,
  relevanceOf,
  sampleToFind,
  searchersOf,
  wantedShare,
} from "../../../test/support/relevance";
import { relevanceTable } from "../../../test/support/relevance-table";

const { papers, numberOf } = sampleToFind();
const searchers = searchersOf(papers);

test.each(searchers)("what villagers look for stands among the first three, %s", (name, searcher) => {
  const found = relevanceOf(relevanceTable, (query) =>
    searcher.search(query, { limit: firstFew }).hits.map(({ id }) => numberOf.get(id)),
  );
  printRelevance(
    `${relevanceTable.length} queries over the sample's ${papers.length} papers, ${name}`,
    found,
  );
  expect(relevanceTable.length).toBeGreaterThanOrEqual(60);
  expect(found.held).toBeGreaterThanOrEqual(wantedShare);
});

test.each(searchers)(
  "a number comes before the papers that cite it, and says what was found, %s",
  (_, searcher) => {
    for (const query of ["110-QĐ/ĐU", "110-qđ/đu", "qd 110", "QĐ110", "quy định số 110 đu"])
      expect(searcher.search(query, { limit: 1 }).hits[0]).toMatchObject({ by: "number", near: false });
    expect(searcher.search("57-NQ/TW", { limit: 1 }).hits[0]).toMatchObject({ by: "text" });
  },
);
