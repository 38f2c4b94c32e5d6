import { useEffect, useState } from "preact/hooks";
import type { Photos } from "../../device/photos/photos";
import type { Hash } from "../../domain/ids";

/** The address of a page for an `<img>`; undefined while it is looked for, null where it is not on this phone. A change of `here` looks again. */
export const usePicture = (photos: Photos, hash: Hash, here = 0): string | null | undefined => {
  const [url, setUrl] = useState<string | null>();
  useEffect(() => {
    let made: string | undefined;
    let gone = false;
    photos.page(hash).then(
      (page) => {
        if (gone) return;
        made = page && URL.createObjectURL(page);
        setUrl(made ?? null);
      },
      () => !gone && setUrl(null),
    );
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [photos, hash, here]);
  return url;
};
