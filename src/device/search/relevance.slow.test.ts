import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { corpusQuestions } from "../../../test/support/corpus-questions";
import {
  firstFew,
  printRelevance,
  relevanceOf,
  sampleToFind,
  searchersOf,
  wantedShare,
} from "../../../test/support/relevance";
import { plainText } from "../../domain/reading-text";
import { readPaper } from "../intake/read-paper";
import type { IndexedPaper } from "./build-segment";

/** Every paper of a folder that the door lets in, with what the app would put into the clerk's form; the file's name is its id. */
const takeAll = async (folder: string): Promise<readonly IndexedPaper[]> => {
  const papers: IndexedPaper[] = [];
  for (const name of readdirSync(folder).filter((file) => /\.(?:docx?|pdf)$/.test(file))) {
    const read = await readPaper(new Blob([Uint8Array.from(readFileSync(join(folder, name)))]), name);
    if (!read.ok) continue;
    const { suggestions, text } = read.value;
    const { number, issuedOn, abstract } = suggestions;
    papers.push({
      id: name,
      ...(number && { number }),
      ...(issuedOn && { issuedOn }),
      ...(abstract && { abstract }),
      text: plainText(text),
    });
  }
  return papers;
};

/** Real papers, where the machine has them; questions are written for some. */
const corpus = process.env.CORPUS_DIR;
const corpusFiles = new Set(corpus ? readdirSync(corpus) : []);
const questions = corpusQuestions.filter(([, file]) => corpusFiles.has(file));
test(`what people look for in real papers stands among the first three, beside the sample's (${questions.length} questions here)`, async () => {
  if (!corpus || questions.length === 0) return;
  const real = await takeAll(corpus);
  const { papers } = sampleToFind();
  for (const [name, searcher] of searchersOf([...papers, ...real])) {
    const found = relevanceOf(questions, (query) =>
      searcher.search(query, { limit: firstFew }).hits.map(({ id }) => id),
    );
    printRelevance(
      `${questions.length} queries for ${real.length} real papers beside ${papers.length} of the sample, ${name}`,
      found,
    );
    expect(questions.length).toBeGreaterThanOrEqual(40);
    expect(found.held).toBeGreaterThanOrEqual(wantedShare);
  }
});
