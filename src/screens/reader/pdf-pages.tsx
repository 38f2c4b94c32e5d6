import { useEffect, useRef, useState } from "preact/hooks";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/original";
import { IconButton } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { type OpenPdf, openPdf } from "./open-pdf";
import { PdfPage } from "./pdf-page";
import "../../ui/page-bar.css";
import "./pdf.css";

const zooms = [1, 1.25, 1.5, 2, 3] as const;

type Shown = { readonly pdf: OpenPdf; readonly shape: number } | "broken";

/** The paper itself, page under page, with zoom and "Trang 2/5". */
export const PdfPages = ({ file }: { readonly file: Blob }) => {
  const [shown, setShown] = useState<Shown>();
  const [zoom, setZoom] = useState(0);
  const [page, setPage] = useState(1);
  const [fit, setFit] = useState(0);
  const frame = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let gone = false;
    let opened: OpenPdf | undefined;
    const open = async () => {
      opened = await openPdf(file);
      const [, , width = 1, height = 1] = (await opened.document.getPage(1)).view;
      if (gone) opened.close();
      else setShown({ pdf: opened, shape: height / width });
    };
    open().catch(() => !gone && setShown("broken"));
    return () => {
      gone = true;
      opened?.close();
    };
  }, [file]);

  useEffect(() => {
    const measure = () => setFit(frame.current?.clientWidth ?? 0);
    const look = () => {
      // Beside the text it has the right half of the screen to itself.
      const { left = 0, width = innerWidth } = frame.current?.getBoundingClientRect() ?? {};
      const under = document.elementFromPoint(left + Math.min(width, innerWidth) / 2, innerHeight / 2);
      const number = Number(under?.closest<HTMLElement>("[data-page]")?.dataset.page);
      if (number) setPage(number);
    };
    measure();
    addEventListener("resize", measure);
    // Caught on its way down: the column beside the text scrolls by itself.
    addEventListener("scroll", look, { passive: true, capture: true });
    return () => {
      removeEventListener("resize", measure);
      removeEventListener("scroll", look, { capture: true });
    };
  }, []);

  if (shown === "broken") return <EmptyState title={t("broken")} text={t("brokenText")} />;
  const pages = shown?.pdf.document.numPages ?? 0;
  return (
    <>
      {!shown && (
        <p class="pdf-wait" role="status">
          {core("loading")}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: zoomed in, the keyboard must be able to scroll it */}
      <section ref={frame} class="pdf-pages" tabIndex={0} aria-label={t("title")}>
        {shown &&
          fit > 0 &&
          Array.from({ length: pages }, (_, i) => (
            <PdfPage
              key={i}
              document={shown.pdf.document}
              number={i + 1}
              width={Math.floor(fit * (zooms[zoom] ?? 1))}
              shape={shown.shape}
            />
          ))}
      </section>
      {pages > 0 && (
        <div class="page-bar pdf-bar">
          <IconButton
            icon="minus"
            label={t("smaller")}
            disabled={zoom === 0}
            onPress={() => setZoom(zoom - 1)}
          />
          <output>{t("page", { page, of: pages })}</output>
          <IconButton
            icon="plus"
            label={t("larger")}
            disabled={zoom === zooms.length - 1}
            onPress={() => setZoom(zoom + 1)}
          />
        </div>
      )}
    </>
  );
};
