import { useEffect, useRef, useState } from "preact/hooks";
import type { DocumentDetail, SyncProblem } from "../../device/device";
import type { Refusal } from "../../domain/refusal";
import { useServices } from "../services";

export type FileState =
  | { readonly is: "looking" }
  | { readonly is: "here"; readonly file: Blob }
  | { readonly is: "away"; readonly problem?: SyncProblem | Refusal; readonly stopped?: boolean }
  | { readonly is: "coming"; readonly done: number };

/** The paper's file: from the phone, or fetched; what was fetched stays, also where it broke off. */
export const useFile = (paper: DocumentDetail | undefined, fetchAtOnce: () => boolean) => {
  const { device } = useServices();
  const [state, setState] = useState<FileState>({ is: "looking" });
  const abort = useRef<AbortController | undefined>(undefined);
  const file = paper?.file;

  const fetch = async () => {
    if (!file) return;
    const controller = new AbortController();
    abort.current = controller;
    setState({ is: "coming", done: 0 });
    const result = await device.files.fetch(
      file.hash,
      file.bytes,
      file.media,
      (done) => setState({ is: "coming", done }),
      controller.signal,
    );
    if (result.ok) setState({ is: "here", file: result.value });
    else if (controller.signal.aborted) setState({ is: "away", stopped: true });
    else setState({ is: "away", problem: result.error });
  };

  useEffect(() => {
    if (!file) return;
    let gone = false;
    device.files.get(file.hash).then((found) => {
      if (gone) return;
      if (found) setState({ is: "here", file: found });
      else if (fetchAtOnce()) void fetch();
      else setState({ is: "away" });
    });
    return () => {
      gone = true;
      abort.current?.abort();
    };
  }, [file?.hash]);

  return { state, fetch, stop: () => abort.current?.abort() };
};
