import type { Watch } from "../../src/device/device";
import { problemOfPaper } from "../../src/device/photos/create-photos";
import type { PageProblem, PhotoDraft, PhotoRow, Photos, PhotosFor } from "../../src/device/photos/photos";
import type { Hash, MeetingId, PhotoId } from "../../src/domain/ids";
import type { PhotoPage } from "../../src/domain/meeting-photos";
import { err, ok } from "../../src/domain/result";

export interface FakePhotosOptions {
  readonly drafts?: readonly (PhotoDraft & { readonly of: PhotosFor })[];
  readonly pictures?: ReadonlyMap<Hash, Blob>;
  /** What becomes of every picture that is chosen. */
  readonly refuses?: PageProblem;
}

interface Around {
  readonly watch: <T>(read: () => T) => Watch<T>;
  readonly changed: () => void;
  readonly name: () => string;
  readonly fails: () => boolean;
  readonly add: (id: MeetingId, photo: PhotoRow) => Promise<void>;
  readonly remove: (id: MeetingId, photo: PhotoId) => Promise<void>;
  readonly arrived: (id: MeetingId) => Promise<void>;
}

/** `Photos` in memory: pictures stay as they are chosen. */
export const createFakePhotos = (options: FakePhotosOptions, around: Around) => {
  let drafts = [...(options.drafts ?? [])];
  const pictures = new Map(options.pictures);
  let made = 0;
  const newName = (): PhotoId => {
    made += 1;
    return `0ph0t0${made.toString().padStart(6, "0")}` as PhotoId;
  };
  const change = (photo: PhotoId, edit: (one: PhotoDraft) => PhotoDraft) => {
    drafts = drafts.map((one) => (one.photo === photo ? { ...edit(one), of: one.of } : one));
    around.changed();
  };
  const removed = new Map<Hash, PhotoPage>();
  const toRow = ({ photo, title, pages }: PhotoDraft): PhotoRow => ({
    photo,
    title,
    pages,
    declaredBy: around.name(),
    here: pages.length,
    away: 0,
    unsent: true,
    leaving: false,
  });
  const part: Photos = {
    drafts: (of) => around.watch(() => drafts.filter((one) => one.of === of)),
    newName,
    addPage: async (of, photo, file) => {
      if (options.refuses) return err(options.refuses);
      made += 1;
      const hash = `page${made}`.padEnd(43, "0") as Hash;
      const page: PhotoPage = { hash, bytes: file.size, media: "image/jpeg", width: 1350, height: 1800 };
      pictures.set(hash, file);
      if (!drafts.some((one) => one.photo === photo))
        drafts = [...drafts, { photo, of, title: "", pages: [] }];
      change(photo, (one) => ({ ...one, pages: [...one.pages, page] }));
      return ok(page);
    },
    arrange: async (photo, hashes) =>
      change(photo, (one) => {
        for (const page of one.pages) removed.set(page.hash, page);
        return { ...one, pages: hashes.flatMap((hash) => removed.get(hash) ?? []) };
      }),
    name: async (photo, title) => change(photo, (one) => ({ ...one, title })),
    declare: async (photo, title) => {
      const problem = problemOfPaper(title, drafts.find((one) => one.photo === photo)?.pages ?? []);
      if (problem) return err(problem);
      change(photo, (one) => ({ ...one, title, declaredBy: around.name() }));
      return ok(undefined);
    },
    drop: async (photo) => {
      drafts = drafts.filter((one) => one.photo !== photo);
      around.changed();
    },
    save: async (meeting, photo, title) => {
      const draft = drafts.find((one) => one.photo === photo);
      const problem = problemOfPaper(title, draft?.pages ?? []);
      if (problem) return err(problem);
      if (!draft || around.fails()) return err("failed");
      drafts = drafts.filter((one) => one.photo !== photo);
      await around.add(meeting, toRow({ ...draft, title }));
      return ok(undefined);
    },
    takeBack: (meeting, photo) => around.remove(meeting, photo),
    page: async (hash) => pictures.get(hash),
    fetch: async (meeting, onProgress) => {
      onProgress(1, 1);
      await around.arrived(meeting);
      return ok(undefined);
    },
  };
  return {
    part,
    /** The papers that were declared for a call: they go with it. */
    taken: (of: PhotosFor): readonly PhotoRow[] => {
      const ready = drafts.filter((one) => one.of === of && one.declaredBy);
      drafts = drafts.filter((one) => !ready.includes(one));
      return ready.map(toRow);
    },
  };
};
