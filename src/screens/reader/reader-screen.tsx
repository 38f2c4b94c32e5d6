import { useState } from "preact/hooks";
import type { DocumentDetail } from "../../device/device";
import type { DocumentId } from "../../domain/ids";
import type { ReadingText as Text } from "../../domain/reading-text";
import { t as core } from "../../i18n/core";
import { formatBytes } from "../../i18n/number";
import { t } from "../../i18n/reader";
import { ButtonLink, IconButton } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { DisplayControls } from "../../ui/display-controls";
import { EmptyState } from "../../ui/empty-state";
import { usePageTitle } from "../../ui/page-title";
import "../../ui/reading-font.css";
import { TopBar } from "../../ui/top-bar";
import { useServices } from "../services";
import { FindBar } from "./find-bar";
import { PaperHead } from "./paper-head";
import "./reader.css";
import "./reading.css";
import { placeIn, useReadingPlace } from "./reading-place";
import { ReadingText } from "./reading-text";
import { ReceiptFoot } from "./receipt-foot";
import { Signature } from "./signature";
import { useReading } from "./use-reading";

type Open = "nothing" | "display" | "find";

export const ReaderScreen = ({ id }: { readonly id: DocumentId }) => {
  const { back } = useServices();
  const paper = useReading(id);
  const { text } = paper;
  const [open, setOpen] = useState<Open>("nothing");
  const [upTo, setUpTo] = useState(() => placeIn(id));
  useReadingPlace(id, text !== undefined);
  usePageTitle(paper.detail?.number ?? t("title"));

  return (
    <div class="reader">
      <TopBar backLabel={core("back")} onBack={() => back("/")}>
        {text && text.blocks.length > 0 && (
          <IconButton
            icon="search"
            label={t("find")}
            onPress={() => setOpen(open === "find" ? "nothing" : "find")}
          />
        )}
        <IconButton label={t("display")} onPress={() => setOpen("display")}>
          Aa
        </IconButton>
      </TopBar>
      {open === "find" && text && <FindBar text={text} onShow={setUpTo} />}
      {open === "display" && (
        <Dialog title={t("display")} closeLabel={core("close")} onClose={() => setOpen("nothing")}>
          <DisplayControls />
        </Dialog>
      )}
      {paper.known && !paper.detail && <Gone />}
      {paper.detail && (
        <>
          <div class="reader-body">
            <Signature paper={paper.detail} />
            <Superseded paper={paper.detail} />
            <PaperHead paper={paper.detail} />
            <Content paper={paper.detail} text={text} upTo={upTo} />
            <Original paper={paper.detail} />
            <p class="reader-notice">{t("notice")}</p>
          </div>
          <ReceiptFoot paper={paper.detail} />
        </>
      )}
    </div>
  );
};

interface ContentProps {
  readonly paper: DocumentDetail;
  readonly text: Text | undefined;
  readonly upTo: number;
}

const Content = ({ paper, text, upTo }: ContentProps) => {
  if (paper.scanned)
    return (
      <div class="reader-note">
        <h2>{t("scannedTitle")}</h2>
        <p>{t("scannedText")}</p>
      </div>
    );
  if (text) return <ReadingText text={text} upTo={upTo} />;
  if (paper.hasText) return null;
  return (
    <div class="reader-note" role="status">
      <h2>{t("coming")}</h2>
      <p>{t("comingText")}</p>
    </div>
  );
};

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

const Gone = () => (
  <EmptyState page title={t("goneTitle")} text={t("goneText")}>
    <ButtonLink href="/">{t("goneAction")}</ButtonLink>
  </EmptyState>
);
