import { useState } from "preact/hooks";
import type { PhotoDraft, Photos, PhotosFor } from "../../device/photos/photos";
import type { MeetingId, PhotoId } from "../../domain/ids";
import { t } from "../../i18n/meeting-photos";
import { Button } from "../../ui/button";
import { Icon } from "../../ui/icon";
import { PhotoEditor } from "./photo-editor";
import "./photos.css";

interface PhotoSectionProps {
  readonly of: PhotosFor;
  readonly drafts: readonly PhotoDraft[];
  readonly photos: Photos;
  /** The meeting they are added to; absent where they go with a call that is being written. */
  readonly meeting?: MeetingId;
}

/** Papers being photographed, and the way to photograph another. */
export const PhotoSection = ({ of, drafts, photos, meeting }: PhotoSectionProps) => {
  const [open, setOpen] = useState<PhotoId>();
  return (
    <>
      {drafts.map((draft) => (
        <button
          key={draft.photo}
          type="button"
          class="photo-draft"
          aria-label={t("goOn", { title: draft.title || t("unnamed") })}
          onClick={() => setOpen(draft.photo)}
        >
          <span>
            <b>{draft.title || t("unnamed")}</b>
            {draft.declaredBy ? (
              <small>{t("ready", { n: draft.pages.length })}</small>
            ) : (
              <small class="photo-unfinished">
                {t("unfinished")} · {t("pages", { n: draft.pages.length })}
              </small>
            )}
          </span>
          <Icon name="next" size={20} />
        </button>
      ))}
      <Button kind="quiet" wide onPress={() => setOpen(photos.newName())}>
        <Icon name="camera" />
        {t("begin")}
      </Button>
      {open && (
        <PhotoEditor
          key={open}
          photo={open}
          draft={drafts.find(({ photo }) => photo === open)}
          of={of}
          meeting={meeting}
          photos={photos}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
};
