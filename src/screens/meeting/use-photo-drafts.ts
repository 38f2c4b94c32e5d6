import type { PhotoDraft, Photos, PhotosFor } from "../../device/photos/photos";
import { useWatch } from "../services";

const none: readonly PhotoDraft[] = [];
const silent = { subscribe: () => () => undefined };

/** Papers being photographed for a meeting or a call; none where there is nobody to keep them. */
export const usePhotoDrafts = (photos: Photos | undefined, of: PhotosFor): readonly PhotoDraft[] =>
  useWatch<readonly PhotoDraft[]>(() => photos?.drafts(of) ?? silent, [photos, of]) ?? none;
