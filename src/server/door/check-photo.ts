import type { PhotoPage } from "../../domain/meeting-photos";
import type { Refusal } from "../../domain/refusal";
import { readJpeg } from "../../protocol/jpeg";
import type { Blobs } from "../blobs/blobs";

/**
 * A page by its bytes: a whole JPEG of the size that its entry names, and nothing beside the picture. A phone's camera
 * writes where it stood into its files; one that would send that on is refused.
 */
export const checkPhoto = async (blobs: Blobs, page: PhotoPage): Promise<Refusal | undefined> => {
  const bytes = await blobs.read(page.hash);
  if (!bytes) return "blob-missing";
  if (bytes.length !== page.bytes) return "malformed";
  const jpeg = readJpeg(bytes);
  if (!jpeg || jpeg === "damaged") return "damaged-file";
  return jpeg.bare && jpeg.width === page.width && jpeg.height === page.height ? undefined : "malformed";
};
