import type { MeetingView } from "../../domain/meeting";
import { photosOf } from "../../domain/meeting-photos";
import type { Core } from "../core";
import { getMany } from "../store/get-many";
import { outboxRows, ownUnsent } from "../store/outbox";
import type { PhotoRow } from "./photos";

/** The photographed papers of a meeting, and how much of them is on this phone. */
export const photoRows = async (
  { store: { mirror } }: Core,
  view: MeetingView,
): Promise<readonly PhotoRow[]> => {
  const papers = photosOf(view);
  if (papers.length === 0) return [];
  const hashes = papers.flatMap(({ pages }) => pages.map(({ hash }) => hash));
  const [files, waiting, undecided] = await Promise.all([
    getMany(mirror.files, hashes),
    mirror.outbox
      .where("id")
      .anyOf(papers.map(({ id }) => id))
      .toArray(),
    outboxRows(mirror, ["undecided"]),
  ]);
  const unsent = new Set(waiting.filter(({ state }) => ownUnsent.includes(state)).map(({ id }) => id));
  return papers.map(({ photo, title, pages, declaredBy, id }) => {
    const away = pages.filter(({ hash }) => !files.get(hash)?.whole);
    return {
      photo,
      title,
      pages,
      declaredBy,
      here: pages.length - away.length,
      away: away.reduce((sum, { bytes }) => sum + bytes, 0),
      unsent: unsent.has(id),
      leaving: undecided.some(({ payload }) => payload.includes(photo)),
    };
  });
};
