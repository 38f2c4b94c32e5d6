import type { PDFDocumentProxy } from "pdfjs-dist";
import { loadPdfjs } from "../../device/intake/pdfjs";

export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  readonly close: () => void;
}

/**
 * Opens a paper with pdf.js. Nothing of it is ever run: no eval, no XFA, no scripts. Decoders for scanned
 * pictures and stand-in fonts come from our own origin (`vite.config.ts` puts them there).
 */
export const openPdf = async (file: Blob): Promise<OpenPdf> => {
  const [pdfjs, bytes] = await Promise.all([loadPdfjs(), file.arrayBuffer()]);
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    enableXfa: false,
    wasmUrl: "/pdfjs/wasm/",
    standardFontDataUrl: "/pdfjs/standard_fonts/",
  });
  return { document: await task.promise, close: () => void task.destroy() };
};

/** A phone with little memory gives up on larger canvases. */
const maxPixels = 4_500_000;

/**
 * Draws one page into a canvas `width` CSS pixels wide, the stamped số, ngày and seals with it: they are
 * appearances of signature widgets, not part of the page's own content (domain.md 2.9).
 * Rejects where it was cancelled.
 */
export const drawPage = (
  document: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  width: number,
): { readonly done: Promise<void>; readonly cancel: () => void } => {
  let cancelled = false;
  let cancel = () => {};
  const draw = async () => {
    const pdfjs = await loadPdfjs();
    const page = await document.getPage(number);
    const plain = page.getViewport({ scale: 1 });
    const wanted = (width / plain.width) * Math.min(devicePixelRatio, 3);
    const most = Math.sqrt(maxPixels / (plain.width * plain.height));
    const viewport = page.getViewport({ scale: Math.min(wanted, most) });
    if (cancelled) throw new Error("cancelled");
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    const task = page.render({ canvas, viewport, annotationMode: pdfjs.AnnotationMode.ENABLE });
    cancel = () => task.cancel();
    await task.promise;
    page.cleanup();
  };
  return {
    done: draw(),
    cancel: () => {
      cancelled = true;
      cancel();
    },
  };
};
