import { useEffect, useState } from "preact/hooks";
import type { DocumentId } from "../../domain/ids";
import { t } from "../../i18n/core";
import { Button } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { loadNotes, loadOriginal } from "./parts";
import { ReaderScreen } from "./reader-screen";

interface ReaderPagesProps {
  readonly path: string;
  /** Without the `#`: a place in the paper. */
  readonly hash: string;
  readonly step: number;
}

/** Everything under `/van-ban/`: a paper, its original, and one's own notes of all papers. */
export const ReaderPages = ({ path, hash, step }: ReaderPagesProps) => {
  const [, , name = "", page] = path.split("/");
  if (name === "ghi-chu") return <Late load={async () => (await loadNotes()).NotesScreen} />;
  const id = name as DocumentId;
  if (page === "ban-goc") return <Late load={async () => (await loadOriginal()).OriginalScreen} id={id} />;
  return <ReaderScreen id={id} hash={hash} step={step} />;
};

type Page = (props: { readonly id: DocumentId }) => preact.JSX.Element;

const Late = ({
  load,
  id = "" as DocumentId,
}: {
  readonly load: () => Promise<Page>;
  readonly id?: DocumentId;
}) => {
  const [page, setPage] = useState<{ readonly is: "waiting" | "missing" } | { readonly is: Page }>({
    is: "waiting",
  });
  useEffect(() => {
    if (page.is !== "waiting") return;
    let gone = false;
    load().then(
      (is) => !gone && setPage({ is }),
      () => !gone && setPage({ is: "missing" }),
    );
    return () => {
      gone = true;
    };
  }, [page.is]);
  if (page.is === "missing")
    return (
      <EmptyState page title={t("chunkTitle")} text={t("chunkText")}>
        <Button onPress={() => setPage({ is: "waiting" })}>{t("retry")}</Button>
      </EmptyState>
    );
  if (page.is === "waiting")
    return (
      <p class="unseen" role="status">
        {t("loading")}
      </p>
    );
  const Shown = page.is;
  return <Shown id={id} />;
};
