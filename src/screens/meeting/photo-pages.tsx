import type { Photos } from "../../device/photos/photos";
import type { Hash } from "../../domain/ids";
import type { PhotoPage } from "../../domain/meeting-photos";
import { t } from "../../i18n/meeting-photos";
import { formatBytes } from "../../i18n/number";
import { IconButton } from "../../ui/button";
import { usePicture } from "./use-picture";

interface PhotoPagesProps {
  readonly pages: readonly PhotoPage[];
  readonly photos: Photos;
  readonly onArrange: (pages: readonly Hash[]) => void;
}

const moved = (hashes: readonly Hash[], i: number, by: number): readonly Hash[] => {
  const next = [...hashes];
  next.splice(i + by, 0, ...next.splice(i, 1));
  return next;
};

/** The pages taken so far, to be put in order or left out. */
export const PhotoPages = ({ pages, photos, onArrange }: PhotoPagesProps) => {
  const hashes = pages.map(({ hash }) => hash);
  return (
    <ol class="photo-taken">
      {pages.map((page, i) => (
        <li key={page.hash}>
          <TakenPage page={page} photos={photos} n={i + 1} />
          <span class="photo-page-name">
            <b>{t("page", { n: i + 1 })}</b>
            <small>{formatBytes(page.bytes)}</small>
          </span>
          <span class="photo-tools">
            <IconButton
              icon="up"
              label={t("up", { n: i + 1 })}
              disabled={i === 0}
              onPress={() => onArrange(moved(hashes, i, -1))}
            />
            <IconButton
              icon="down"
              label={t("down", { n: i + 1 })}
              disabled={i === pages.length - 1}
              onPress={() => onArrange(moved(hashes, i, 1))}
            />
            <IconButton
              icon="close"
              label={t("remove", { n: i + 1 })}
              onPress={() => onArrange(hashes.filter((hash) => hash !== page.hash))}
            />
          </span>
        </li>
      ))}
    </ol>
  );
};

const TakenPage = ({
  page,
  photos,
  n,
}: {
  readonly page: PhotoPage;
  readonly photos: Photos;
  readonly n: number;
}) => {
  const url = usePicture(photos, page.hash);
  return url ? (
    <img src={url} alt={t("page", { n })} width={page.width} height={page.height} />
  ) : (
    <span class="photo-blank" />
  );
};
