import { useEffect, useState } from "preact/hooks";

/** A part that comes after the first drawing; undefined until it is here, and where it cannot be had. */
export const useLate = <Part>(load: () => Promise<Part>, when: boolean): Part | undefined => {
  const [part, setPart] = useState<{ readonly here: Part }>();
  useEffect(() => {
    if (!when || part) return;
    let gone = false;
    // After the frame that shows the text, and whatever waits for it.
    const timer = setTimeout(
      () =>
        void load().then(
          (here) => !gone && setPart({ here }),
          () => undefined,
        ),
      60,
    );
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [when]);
  return part?.here;
};
