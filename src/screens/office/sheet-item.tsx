import { type Measure, measures } from "../../domain/meeting-score";
import { sheetLimits } from "../../domain/score-sheet";
import { t } from "../../i18n/sheet";
import { Button, IconButton } from "../../ui/button";
import { LabelledField } from "../../ui/field";
import { TextField } from "../../ui/text-field";
import type { DraftItem } from "./sheet-draft";

interface SheetItemProps {
  readonly item: DraftItem;
  /** From 1, and of how many. */
  readonly n: number;
  readonly of: number;
  readonly onChange: (item: DraftItem) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One line of the sheet: its words, its points, and what the phone reckons it by. */
export const SheetItem = ({ item, n, of, onChange, onMove, onRemove }: SheetItemProps) => (
  <li class="sheet-item">
    <LabelledField label={t("item", { n })}>
      {(control) => (
        <textarea
          {...control}
          rows={2}
          maxLength={sheetLimits.title}
          value={item.title}
          onInput={(event) => onChange({ ...item, title: event.currentTarget.value.replaceAll("\n", " ") })}
        />
      )}
    </LabelledField>
    <div class="sheet-numbers">
      <NumberField label={t("most")} value={item.most} onInput={(most) => onChange({ ...item, most })} />
      <LabelledField label={t("measure")}>
        {(control) => (
          <select
            {...control}
            value={item.measure ?? ""}
            onChange={(event) => {
              const measure = (event.currentTarget.value || undefined) as Measure | undefined;
              const bands = item.bands.length > 0 ? item.bands : [{ from: "", points: "" }];
              onChange({ ...item, measure, bands: measure ? bands : [] });
            }}
          >
            <option value="">{t("byHand")}</option>
            {measures.map((one) => (
              <option key={one} value={one}>
                {t(one)}
              </option>
            ))}
          </select>
        )}
      </LabelledField>
      <span class="sheet-tools">
        <IconButton icon="up" label={t("up", { n })} disabled={n === 1} onPress={() => onMove(-1)} />
        <IconButton icon="down" label={t("down", { n })} disabled={n === of} onPress={() => onMove(1)} />
        <IconButton icon="close" label={t("remove", { n })} onPress={onRemove} />
      </span>
    </div>
    {item.measure && <Bands item={item} n={n} onChange={onChange} />}
  </li>
);

/** Points by what was measured: from so much, so many. */
const Bands = ({ item, n, onChange }: Pick<SheetItemProps, "item" | "n" | "onChange">) => {
  const set = (bands: DraftItem["bands"]) => onChange({ ...item, bands });
  const put = (i: number, band: DraftItem["bands"][number]) =>
    set(item.bands.map((one, at) => (at === i ? band : one)));
  return (
    <div class="sheet-bands">
      {item.bands.map((band, i) => (
        <div key={i} class="sheet-band">
          <NumberField label={t("from")} value={band.from} onInput={(from) => put(i, { ...band, from })} />
          <NumberField
            label={t("points")}
            value={band.points}
            onInput={(points) => put(i, { ...band, points })}
          />
          <IconButton
            icon="close"
            label={t("removeBand", { n: i + 1, of: n })}
            onPress={() => set(item.bands.filter((_, at) => at !== i))}
          />
        </div>
      ))}
      <Button
        kind="quiet"
        small
        disabled={item.bands.length >= sheetLimits.bands}
        onPress={() => set([...item.bands, { from: "", points: "" }])}
      >
        {t("addBand")}
      </Button>
    </div>
  );
};

interface NumberFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
}

const NumberField = (props: NumberFieldProps) => <TextField {...props} keys="decimal" maxLength={6} />;
