import { useEffect, useRef, useState } from "preact/hooks";
import type { PageProblem, Photos, PhotosFor } from "../../device/photos/photos";
import type { PhotoId } from "../../domain/ids";

export interface Taking {
  /** While pictures are made small: which of how many. */
  readonly busy?: { readonly n: number; readonly of: number };
  /** Why some of the last ones did not become pages, each reason once. */
  readonly problems: readonly PageProblem[];
}

/** Makes pages of chosen pictures, one after the other; stopped it keeps those that are done. */
export const useTaking = (photos: Photos, of: PhotosFor, photo: PhotoId) => {
  const [state, setState] = useState<Taking>({ problems: [] });
  const abort = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => abort.current?.abort(), []);

  const take = async (files: readonly File[]) => {
    if (files.length === 0) return;
    const controller = new AbortController();
    abort.current = controller;
    const problems = new Set<PageProblem>();
    for (const [i, file] of files.entries()) {
      setState({ busy: { n: i + 1, of: files.length }, problems: [...problems] });
      const added = await photos.addPage(of, photo, file, controller.signal).catch(() => undefined);
      if (!added?.ok) problems.add(added ? added.error : "failed");
      if (controller.signal.aborted) break;
    }
    setState({ problems: [...problems] });
  };
  return { ...state, take, stop: () => abort.current?.abort() };
};
