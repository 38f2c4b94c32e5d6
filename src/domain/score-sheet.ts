import * as v from "valibot";
import type { EntryDefinition } from "./entry";
import { later, type Said, said } from "./meeting-host";
import { measures, type ScoreItem } from "./meeting-score";
import { sameScopes } from "./scope";
import { line } from "./text-field";

/** Communes score regular and thematic meetings by sheets of their own (domain.md 2.5). The subject of a sheet is its kind. */
export const sheetKinds = ["regular", "thematic"] as const;
export type SheetKind = (typeof sheetKinds)[number];

export interface SheetView {
  readonly sheet?: Said & { readonly items: readonly ScoreItem[] };
}

export const sheetLimits = { items: 40, title: 300, points: 1000, bands: 10 } as const;

const points = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(sheetLimits.points));
const band = v.object({ from: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(10_000)), points });

const setBody = v.object({
  items: v.pipe(
    v.array(
      v.object({
        id: v.pipe(v.string(), v.regex(/^[a-z0-9]{1,16}$/)),
        title: line(sheetLimits.title),
        most: points,
        by: v.optional(
          v.object({
            measure: v.picklist(measures),
            bands: v.pipe(v.array(band), v.minLength(1), v.maxLength(sheetLimits.bands)),
          }),
        ),
      }),
    ),
    v.maxLength(sheetLimits.items),
    v.check((items) => new Set(items.map(({ id }) => id)).size === items.length),
  ),
});

/** The office says by which sheet the cells score their meetings; an empty one takes it back. Minutes that were adopted keep theirs. */
export const sheetSet: EntryDefinition<"sheet.set", v.InferOutput<typeof setBody>, SheetView> = {
  type: "sheet.set",
  view: "sheet",
  empty: {},
  body: setBody,
  mayWrite: (author, { scopes, subject }) => {
    if (!sheetKinds.includes(subject as SheetKind)) return "malformed";
    if (!author.office) return "not-allowed";
    return sameScopes(scopes, ["commune"]) ? undefined : "wrong-scope";
  },
  reduce: (view, entry) => ({
    sheet: later(view.sheet, { ...said(entry), items: entry.body.items as readonly ScoreItem[] }),
  }),
};

/** The commune's own sheet; undefined where it set none. */
export const sheetOf = (view: SheetView | undefined): readonly ScoreItem[] | undefined => {
  const items = view?.sheet?.items ?? [];
  return items.length > 0 ? items : undefined;
};
