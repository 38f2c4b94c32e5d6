import { dayAt } from "../../domain/commune-day";
import type { MeetingId } from "../../domain/ids";
import { unreadPrefix } from "../apply/document-record";
import type { Core } from "../core";
import type { DocumentRow } from "../device";
import { toDocumentRow } from "../library/to-row";
import { wantedHashes } from "../store/wanted";
import { createWatch } from "../store/watch";
import { createTopicLists } from "./by-topic";
import type { Collections, Overview, PaperPack } from "./collections";
import { fetchPapers } from "./fetch-papers";
import { comingWithPapers, papersOfMeeting } from "./meeting-papers";
import { readPack } from "./paper-pack";
import { createShelf } from "./shelf";
import { createVerified } from "./verified";

/** Papers in groups, all from what is on this phone. */
export const createCollections = (core: Core, sync: () => Promise<void>): Collections => {
  const { store, deps, ready } = core;
  const { mirror } = store;
  const verified = createVerified(store);
  const shelf = createShelf(core);
  const byTopic = createTopicLists(core, shelf.papers);
  const watch = <T>(tables: readonly string[], query: () => Promise<T>) =>
    createWatch({
      store,
      timer: deps.timer,
      ready,
      tables,
      query,
      pulling: () => core.state.getState().sync.running,
    });
  const papers = ["documents", "wanted", "meta"];
  const blobs = [...papers, "views", "texts", "files"];

  const due = async (): Promise<readonly DocumentRow[]> => {
    const [records, wanted] = await Promise.all([
      mirror.documents.where("due").above("").toArray(),
      wantedHashes(mirror),
    ]);
    // The index gives them by day; of one day the order of the list.
    return records
      .sort((a, b) => {
        const [one, other] = [`${a.due} ${a.sort}`, `${b.due} ${b.sort}`];
        return one < other ? -1 : one > other ? 1 : 0;
      })
      .flatMap((record) => toDocumentRow(record, core.self()?.member, wanted) ?? []);
  };
  const pack = async (id: MeetingId): Promise<PaperPack | undefined> => {
    const found = await papersOfMeeting(core, id);
    return found && readPack(core, verified, found);
  };
  const nextPack = async (): Promise<PaperPack | undefined> => {
    const [next] = await comingWithPapers(core);
    return next && readPack(core, verified, next);
  };
  const overview = async (): Promise<Overview> => {
    const [unread, dueRows, next, saved, topics] = await Promise.all([
      mirror.documents.where("sort").between(unreadPrefix, `${unreadPrefix}\uffff`).count(),
      due(),
      nextPack(),
      shelf.papers(),
      byTopic.topics(),
    ]);
    const today = dayAt(core.clock.now());
    return {
      unread,
      due: dueRows.length,
      late: dueRows.filter(({ acknowledgeBy }) => acknowledgeBy !== undefined && acknowledgeBy < today)
        .length,
      ...(next && { next }),
      saved: saved.length,
      topics: topics.length,
    };
  };

  return {
    overview: () => watch([...blobs, "shelf"], overview),
    due: () => watch(papers, due),
    pack: (id) => watch(blobs, () => pack(id)),
    nextPack: () => watch(blobs, nextPack),
    fetchPack: async (meeting, onProgress, signal) => {
      await ready;
      return fetchPapers(core, verified, { meeting, sync }, onProgress, signal);
    },
    saved: () => watch([...papers, "shelf"], shelf.papers),
    isSaved: (id) => watch(["shelf"], () => shelf.has(id)),
    save: shelf.save,
    unsave: shelf.unsave,
    label: shelf.label,
    topics: () => watch([...papers, "shelf"], byTopic.topics),
    topic: (key) => watch([...papers, "shelf"], () => byTopic.topic(key)),
  };
};
