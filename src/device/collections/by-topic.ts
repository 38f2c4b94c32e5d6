import { type Topic, topics, topicsOf } from "../../domain/topic";
import type { Core } from "../core";
import type { DocumentRow } from "../device";
import { createRecordCache } from "../library/record-cache";
import { toDocumentRow } from "../library/to-row";
import { wantedHashes } from "../store/wanted";
import type { SavedPaper, TopicKey, TopicRow } from "./collections";

interface Sorted {
  readonly row: DocumentRow;
  readonly topics: readonly Topic[];
}

const isUnread = ({ readAt, superseded }: DocumentRow) => readAt === undefined && !superseded;

const countOf = (key: TopicKey, rows: readonly DocumentRow[]): TopicRow => ({
  key,
  papers: rows.length,
  unread: rows.filter(isUnread).length,
});

/** Papers by what they are about: the words of their trích yếu, and the names that the reader gave those he saved. */
export const createTopicLists = (core: Core, saved: () => Promise<readonly SavedPaper[]>) => {
  const { mirror } = core.store;
  const records = createRecordCache(core.store, () => mirror.documents.where("sort").above("").toArray());
  /** A subject is judged once: it never changes. */
  const known = new Map<string, readonly Topic[]>();
  const judge = (abstract: string): readonly Topic[] => {
    const before = known.get(abstract);
    if (before) return before;
    const found = topicsOf(abstract);
    known.set(abstract, found);
    return found;
  };

  const sorted = async (): Promise<readonly Sorted[]> => {
    const [all, wanted] = await Promise.all([records(), wantedHashes(mirror)]);
    const self = core.self()?.member;
    return all
      .flatMap((record) => toDocumentRow(record, self, wanted) ?? [])
      .sort((a, b) => (a.issuedOn < b.issuedOn ? 1 : a.issuedOn > b.issuedOn ? -1 : 0))
      .map((row) => ({ row, topics: judge(row.abstract) }));
  };
  const labelled = async (): Promise<ReadonlyMap<string, readonly DocumentRow[]>> => {
    const byLabel = new Map<string, DocumentRow[]>();
    for (const { row, labels } of await saved())
      for (const label of labels) byLabel.set(label, [...(byLabel.get(label) ?? []), row]);
    return byLabel;
  };

  return {
    topics: async (): Promise<readonly TopicRow[]> => {
      const [all, own] = await Promise.all([sorted(), labelled()]);
      const of = (pick: (one: Sorted) => boolean) => all.filter(pick).map(({ row }) => row);
      return [
        ...[...own]
          .sort(([a], [b]) => a.localeCompare(b, "vi"))
          .map(([label, rows]) => countOf({ is: "label", label }, rows)),
        ...topics.map((topic) =>
          countOf(
            { is: "topic", topic },
            of(({ topics }) => topics.includes(topic)),
          ),
        ),
        countOf(
          { is: "none" },
          of(({ topics }) => topics.length === 0),
        ),
      ].filter(({ papers }) => papers > 0);
    },
    topic: async (key: TopicKey): Promise<readonly DocumentRow[]> => {
      if (key.is === "label") return (await labelled()).get(key.label) ?? [];
      return (await sorted())
        .filter(({ topics }) => (key.is === "none" ? topics.length === 0 : topics.includes(key.topic)))
        .map(({ row }) => row);
    },
  };
};
