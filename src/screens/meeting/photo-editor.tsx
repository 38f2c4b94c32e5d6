import { useEffect, useRef, useState } from "preact/hooks";
import type { PhotoDraft, Photos, PhotosFor, SaveProblem } from "../../device/photos/photos";
import type { Hash, MeetingId, PhotoId } from "../../domain/ids";
import { photoLimits } from "../../domain/meeting-photos";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/meeting-photos";
import { t as rules } from "../../i18n/secrecy";
import { Button } from "../../ui/button";
import { Confirm, Dialog } from "../../ui/dialog";
import { Progress } from "../../ui/progress";
import { Rich } from "../../ui/rich";
import { TextField } from "../../ui/text-field";
import { Tick } from "../../ui/tick";
import { useDeviceState, useServices } from "../services";
import { PhotoInput } from "./photo-input";
import { PhotoPages } from "./photo-pages";
import "./photos.css";
import { useTaking } from "./use-taking";

interface PhotoEditorProps {
  readonly photo: PhotoId;
  /** What is on disk of it; undefined before its first page. */
  readonly draft: PhotoDraft | undefined;
  readonly of: PhotosFor;
  /** The meeting it is added to; absent where it goes with a call that is being written. */
  readonly meeting?: MeetingId | undefined;
  readonly photos: Photos;
  readonly onClose: () => void;
}

const words = {
  "no-title": "noTitle",
  "long-title": "longTitle",
  "no-pages": "noPages",
  failed: "saveFailed",
} as const;

const problemText = (problem: SaveProblem | "not-declared"): string => {
  if (problem === "secret-mark" || problem === "personnel-work")
    return t("refusedTitle", { rule: rules(problem) });
  return t(problem === "not-declared" ? "notDeclared" : words[problem]);
};

const isOfTitle = (problem: SaveProblem | "not-declared"): boolean =>
  ["no-title", "long-title", "secret-mark", "personnel-work"].includes(problem);

/** A title reaches the disk when the person pauses. */
const typingPause = 400;

/** One paper being photographed: its pages, its name, the declaration. */
export const PhotoEditor = ({ photo, draft, of, meeting, photos, onClose }: PhotoEditorProps) => {
  const { toast, holdReload } = useServices();
  const name = useDeviceState((state) => state.identity?.name ?? "");
  const { busy, problems, take, stop } = useTaking(photos, of, photo);
  const [title, setTitle] = useState(draft?.title ?? "");
  const [declared, setDeclared] = useState(draft?.declaredBy !== undefined);
  const [problem, setProblem] = useState<SaveProblem | "not-declared">();
  const [saving, setSaving] = useState(false);
  const [asking, setAsking] = useState(false);
  const [before, setBefore] = useState<readonly Hash[]>();
  useEffect(() => holdReload(), []);

  const typed = useRef(title);
  typed.current = title;
  const keepTitle = () => void photos.name(photo, typed.current).catch(() => undefined);
  useEffect(() => {
    const timer = setTimeout(keepTitle, typingPause);
    return () => clearTimeout(timer);
  }, [title]);

  const pages = draft?.pages ?? [];
  const arrange = (next: readonly Hash[]) => {
    setBefore(next.length < pages.length ? pages.map(({ hash }) => hash) : undefined);
    void photos.arrange(photo, next);
  };
  const close = () => {
    stop();
    keepTitle();
    onClose();
  };
  const save = async () => {
    if (!declared) return setProblem("not-declared");
    setSaving(true);
    const saved = meeting ? await photos.save(meeting, photo, title) : await photos.declare(photo, title);
    setSaving(false);
    if (!saved.ok) return setProblem(saved.error);
    toast(t(meeting ? "saved" : "savedForCall"));
    onClose();
  };
  const drop = async () => {
    stop();
    await photos.drop(photo).catch(() => undefined);
    onClose();
  };
  const full = pages.length >= photoLimits.pages;
  return (
    <Dialog title={t("title")} closeLabel={core("close")} onClose={close}>
      <form
        class="photo-editor"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {pages.length === 0 && <p>{t("how")}</p>}
        {pages.length > 0 && <PhotoPages pages={pages} photos={photos} onArrange={arrange} />}
        {before && (
          <p class="photo-undo" role="status">
            {t("removed")}{" "}
            <button
              type="button"
              class="call-link"
              onClick={() => {
                void photos.arrange(photo, before);
                setBefore(undefined);
              }}
            >
              {t("putBack")}
            </button>
          </p>
        )}
        {problems.map((one) => (
          <p key={one} class={one === "stopped" ? undefined : "field-problem"} role="alert">
            {t(one)}
          </p>
        ))}
        {busy ? (
          <div class="photo-busy">
            <p role="status">{t("working", busy)}</p>
            <Progress label={t("working", busy)} done={busy.n - 1} of={busy.of > 1 ? busy.of : 0} />
            <Button kind="quiet" small onPress={stop}>
              {t("stop")}
            </Button>
          </div>
        ) : (
          !full && (
            <div class="photo-ways">
              <PhotoInput
                camera
                label={t(pages.length > 0 ? "takeMore" : "take")}
                disabled={saving}
                onFiles={(files) => void take(files)}
              />
              <PhotoInput label={t("choose")} disabled={saving} onFiles={(files) => void take(files)} />
            </div>
          )
        )}
        <TextField
          label={t("name")}
          problem={problem && isOfTitle(problem) ? problemText(problem) : undefined}
          placeholder={t("nameHint")}
          value={title}
          onInput={(typed) => {
            setTitle(typed);
            setProblem(undefined);
          }}
        />
        <Tick
          on={declared}
          onChange={(on) => {
            setDeclared(on);
            setProblem(undefined);
          }}
        >
          <Rich text={t("declare", { name })} />
        </Tick>
        {problem && !isOfTitle(problem) && (
          <p class="field-problem" role="alert">
            {problemText(problem)}
          </p>
        )}
        <button type="submit" class="button main wide" disabled={saving || busy !== undefined}>
          {t(saving ? "saving" : meeting ? "save" : "saveForCall")}
        </button>
        {pages.length > 0 && (
          <>
            <p class="duty-note">{t("left")}</p>
            <Button kind="grave" small onPress={() => setAsking(true)}>
              {t("drop")}
            </Button>
          </>
        )}
      </form>
      {asking && (
        <Confirm
          grave
          title={t("dropAsk")}
          text={t("dropText", { n: pages.length })}
          yes={t("drop")}
          no={core("cancel")}
          onYes={() => void drop()}
          onNo={() => setAsking(false)}
        />
      )}
    </Dialog>
  );
};
