import { useEffect, useRef, useState } from "preact/hooks";
import type { PhotoRow, Photos } from "../../device/photos/photos";
import type { PhotoPage } from "../../domain/meeting-photos";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/meeting-photos";
import { Button, IconButton } from "../../ui/button";
import { Confirm, Dialog } from "../../ui/dialog";
import "../../ui/page-bar.css";
import "./photos.css";
import { usePicture } from "./use-picture";
import { useZoom } from "./use-zoom";

interface PhotoViewerProps {
  readonly paper: PhotoRow;
  readonly photos: Photos;
  /** Takes the paper back; only for who runs the meeting. */
  readonly onTakeBack?: (() => Promise<boolean>) | undefined;
  readonly onClose: () => void;
}

/** A photographed paper over the whole screen, page under page, with buttons and two fingers to come closer. */
export const PhotoViewer = ({ paper, photos, onTakeBack, onClose }: PhotoViewerProps) => {
  const { title, pages, here, declaredBy } = paper;
  const frame = useRef<HTMLDivElement>(null);
  const { zoom, larger, smaller } = useZoom(frame);
  const [shown, setShown] = useState(1);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const look = () => {
      const middle = element.getBoundingClientRect().top + element.clientHeight / 2;
      const under = [...element.querySelectorAll<HTMLElement>("[data-page]")].filter(
        (page) => page.getBoundingClientRect().top <= middle,
      );
      setShown(Math.max(1, under.length));
    };
    element.addEventListener("scroll", look, { passive: true });
    return () => element.removeEventListener("scroll", look);
  }, []);
  return (
    <Dialog title={title} closeLabel={core("close")} onClose={onClose}>
      <div class="photo-viewer">
        {/* biome-ignore lint/a11y/useSemanticElements: a region that scrolls, not a set of fields */}
        <div
          ref={frame}
          class="photo-sheet"
          role="group"
          aria-label={title}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: zoomed in, the keyboard must be able to scroll it
          tabIndex={0}
          onKeyDown={({ key }) => {
            if (key === "+" || key === "=") larger();
            if (key === "-") smaller();
          }}
        >
          {pages.map((page, i) => (
            <SheetPage
              key={page.hash}
              page={page}
              n={i + 1}
              title={title}
              zoom={zoom}
              here={here}
              photos={photos}
            />
          ))}
          <p class="photo-word">{t("declaredBy", { name: declaredBy })}</p>
          {onTakeBack && (
            <Button kind="grave" small onPress={() => setAsking(true)}>
              {t("takeBack")}
            </Button>
          )}
        </div>
        <div class="page-bar photo-bar">
          <IconButton icon="minus" label={t("smaller")} disabled={zoom <= 1} onPress={smaller} />
          <output>{t("pageOf", { n: shown, of: pages.length })}</output>
          <IconButton icon="plus" label={t("larger")} disabled={zoom >= 4} onPress={larger} />
        </div>
      </div>
      {asking && onTakeBack && (
        <Confirm
          grave
          title={t("takeBackAsk")}
          text={t("takeBackText")}
          yes={t("takeBack")}
          no={core("cancel")}
          onYes={() => {
            setAsking(false);
            void onTakeBack().then((done) => done && onClose());
          }}
          onNo={() => setAsking(false)}
        />
      )}
    </Dialog>
  );
};

interface SheetPageProps {
  readonly page: PhotoPage;
  readonly n: number;
  readonly title: string;
  readonly zoom: number;
  /** How many pages are here: a change means that this one may have come. */
  readonly here: number;
  readonly photos: Photos;
}

const SheetPage = ({ page, n, title, zoom, here, photos }: SheetPageProps) => {
  const url = usePicture(photos, page.hash, here);
  const width = `${zoom * 100}%`;
  return (
    <div class="photo-page" data-page={n} style={{ width }}>
      {url ? (
        <img src={url} alt={t("alt", { n, title })} width={page.width} height={page.height} />
      ) : (
        <p>{url === null ? t("pageAway", { n }) : core("loading")}</p>
      )}
    </div>
  );
};
