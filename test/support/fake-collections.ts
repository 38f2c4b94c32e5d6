import type {
  Collections,
  FetchedPack,
  PaperLack,
  PaperPack,
  SavedPaper,
  TopicKey,
} from "../../src/device/collections/collections";
import type { DocumentRow, Watch } from "../../src/device/device";
import type { MeetingRow } from "../../src/device/meetings/meetings";
import type { PhotoRow } from "../../src/device/photos/photos";
import { dayAt } from "../../src/domain/commune-day";
import type { DocumentId, MeetingId, PhotoId } from "../../src/domain/ids";
import { topics, topicsOf } from "../../src/domain/topic";

export interface FakeCollectionsOptions {
  /** What some papers of meetings lack on this phone. */
  readonly lacks?: { readonly [id: string]: PaperLack };
  /** Papers that were recalled since the meeting was called. */
  readonly withdrawn?: readonly DocumentId[];
  /** What fetching cannot bring; everything else comes. */
  readonly left?: FetchedPack["left"];
  readonly saved?: readonly { readonly id: DocumentId; readonly labels: readonly string[] }[];
}

interface FakeMeetingPapers {
  readonly meeting: MeetingRow;
  readonly papers: readonly DocumentId[];
  readonly photos: readonly PhotoRow[];
}

interface Around {
  readonly now: number;
  rows(): readonly DocumentRow[];
  meetings(): readonly FakeMeetingPapers[];
  watch<T>(read: () => T): Watch<T>;
  changed(): void;
}

const isUnread = (row: DocumentRow) => row.readAt === undefined && row.acknowledgedAt === undefined;

/** Groups over the papers of the fake device, by the same rules as the real ones. */
export const createFakeCollections = (
  options: FakeCollectionsOptions,
  { now, rows, meetings, watch, changed }: Around,
): Collections => {
  const lacks = new Map<string, PaperLack>(Object.entries(options.lacks ?? {}));
  const fetched = new Set<PhotoId>();
  const shelf = new Map<DocumentId, readonly string[]>(
    options.saved?.map(({ id, labels }) => [id, labels] as const),
  );

  const packOf = ({ meeting, papers: ids, photos: photographed }: FakeMeetingPapers): PaperPack => {
    const papers = ids.map((id) => {
      const row = rows().find((one) => one.id === id);
      if (options.withdrawn?.includes(id)) return { id, withdrawn: true };
      const missing = lacks.get(id) ?? (row ? undefined : ("paper" as const));
      return { id, withdrawn: false, ...(row && { row }), ...(missing && { lacks: missing }) };
    });
    const asked = papers.filter(({ withdrawn }) => !withdrawn);
    const photos = photographed.map(({ photo, title, pages, here }) => ({
      photo,
      title,
      pages: pages.length,
      here: fetched.has(photo) ? pages.length : here,
    }));
    const whole = photos.filter(({ here, pages }) => here === pages).length;
    const here = asked.filter((paper) => !paper.lacks).length + whole;
    return { meeting, papers, photos, here, of: asked.length + photos.length };
  };
  const found = (id: MeetingId) => meetings().find(({ meeting }) => meeting.id === id);
  const next = (): PaperPack | undefined => {
    const [first] = meetings()
      .filter(
        ({ meeting, papers, photos }) =>
          papers.length + photos.length > 0 &&
          !meeting.cancelled &&
          !meeting.closed &&
          meeting.startsAt + 3_600_000 > now,
      )
      .sort((a, b) => a.meeting.startsAt - b.meeting.startsAt);
    return first && packOf(first);
  };
  const due = () =>
    rows()
      .filter((row) => row.acknowledgeBy && row.acknowledgedAt === undefined && !row.superseded)
      .sort((a, b) => ((a.acknowledgeBy ?? "") < (b.acknowledgeBy ?? "") ? -1 : 1));
  const saved = (): readonly SavedPaper[] =>
    [...shelf].flatMap(([id, labels]) => {
      const row = rows().find((one) => one.id === id);
      return row ? [{ row, labels }] : [];
    });
  const ofTopic = (key: TopicKey): readonly DocumentRow[] => {
    if (key.is === "label")
      return saved()
        .filter(({ labels }) => labels.includes(key.label))
        .map(({ row }) => row);
    return rows().filter(({ abstract }) => {
      const about = topicsOf(abstract);
      return key.is === "none" ? about.length === 0 : about.includes(key.topic);
    });
  };
  const topicRows = () => {
    const labels = [...new Set([...shelf.values()].flat())].sort();
    const keys: readonly TopicKey[] = [
      ...labels.map((label) => ({ is: "label", label }) as const),
      ...topics.map((topic) => ({ is: "topic", topic }) as const),
      { is: "none" },
    ];
    return keys
      .map((key) => ({ key, papers: ofTopic(key).length, unread: ofTopic(key).filter(isUnread).length }))
      .filter(({ papers }) => papers > 0);
  };

  return {
    overview: () =>
      watch(() => {
        const pack = next();
        const late = due().filter(({ acknowledgeBy = "" }) => acknowledgeBy < dayAt(now)).length;
        return {
          unread: rows().filter(isUnread).length,
          due: due().length,
          late,
          ...(pack && { next: pack }),
          saved: saved().length,
          topics: topicRows().length,
        };
      }),
    due: () => watch(due),
    pack: (id) =>
      watch(() => {
        const one = found(id);
        return one && packOf(one);
      }),
    nextPack: () => watch(next),
    fetchPack: async (id, onProgress) => {
      const one = found(id);
      const kept = new Set<string>(options.left?.map(({ id }) => id));
      onProgress(0, 1_200_000);
      await Promise.resolve();
      for (const paper of one?.papers ?? []) if (!kept.has(paper)) lacks.delete(paper);
      for (const { photo } of one?.photos ?? []) if (!kept.has(photo)) fetched.add(photo);
      onProgress(1_200_000, 1_200_000);
      changed();
      return { left: options.left ?? [] };
    },
    saved: () => watch(saved),
    isSaved: (id) => watch(() => shelf.has(id)),
    save: async (id) => {
      shelf.set(id, shelf.get(id) ?? []);
      changed();
    },
    unsave: async (id) => {
      const labels = shelf.get(id);
      shelf.delete(id);
      changed();
      return async () => {
        if (labels) shelf.set(id, labels);
        changed();
      };
    },
    label: async (id, labels) => {
      shelf.set(
        id,
        labels.map((label) => label.trim()).filter((label) => label),
      );
      changed();
    },
    topics: () => watch(topicRows),
    topic: (key) => watch(() => ofTopic(key)),
  };
};
