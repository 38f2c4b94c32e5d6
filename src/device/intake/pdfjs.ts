/** The build for older engines: phones that read papers with it are not the newest. */
export type Pdfjs = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

let loaded: Promise<Pdfjs> | undefined;

/** pdf.js with its worker from our own origin, loaded once, at the first need. */
export const loadPdfjs = (): Promise<Pdfjs> => {
  loaded ??= load();
  loaded.catch(() => {
    loaded = undefined;
  });
  return loaded;
};

const load = async (): Promise<Pdfjs> => {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  // Outside a browser (tests) pdf.js runs its worker's code on the same thread and finds it by itself.
  if (typeof Worker !== "undefined") {
    const { default: url } = await import("pdfjs-dist/legacy/build/pdf.worker.min.mjs?url");
    pdfjs.GlobalWorkerOptions.workerSrc = url;
  }
  return pdfjs;
};
