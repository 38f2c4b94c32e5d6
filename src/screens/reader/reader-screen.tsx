import { useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { DocumentDetail } from "../../device/device";
import type { DocumentId } from "../../domain/ids";
import { blockText } from "../../domain/reading-text";
import { t as core } from "../../i18n/core";
import { moment } from "../../i18n/date";
import { formatBytes } from "../../i18n/number";
import { t } from "../../i18n/reader";
import { ButtonLink, IconButton } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { DisplayControls } from "../../ui/display-controls";
import { EmptyState } from "../../ui/empty-state";
import { usePageTitle } from "../../ui/page-title";
import "../../ui/reading-font.css";
import { TopBar } from "../../ui/top-bar";
import { useDeviceState, useServices } from "../services";
import { useRecalls } from "../use-recalls";
import { Beside, useBeside } from "./beside";
import { PaperHead } from "./paper-head";
import { loadFind, loadSave, loadTools } from "./parts";
import "./reader.css";
import "./reading.css";
import { ReaderIcon } from "./reader-icon";
import { placeIn, useReadingPlace } from "./reading-place";
import { ReadingText } from "./reading-text";
import { ReceiptFoot } from "./receipt-foot";
import { RelatedSlot } from "./related-slot";
import { Signature } from "./signature";
import { createSurface, type Surface } from "./surface";
import { useLate } from "./use-late";
import { type Reading, useReading } from "./use-reading";

export type Open = "nothing" | "display" | "find" | "contents" | "menu";

interface ReaderScreenProps {
  readonly id: DocumentId;
  /** A place in the paper, as in `dieu-5-khoan-2`. */
  readonly hash?: string;
  /** Changes with every navigation. */
  readonly step?: number;
}

export const ReaderScreen = ({ id, hash = "", step = 0 }: ReaderScreenProps) => {
  const { back } = useServices();
  const office = useDeviceState(({ identity }) => identity?.office);
  const paper = useReading(id);
  const { detail, text, hidden } = paper;
  const [open, setOpen] = useState<Open>("nothing");
  const surface = useMemo(createSurface, []);
  const start = useMemo(() => (hash ? { block: 0 } : placeIn(id)), []);
  const lines = useMemo(() => text?.blocks.map(blockText) ?? [], [text]);
  const readable = text !== undefined && text.blocks.length > 0;
  const tools = useLate(loadTools, readable);
  const find = useLate(loadFind, open === "find");
  const save = useLate(loadSave, detail !== undefined);
  const beside = useBeside(detail);
  useReadingPlace(id, text !== undefined);
  usePageTitle(detail?.number ?? t("title"));
  const toggle = (what: Open) => setOpen(open === what ? "nothing" : what);

  useLayoutEffect(() => {
    if (readable && (start.block > 0 || start.into)) surface.show(start);
  }, [readable]);
  useFindKey(readable && open !== "find", () => setOpen("find"));

  return (
    <div class={`reader${beside.on ? " with-original" : ""}`}>
      <div class="reader-column">
        <TopBar backLabel={core("back")} onBack={() => back("/")}>
          {save && detail && <save.SaveButton id={id} />}
          {readable && (
            <>
              <IconButton label={t("contents")} onPress={() => toggle("contents")}>
                <ReaderIcon name="list" />
              </IconButton>
              <IconButton icon="search" label={t("find")} onPress={() => toggle("find")} />
            </>
          )}
          <IconButton label={t("display")} onPress={() => setOpen("display")}>
            Aa
          </IconButton>
          {readable && (
            <IconButton label={t("tools")} onPress={() => toggle("menu")}>
              <ReaderIcon name="more" />
            </IconButton>
          )}
        </TopBar>
        {open === "find" && text && find && (
          <find.FindBar lines={lines} hidden={hidden} surface={surface} onClose={() => setOpen("nothing")} />
        )}
        {open === "display" && (
          <Dialog title={t("display")} closeLabel={core("close")} onClose={() => setOpen("nothing")}>
            <DisplayControls />
          </Dialog>
        )}
        {paper.known && !detail && <Gone id={id} />}
        {detail && (
          <>
            <div class="reader-body">
              <Signature paper={detail} />
              {office && <Recalling id={id} />}
              <Superseded paper={detail} />
              <PaperHead paper={detail} />
              <Content paper={detail} reading={paper} surface={surface} start={start} />
              <Original paper={detail} />
              {readable && <RelatedSlot id={id} text={detail.text} />}
              <p class="reader-notice">{t("notice")}</p>
            </div>
            <ReceiptFoot paper={detail} />
          </>
        )}
      </div>
      {detail && beside.on && <Beside paper={detail} />}
      {tools && detail && text && (
        <tools.ReaderTools
          key={detail.text}
          paper={detail}
          text={text}
          lines={lines}
          hidden={hidden}
          surface={surface}
          hash={hash}
          step={step}
          open={open}
          onOpen={setOpen}
          beside={beside}
        />
      )}
    </div>
  );
};

/** The browser's own search in the page does not see what is not drawn, nor past diacritics. A second press is the browser's. */
const useFindKey = (on: boolean, find: () => void) =>
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (event.key !== "f" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      find();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [on]);

interface ContentProps {
  readonly paper: DocumentDetail;
  readonly reading: Reading;
  readonly surface: Surface;
  readonly start: Parameters<typeof ReadingText>[0]["start"];
}

const Content = ({ paper, reading: { text, hidden }, surface, start }: ContentProps) => {
  if (paper.scanned)
    return (
      <div class="reader-note">
        <h2>{t("scannedTitle")}</h2>
        <p>{t("scannedText")}</p>
      </div>
    );
  if (text)
    return <ReadingText key={paper.text} text={text} hidden={hidden} surface={surface} start={start} />;
  if (paper.hasText) return null;
  return (
    <div class="reader-note" role="status">
      <h2>{t("coming")}</h2>
      <p>{t("comingText")}</p>
    </div>
  );
};

/** Whoever recalled it sees that it is not done yet. */
const Recalling = ({ id }: { readonly id: DocumentId }) =>
  useRecalls().get(id)?.state === "waiting" ? (
    <div class="reader-note" role="status">
      <h2>{t("recallPendingTitle")}</h2>
      <p>{t("recallPendingText")}</p>
    </div>
  ) : null;

const Superseded = ({ paper }: { readonly paper: DocumentDetail }) =>
  paper.superseded ? (
    <div class="reader-note">
      <h2>{t("supersededTitle")}</h2>
      <p>{t("supersededText")}</p>
      {paper.supersededBy && <a href={`/van-ban/${paper.supersededBy}`}>{t("supersededOpen")}</a>}
    </div>
  ) : null;

const Original = ({ paper }: { readonly paper: DocumentDetail }) => {
  if (!paper.file) return null;
  const size = formatBytes(paper.file.bytes);
  return (
    <div class="reader-original">
      <ButtonLink kind="quiet" wide href={`/van-ban/${paper.id}/ban-goc`}>
        {paper.file.media === "application/pdf" ? t("original", { size }) : t("originalSave", { size })}
      </ButtonLink>
    </div>
  );
};

/** Whoever was sent the paper is told why it was taken back. */
const Gone = ({ id }: { readonly id: DocumentId }) => {
  const { device } = useServices();
  const told = useLate(async () => ({ recall: await (await device.reading()).recalled(id) }), true);
  const text = told?.recall
    ? t("recalledText", { when: moment(told.recall.at, device.now()), reason: told.recall.reason })
    : t("goneText");
  return (
    <EmptyState page title={t("goneTitle")} text={text}>
      <ButtonLink href="/">{t("goneAction")}</ButtonLink>
    </EmptyState>
  );
};
