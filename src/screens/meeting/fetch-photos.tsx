import { useEffect, useRef, useState } from "preact/hooks";
import type { PhotoRow, Photos } from "../../device/photos/photos";
import type { MeetingId } from "../../domain/ids";
import { t } from "../../i18n/meeting-photos";
import { formatBytes } from "../../i18n/number";
import { Button } from "../../ui/button";
import { Progress } from "../../ui/progress";
import { fetchProblemText } from "../fetch-problem";

interface FetchPhotosProps {
  readonly id: MeetingId;
  readonly photos: readonly PhotoRow[];
  readonly part: Photos;
}

type State =
  | { readonly is: "idle"; readonly problem?: string }
  | { readonly is: "coming"; readonly done: number; readonly of: number };

/** The pages of a meeting that is over, fetched at a press where they are not on this phone. */
export const FetchPhotos = ({ id, photos, part }: FetchPhotosProps) => {
  const [state, setState] = useState<State>({ is: "idle" });
  const abort = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => abort.current?.abort(), []);
  const away = photos.reduce((sum, one) => sum + one.away, 0);
  if (away === 0 && state.is === "idle") return null;

  const fetch = async () => {
    const controller = new AbortController();
    abort.current = controller;
    setState({ is: "coming", done: 0, of: away });
    const fetched = await part.fetch(
      id,
      (done, of) => setState({ is: "coming", done, of }),
      controller.signal,
    );
    if (fetched.ok) return setState({ is: "idle" });
    const stopped = controller.signal.aborted;
    setState({ is: "idle", problem: stopped ? t("fetchStopped") : fetchProblemText(fetched.error) });
  };
  if (state.is === "coming") {
    const text = t("fetching", { done: formatBytes(state.done), size: formatBytes(state.of) });
    return (
      <div class="meeting-part">
        <p role="status">{text}</p>
        <Progress label={text} done={state.done} of={state.of} />
        <Button kind="quiet" small onPress={() => abort.current?.abort()}>
          {t("stop")}
        </Button>
      </div>
    );
  }
  return (
    <div class="meeting-part">
      {state.problem && <p role="status">{state.problem}</p>}
      <Button kind="quiet" wide onPress={() => void fetch()}>
        {t("fetch", { size: formatBytes(away) })}
      </Button>
    </div>
  );
};
