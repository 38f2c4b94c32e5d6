import * as v from "valibot";
import type { EntryDefinition } from "./entry";
import { hash, type PhotoId, photoId } from "./ids";
import { callLimits, emptyMeeting, type MeetingView, named } from "./meeting";
import { bySaid, host, isMeeting, later, officerTells, type Said, said } from "./meeting-host";
import { line } from "./text-field";

/** What a photographed paper may hold. A page is made far smaller than this on the phone (`device/photos`). */
export const photoLimits = { title: callLimits.line, pages: 20, pageBytes: 1_500_000, edge: 8192 } as const;

/** The one kind of picture that is kept and sent. */
export const photoMedia = "image/jpeg";

const pixels = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(photoLimits.edge));

const page = v.object({
  hash,
  bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(photoLimits.pageBytes)),
  media: v.literal(photoMedia),
  width: pixels,
  height: pixels,
});
export type PhotoPage = v.InferOutput<typeof page>;

const photographedBody = v.object({
  host,
  /** Names the paper, also where its entry is signed anew. */
  photo: photoId,
  title: line(photoLimits.title),
  /** In their order. */
  pages: v.pipe(
    v.array(page),
    v.minLength(1),
    v.maxLength(photoLimits.pages),
    v.check((pages) => new Set(pages.map(({ hash }) => hash)).size === pages.length),
  ),
  /** Who declared that the paper is neither secret nor personnel work (domain.md 2.4). */
  declaredBy: line(120),
});
export type PhotographedBody = v.InferOutput<typeof photographedBody>;

/** A paper that was photographed for a meeting. */
export interface PhotoPaper extends Said, Omit<PhotographedBody, "host"> {}

type Definition<Type extends string, Body> = EntryDefinition<Type, Body, MeetingView>;

/** A paper of the village, photographed by an officer of the host, for all who were called. */
export const meetingPhotographed: Definition<"meeting.photographed", PhotographedBody> = {
  type: "meeting.photographed",
  view: "meeting",
  empty: emptyMeeting,
  body: photographedBody,
  files: ({ pages }) => pages,
  mayWrite: (author, entry) => isMeeting(entry) ?? officerTells(author, entry),
  reduce: (view, entry) => {
    const { host, ...body } = entry.body;
    const photos = view.photos ?? {};
    const paper = later(photos[host]?.[body.photo], { ...body, ...said(entry) });
    return { ...view, photos: named(photos, host, body.photo, paper) };
  },
};

const unphotographedBody = v.object({ host, photo: photoId });
export type UnphotographedBody = v.InferOutput<typeof unphotographedBody>;

/** The paper does not go with the meeting after all: its pages leave every phone and the server, as with a recall. */
export const meetingUnphotographed: Definition<"meeting.unphotographed", UnphotographedBody> = {
  type: "meeting.unphotographed",
  withdraws: true,
  view: "meeting",
  empty: emptyMeeting,
  body: unphotographedBody,
  mayWrite: (author, entry) => isMeeting(entry) ?? officerTells(author, entry),
  // For good, whichever of the two comes first and whatever their clocks said.
  reduce: (view, entry) => {
    const { host, photo } = entry.body;
    const gone = view.unphotographed ?? {};
    return { ...view, unphotographed: named(gone, host, photo, later(gone[host]?.[photo], said(entry))) };
  },
};

/** The papers that its host had photographed and not taken back, the earliest first. */
export const photosOf = ({ called, photos, unphotographed }: MeetingView): readonly PhotoPaper[] => {
  if (!called) return [];
  const back = unphotographed?.[called.host] ?? {};
  return Object.values(photos?.[called.host] ?? {})
    .filter(({ photo }: { readonly photo: PhotoId }) => !back[photo])
    .sort(bySaid);
};

export const definitions = [
  meetingPhotographed,
  meetingUnphotographed,
] as readonly unknown[] as readonly EntryDefinition[];
