import { useEffect, useState } from "preact/hooks";

/** A part of the device that is a chunk of its own. `missing`: it could not be had. */
export type PartState<Part> =
  | { readonly is: "loading" }
  | { readonly is: "missing"; readonly retry: () => void }
  | { readonly is: "here"; readonly part: Part };

/** Fetches a part of the device, and again when asked to; `keys` say when it is another one. */
export const usePart = <Part>(load: () => Promise<Part>, keys: readonly unknown[]): PartState<Part> => {
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<PartState<Part>>({ is: "loading" });
  useEffect(() => {
    let gone = false;
    const retry = () => {
      setState({ is: "loading" });
      setTries((n) => n + 1);
    };
    load().then(
      (part) => !gone && setState({ is: "here", part }),
      () => !gone && setState({ is: "missing", retry }),
    );
    return () => {
      gone = true;
    };
  }, [...keys, tries]);
  return state;
};
