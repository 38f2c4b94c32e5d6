import { type Hash, type MeetingId, newLocalId, type PhotoId } from "../../domain/ids";
import {
  meetingPhotographed,
  meetingUnphotographed,
  type PhotoPage,
  photoLimits,
  photoMedia,
  photosOf,
} from "../../domain/meeting-photos";
import { type Meeting, meetingOf } from "../../domain/meeting-view";
import { err, ok, type Result } from "../../domain/result";
import { refuseLine } from "../../domain/secrecy";
import type { Draft } from "../../protocol/signed-entry";
import { rebuildViews } from "../apply/rebuild";
import { entryTables } from "../apply/store-entries";
import type { Core } from "../core";
import { fetchFile, readChunks } from "../files/transfer";
import { loadPhotos } from "../lazy";
import { loadShrink } from "../lazy-late";
import { viewOf } from "../meetings/show-meetings";
import { writeEntries } from "../outbox/write";
import { removeEntries } from "../store/entries";
import { getMeta } from "../store/meta";
import type { OutboxRow, PhotoDraftRow } from "../store/rows";
import { createWatch } from "../store/watch";
import { changeDraft, draftsOf, editDrafts, keepPage, pagesInOrder, requirePages } from "./drafts";
import type { Photos, PhotosFor, SaveProblem } from "./photos";

type Place = Pick<Meeting, "host" | "scopes">;

/** What keeps a paper from being saved under that title. */
export const problemOfPaper = (title: string, pages: readonly PhotoPage[]): SaveProblem | undefined => {
  const { length } = title.normalize("NFC").trim();
  if (length === 0) return "no-title";
  if (length > photoLimits.title) return "long-title";
  return refuseLine(title) ?? (pages.length === 0 ? "no-pages" : undefined);
};

/** The fact, unsigned, that a paper goes with a meeting. */
const photographing = (
  subject: MeetingId,
  { host, scopes }: Place,
  draft: PhotoDraftRow & { readonly declaredBy: string },
): Draft => {
  const { photo, title, declaredBy } = draft;
  const body = { host, photo, title, pages: [...pagesInOrder(draft)], declaredBy };
  return { type: meetingPhotographed.type, subject, scopes, body };
};

/** Papers that were declared for a call: what is written with it, and what is done in the same transaction. */
export const photosForCall = async (core: Core, of: PhotosFor, subject: MeetingId, place: Place) => {
  const drafts = ((await getMeta(core.store.mirror, "photoDrafts")) ?? []).flatMap((draft) =>
    draft.of === of && draft.declaredBy ? [{ ...draft, declaredBy: draft.declaredBy }] : [],
  );
  return {
    facts: drafts.map((draft) => photographing(subject, place, draft)),
    also: settling(core, drafts),
  };
};

const settling = (core: Core, drafts: readonly PhotoDraftRow[]) => ({
  tables: [],
  run: async () => {
    await requirePages(
      core,
      drafts.flatMap(({ order }) => order),
    );
    const photos = new Set(drafts.map(({ photo }) => photo));
    await editDrafts(core, (all) => all.filter(({ photo }) => !photos.has(photo)));
  },
});

