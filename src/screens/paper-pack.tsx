import { useEffect, useRef, useState } from "preact/hooks";
import type { Collections, FetchedPack, PaperPack } from "../device/collections/collections";
import { t } from "../i18n/collections";
import { dayOf, shortDay } from "../i18n/date";
import { t as core } from "../i18n/library";
import { formatBytes } from "../i18n/number";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Progress } from "../ui/progress";
import "./paper-pack.css";
import { fetchProblemText } from "./fetch-problem";
import { useServices } from "./services";

interface PackStateProps {
  readonly pack: PaperPack;
  readonly collections: Collections;
}

/** "Đủ 5/5 tài liệu cho cuộc họp ngày 12/12": in words, from what was checked on this phone. */
export const packLine = ({ meeting, here, of }: PaperPack, now: number): string => {
  const day = core("day", { day: shortDay(dayOf(meeting.startsAt), now) });
  if (of === 0) return t("allWithdrawn", { day });
  return t(here === of ? "full" : "partly", { n: here, of, day });
};

/** Whether a meeting's papers are on this phone, and a button that fetches what is missing. */
export const PackState = ({ pack, collections }: PackStateProps) => {
  const { device } = useServices();
  const { run, stop, progress, fetched } = useFetchPack(pack, collections);
  const full = pack.here === pack.of;
  return (
    <div class="pack">
      <div role="status">
        <p class={`pack-line${full ? " full" : ""}`}>
          {full && <Icon name="check" />}
          {packLine(pack, device.now())}
        </p>
        {pack.of > 0 && <p class="pack-note">{t(full ? "fullText" : "partlyText")}</p>}
      </div>
      {progress && <Fetching {...progress} onStop={stop} />}
      {!progress && !full && (
        <Button wide onPress={run}>
          {t("fetch")}
        </Button>
      )}
      {!progress && !full && fetched && <Left pack={pack} left={fetched.left} />}
    </div>
  );
};

interface Progressing {
  readonly done: number;
  readonly of: number;
}

const useFetchPack = ({ meeting }: PaperPack, collections: Collections) => {
  const [progress, setProgress] = useState<Progressing>();
  const [fetched, setFetched] = useState<FetchedPack>();
  const abort = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => abort.current?.abort(), []);
  const run = async () => {
    const controller = new AbortController();
    abort.current = controller;
    setFetched(undefined);
    setProgress({ done: 0, of: 0 });
    const result = await collections.fetchPack(
      meeting.id,
      (done, of) => setProgress({ done, of }),
      controller.signal,
    );
    setProgress(undefined);
    if (!controller.signal.aborted) setFetched(result);
  };
  return { run: () => void run(), stop: () => abort.current?.abort(), progress, fetched };
};

const Fetching = ({ done, of, onStop }: Progressing & { readonly onStop: () => void }) => (
  <>
    <p class="pack-note">
      {of > 0 ? t("fetchingOf", { done: formatBytes(done), of: formatBytes(of) }) : t("fetching")}
    </p>
    <Progress label={t("fetching")} done={done} of={of} />
    <Button kind="quiet" wide onPress={onStop}>
      {t("stop")}
    </Button>
  </>
);

/** What could not be had, each with its reason. */
const Left = ({ pack, left }: { readonly pack: PaperPack; readonly left: FetchedPack["left"] }) => {
  if (left.length === 0) return null;
  const nameOf = (id: string) => {
    const row = pack.papers.find((paper) => paper.id === id)?.row;
    if (row) return row.number ?? row.abstract;
    return pack.photos.find(({ photo }) => photo === id)?.title ?? t("unknownPaper");
  };
  return (
    <div class="pack-left" role="alert">
      <h3>{t("leftTitle")}</h3>
      <ul>
        {left.map(({ id, why }) => (
          <li key={id}>
            <b>{nameOf(id)}</b>
            {why === "not-sent" ? t("notSent") : fetchProblemText(why)}
          </li>
        ))}
      </ul>
    </div>
  );
};
