import { useEffect, useState } from "preact/hooks";
import { browserSignals } from "../../device/browser-ports";
import type { DataPolicy, DocumentDetail } from "../../device/device";
import { formatBytes } from "../../i18n/number";
import { t } from "../../i18n/original";
import { Button } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { Progress } from "../../ui/progress";
import { fetchProblemText } from "../fetch-problem";
import { useServices } from "../services";
import "./original.css";
import { PdfPages } from "./pdf-pages";
import { type FileState, useFile } from "./use-file";

/** By the person's own policy: always, on Wi-Fi where the browser can tell, or only when asked. */
const fetchesAtOnce = (policy: DataPolicy, wifi: boolean | undefined): boolean =>
  policy === "always" || (policy === "wifi" && wifi === true);

/** The file of a paper, wherever it is shown: fetched by the policy, or when asked. */
export const OriginalView = ({ paper }: { readonly paper: DocumentDetail }) => {
  const { device } = useServices();
  const { state, fetch, stop } = useFile(paper, () =>
    fetchesAtOnce(device.files.policy(), browserSignals.wifi()),
  );
  return <FileView paper={paper} state={state} onFetch={fetch} onStop={stop} />;
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
  if (state.problem) return fetchProblemText(state.problem);
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
