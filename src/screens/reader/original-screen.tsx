import { useEffect, useState } from "preact/hooks";
import { browserSignals } from "../../device/browser-ports";
import type { DataPolicy, DocumentDetail } from "../../device/device";
import type { DocumentId } from "../../domain/ids";
import { t as core } from "../../i18n/core";
import { formatBytes } from "../../i18n/number";
import { t } from "../../i18n/original";
import { Button } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { usePageTitle } from "../../ui/page-title";
import { Progress } from "../../ui/progress";
import { TopBar } from "../../ui/top-bar";
import { problemText } from "../problem-text";
import { useServices } from "../services";
import "./original.css";
import { PdfPages } from "./pdf-pages";
import { type FileState, useFile } from "./use-file";
import { usePaper } from "./use-paper";

/** By the person's own policy: always, on Wi-Fi where the browser can tell, or only when asked. */
const fetchesAtOnce = (policy: DataPolicy, wifi: boolean | undefined): boolean =>
  policy === "always" || (policy === "wifi" && wifi === true);

/** The paper itself, as the office has it. */
export const OriginalScreen = ({ id }: { readonly id: DocumentId }) => {
  const { device, back } = useServices();
  const { known, detail } = usePaper(id);
  const { state, fetch, stop } = useFile(detail, () =>
    fetchesAtOnce(device.files.policy(), browserSignals.wifi()),
  );
  usePageTitle(detail?.number ?? t("title"));
  return (
    <div class="original">
      <TopBar
        backLabel={core("back")}
        onBack={() => back(`/van-ban/${id}`)}
        title={detail?.number ?? t("title")}
      />
      {known && !detail?.file && <EmptyState title={t("notHere")} text={t("gone")} />}
      {detail?.file && <FileView paper={detail} state={state} onFetch={fetch} onStop={stop} />}
    </div>
  );
};

interface FileViewProps {
  readonly paper: DocumentDetail;
  readonly state: FileState;
  readonly onFetch: () => void;
  readonly onStop: () => void;
}

const FileView = ({ paper, state, onFetch, onStop }: FileViewProps) => {
  const bytes = paper.file?.bytes ?? 0;
  const size = formatBytes(bytes);
  switch (state.is) {
    case "looking":
      return null;
    case "here":
      return paper.file?.media === "application/pdf" ? (
        <PdfPages file={state.file} />
      ) : (
        <SaveFile file={state.file} name={paper.file?.name ?? ""} />
      );
    case "coming": {
      const text = t("fetching", { done: formatBytes(state.done), size });
      return (
        <EmptyState title={text}>
          <Progress label={text} done={state.done} of={bytes} />
          <Button kind="quiet" onPress={onStop}>
            {t("stop")}
          </Button>
        </EmptyState>
      );
    }
    case "away":
      return (
        <EmptyState title={t("notHere")} text={awayText(state, size)}>
          <Button onPress={onFetch}>{t("fetch", { size })}</Button>
        </EmptyState>
      );
  }
};

const awayText = (state: Extract<FileState, { readonly is: "away" }>, size: string): string => {
  if (state.problem) return problemText(state.problem);
  if (state.stopped) return t("stopped");
  const hint = t("size", { size });
  return browserSignals.wifi() === false ? `${hint} ${t("askMobile")}` : hint;
};

/** A Word file is read as text in the app; the file itself goes to another app. */
const SaveFile = ({ file, name }: { readonly file: Blob; readonly name: string }) => {
  const [url, setUrl] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return (
    <EmptyState title={t("saveTitle")} text={t("saveText")}>
      <a class="button main" href={url} download={name}>
        {t("save")}
      </a>
    </EmptyState>
  );
};