/** Photographed papers on this phone. Nothing of it needs a network but `fetch`. */
export const createPhotos = (core: Core): Photos => {
  const { store, deps, ready } = core;

  const draftNamed = async (photo: PhotoId) =>
    ((await getMeta(store.mirror, "photoDrafts")) ?? []).find((draft) => draft.photo === photo);
  const placeOf = async (meeting: MeetingId): Promise<Place> => {
    const view = viewOf(await store.mirror.views.get(["meeting", meeting]));
    const known = view && meetingOf(view);
    if (!known) throw new Error("no such meeting on this phone");
    return known;
  };
  /** With the declaration of whoever holds this phone; undefined where something is missing. */
  const declared = async (
    photo: PhotoId,
    title: string,
  ): Promise<Result<PhotoDraftRow & { readonly declaredBy: string }, SaveProblem>> => {
    const draft = await draftNamed(photo);
    const problem = problemOfPaper(title, draft?.order.length ? pagesInOrder(draft) : []);
    const declaredBy = core.identity()?.name;
    if (problem || !draft || !declaredBy) return err(problem ?? "failed");
    return ok({ ...draft, title: title.normalize("NFC").trim(), declaredBy });
  };
  /** The entry while it was never sent: there it can be taken back as if it had not been written. */
  const neverSent = async (photo: PhotoId): Promise<OutboxRow | undefined> =>
    store.mirror.outbox
      .where("state")
      .anyOf("held", "refused")
      .filter(({ payload }) => payload.includes(meetingPhotographed.type) && payload.includes(photo))
      .first();
  const unwrite = (row: OutboxRow, subject: MeetingId) =>
    core.keeper.exclusive(() => {
      const db = store.work;
      const context = { self: core.self()?.member, now: core.clock.heard() };
      return db.transaction("rw", [...entryTables(db), db.outbox], async () => {
        const now = await db.outbox.where("id").equals(row.id).first();
        if (now && now.state === "waiting") return false;
        await db.outbox.where("id").equals(row.id).delete();
        await removeEntries(db, [row.id]);
        await rebuildViews(db, [{ type: meetingPhotographed.type, subject }], context);
        return true;
      });
    });

  return {
    drafts: (of) =>
      createWatch({ store, timer: deps.timer, ready, tables: ["meta"], query: () => draftsOf(core, of) }),
    newName: () => newLocalId<PhotoId>(deps.random),
    addPage: async (of, photo, file, signal) => {
      await ready;
      const shrink = deps.shrink ?? (await loadShrink()).shrink;
      const picture = await shrink(file, signal);
      if (!picture.ok) return picture;
      return signal?.aborted ? err("stopped") : keepPage(core, of, photo, picture.value);
    },
    arrange: (photo, pages) => changeDraft(core, photo, (draft) => ({ ...draft, order: [...pages] })),
    name: (photo, title) => changeDraft(core, photo, (draft) => ({ ...draft, title })),
    declare: async (photo, title) => {
      const draft = await declared(photo, title);
      if (!draft.ok) return draft;
      await changeDraft(core, photo, () => draft.value);
      return ok(undefined);
    },
    drop: async (photo) => {
      await changeDraft(core, photo, () => undefined);
      await (await loadPhotos()).takeAway(core);
    },
    save: async (meeting, photo, title) => {
      await ready;
      const draft = await declared(photo, title);
      if (!draft.ok) return draft;
      try {
        const fact = photographing(meeting, await placeOf(meeting), draft.value);
        await writeEntries(core, [fact], settling(core, [draft.value]));
        return ok(undefined);
      } catch {
        return err("failed");
      }
    },
    takeBack: async (meeting, photo) => {
      const { host, scopes } = await placeOf(meeting);
      const unsent = await neverSent(photo);
      if (!unsent || !(await unwrite(unsent, meeting))) {
        const body = { host, photo };
        await writeEntries(core, [{ type: meetingUnphotographed.type, subject: meeting, scopes, body }]);
      }
      await (await loadPhotos()).takeAway(core);
    },
    page: async (hash: Hash) => {
      await ready;
      const row = await store.mirror.files.get(hash);
      return row?.whole ? readChunks(store, hash, photoMedia) : undefined;
    },
    fetch: async (meeting, onProgress, signal) => {
      await ready;
      const view = viewOf(await store.mirror.views.get(["meeting", meeting]));
      const pages = view ? photosOf(view).flatMap((paper) => paper.pages) : [];
      const of = pages.reduce((sum, { bytes }) => sum + bytes, 0);
      let before = 0;
      for (const { hash, bytes } of pages) {
        const from = before;
        const fetched = await fetchFile(core, {
          hash,
          bytes,
          media: photoMedia,
          onProgress: (done) => onProgress(from + done, of),
          ...(signal && { signal }),
        });
        if (!fetched.ok) return fetched;
        before += bytes;
        onProgress(before, of);
      }
      return ok(undefined);
    },
  };
};
