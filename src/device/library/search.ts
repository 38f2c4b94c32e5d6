import type { DocumentId } from "../../domain/ids";
import type { Core } from "../core";
import type { FoundDocument } from "../device";
import { createSearcher, type Searcher } from "../search/searcher";
import { wantedHashes } from "../store/wanted";
import { onChange } from "../store/watch";
import { toDocumentRow } from "./to-row";

/** Asked for beyond what is shown, since some hits may have left the phone since they were indexed. */
const spare = 20;

/** Words in number-symbol, abstract and full text. The index is opened at the first question and kept. */
export const createSearch = (core: Core) => {
  const { mirror } = core.store;
  let searcher: Promise<Searcher> | undefined;
  onChange(core.store, ["searchSegments"], () => {
    searcher = undefined;
  });
  const open = async (): Promise<Searcher> =>
    createSearcher((await mirror.searchSegments.toArray()).map(({ bytes }) => bytes));

  return async (words: string, limit: number): Promise<readonly FoundDocument[]> => {
    searcher ??= open();
    const hits = (await searcher).search(words, limit + spare);
    const records = await mirror.documents.bulkGet(hits.map(({ id }) => id as DocumentId));
    const missing = await wantedHashes(mirror);
    const self = core.self()?.member;
    return hits
      .flatMap(({ by }, i): FoundDocument[] => {
        const record = records[i];
        const row = record && toDocumentRow(record, self, missing);
        return row ? [{ row, by }] : [];
      })
      .slice(0, limit);
  };
};
