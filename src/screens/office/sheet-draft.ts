import type { Measure, ScoreItem } from "../../domain/meeting-score";
import { sheetLimits } from "../../domain/score-sheet";

/** A line of the sheet while it is edited: numbers as they were typed. */
export interface DraftItem {
  readonly id: string;
  readonly title: string;
  readonly most: string;
  readonly measure?: Measure | undefined;
  readonly bands: readonly { readonly from: string; readonly points: string }[];
}

const typed = (n: number) => String(n).replace(".", ",");
const read = (text: string): number | undefined => {
  const n = Number(text.trim().replace(",", "."));
  return text.trim() !== "" && Number.isFinite(n) && n >= 0 ? n : undefined;
};

export const draftOfSheet = (items: readonly ScoreItem[]): readonly DraftItem[] =>
  items.map(({ id, title, most, by }) => ({
    id,
    title,
    most: typed(most),
    measure: by?.measure,
    bands: by?.bands.map(({ from, points }) => ({ from: typed(from), points: typed(points) })) ?? [],
  }));

/** A name that no line of the sheet has: points given to a line before do not slip to another. */
export const freshId = (items: readonly DraftItem[]): string => {
  const taken = new Set(items.map(({ id }) => id));
  let n = items.length + 1;
  while (taken.has(`own${n}`)) n += 1;
  return `own${n}`;
};

/** The line as it would be set, or undefined where it cannot be. */
const readItem = ({ id, title, most, measure, bands }: DraftItem): ScoreItem | undefined => {
  const name = title.normalize("NFC").trim();
  const limit = read(most);
  const fits = name.length > 0 && name.length <= sheetLimits.title;
  if (!fits || limit === undefined || limit > sheetLimits.points) return undefined;
  if (!measure) return { id, title: name, most: limit };
  const steps = bands.map((band) => ({ from: read(band.from), points: read(band.points) }));
  const known = steps.flatMap(({ from, points }) =>
    from === undefined || points === undefined || points > limit ? [] : [{ from, points }],
  );
  if (known.length === 0 || known.length < steps.length) return undefined;
  // The first that is reached counts: the highest stands first.
  return { id, title: name, most: limit, by: { measure, bands: known.sort((a, b) => b.from - a.from) } };
};

/** The sheet as it would be set; undefined while a line of it is wrong or there is none. */
export const readSheetDraft = (draft: readonly DraftItem[]): readonly ScoreItem[] | undefined => {
  const items = draft.map(readItem);
  const whole = items.flatMap((item) => item ?? []);
  return whole.length > 0 && whole.length === items.length ? whole : undefined;
};
