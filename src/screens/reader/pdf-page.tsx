import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../i18n/original";
import { drawPage } from "./open-pdf";

interface PdfPageProps {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  /** In CSS pixels. */
  readonly width: number;
  /** Height by width of the first page: holds the place until this one is known. */
  readonly shape: number;
}

/** Drawn when it comes near the screen, let go of when it is far again: canvases are what fills a phone. */
export const PdfPage = ({ document, number, width, shape }: PdfPageProps) => {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(false);

  useEffect(() => {
    if (!frame.current) return;
    const observer = new IntersectionObserver(
      (seen) => setNear(seen.some(({ isIntersecting }) => isIntersecting)),
      { rootMargin: "100% 0px" },
    );
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const element = canvas.current;
    if (!near || !element) return;
    const drawing = drawPage(document, number, element, width);
    drawing.done.catch(() => undefined);
    return () => {
      drawing.cancel();
      element.width = 0;
      element.height = 0;
    };
  }, [near, width, document]);

  return (
    <div
      ref={frame}
      class="pdf-page"
      data-page={number}
      style={{ width: `${width}px`, minHeight: `${width * shape}px` }}
    >
      <canvas ref={canvas} role="img" aria-label={t("pageLabel", { page: number })} />
    </div>
  );
};
