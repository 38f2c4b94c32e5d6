import type { DocumentDetail, Finding, Watch } from "../../src/device/device";
import { buildSegment } from "../../src/device/search/build-segment";
import { createFinder } from "../../src/device/search/create-finder";
import type { DocumentRecord } from "../../src/device/store/rows";
import type { DocumentId } from "../../src/domain/ids";
import { plainText } from "../../src/domain/reading-text";
import type { TaskView } from "../../src/domain/task";
import type { FakePaper } from "./fake-device";

/** A paper as its record on a phone, as far as searching reads it. */
const recordOf = ({ detail }: FakePaper, isUnread: boolean): DocumentRecord => ({
  id: detail.id,
  entries: [],
  text: detail.text,
  sort: `${isUnread ? 0 : 1}${detail.issuedOn.replace(/\d/g, (digit) => String(9 - Number(digit)))}${detail.id}`,
  ...(detail.acknowledgeBy && detail.acknowledgedAt === undefined && { due: detail.acknowledgeBy }),
  view: {
    read: {},
    acknowledged: {},
    issued: { ...detail, text: { hash: detail.text, bytes: 1 } },
  } as unknown as DocumentRecord["view"],
});

/** The real search over papers in memory. */
export const createFakeFinding = (
  papers: ReadonlyMap<DocumentId, FakePaper>,
  tasked: readonly DocumentId[],
  watch: <T>(read: () => T) => Watch<T>,
): Finding => {
  const isUnread = ({ readAt, acknowledgedAt }: DocumentDetail) =>
    readAt === undefined && acknowledgedAt === undefined;
  const finderOf = () => {
    const all = [...papers.values()];
    const segment = buildSegment(
      all.map(({ detail, body }) => ({ ...detail, text: body ? plainText(body) : "" })),
    );
    return createFinder({
      segmentIds: async () => [1],
      segment: async () => segment,
      missing: async () => [],
      documents: async () => all.map((paper) => recordOf(paper, isUnread(paper.detail))),
      document: async (id) => {
        const paper = papers.get(id);
        return paper && recordOf(paper, true);
      },
      tasks: async () =>
        tasked.map(
          (paper) =>
            ({
              assigned: { paper, host: "office", lead: "", support: [], scopes: [] },
              changes: {},
              progress: [],
            }) as unknown as TaskView,
        ),
      text: async (hash) => {
        const body = all.find(({ detail }) => detail.text === hash)?.body;
        return body && new TextEncoder().encode(JSON.stringify(body));
      },
    });
  };
  const later = <T>(ask: () => Promise<T>): Watch<T> => ({
    subscribe: (listener) => {
      let gone = false;
      const stop = watch(ask).subscribe((answer) => void answer.then((value) => !gone && listener(value)));
      return () => {
        gone = true;
        stop();
      };
    },
  });
  const findOnce: Finding["findOnce"] = async (question, limit) => {
    const { found, total } = await finderOf().find(question, limit);
    return {
      papers: found.flatMap(({ id, ...rest }) => {
        const row = papers.get(id)?.detail;
        return row ? [{ row, ...rest }] : [];
      }),
      total,
    };
  };
  return {
    findOnce,
    find: (question, limit) => later(() => findOnce(question, limit)),
    facets: (question) => later(() => finderOf().facets(question)),
    passages: (words, ids) => finderOf().passages(words, ids),
  };
};
