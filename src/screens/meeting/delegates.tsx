import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { CellDelegates, Meetings } from "../../device/meetings/meetings";
import type { MeetingId } from "../../domain/ids";
import { t } from "../../i18n/meeting";
import { Chip, Chips } from "../../ui/chips";
import { LabelledField } from "../../ui/field";
import { Fold } from "../../ui/fold";
import { Rich } from "../../ui/rich";

interface DelegatesProps {
  readonly cells: readonly CellDelegates[];
  /** The rows of one cell. */
  readonly rows: (cell: CellDelegates) => ComponentChildren;
}

const cameFrom = ({ roll }: CellDelegates): number =>
  roll.filter(({ presence }) => presence === "present").length;

const tests = {
  cellsAll: () => true,
  cellsNone: (cell: CellDelegates) => cameFrom(cell) === 0,
  cellsSome: (cell: CellDelegates) => cameFrom(cell) > 0,
} as const;
const filters = ["cellsAll", "cellsNone", "cellsSome"] as const;

/** A conference by its cells: how many came from each, and from which nobody has come yet. */
export const Delegates = ({ cells, rows }: DelegatesProps) => {
  const [filter, setFilter] = useState<keyof typeof tests>("cellsAll");
  const shown = cells.filter(tests[filter]);
  const doubtful = (cell: CellDelegates) => cell.roll.some((row) => row.doubtful);
  const sorted = [...shown.filter(doubtful), ...shown.filter((cell) => !doubtful(cell))];
  const values = {
    n: cells.reduce((sum, cell) => sum + cameFrom(cell), 0),
    cells: cells.filter(tests.cellsSome).length,
    of: cells.length,
  };
  return (
    <section class="delegates">
      <h2 class="list-title">{t("delegates")}</h2>
      <p class="delegates-sum" role="status">
        <Rich text={t("delegatesCame", values)} />
      </p>
      <div class="roll-filters">
        <Chips label={t("show")}>
          {filters.map((one) => (
            <Chip key={one} on={filter === one} onPress={() => setFilter(one)}>
              {t(one, { n: cells.filter(tests[one]).length })}
            </Chip>
          ))}
        </Chips>
      </div>
      {sorted.length === 0 && <p class="roll-nobody">{t("noCells")}</p>}
      {sorted.map((cell) => (
        <Fold key={cell.org} class="delegates-cell" title={titleOf(cell)} open={doubtful(cell)}>
          {rows(cell)}
        </Fold>
      ))}
    </section>
  );
};

const titleOf = (cell: CellDelegates): string => {
  const n = cameFrom(cell);
  const came = n === 0 ? t("cellNobody") : t("cellCame", { n, of: cell.called.length });
  return `${cell.name}: ${came}`;
};

interface AddDelegateProps {
  readonly id: MeetingId;
  readonly cell: CellDelegates;
  readonly meetings: Meetings;
  readonly write: (task: () => Promise<void>) => Promise<boolean>;
}

/** Puts down somebody of the cell who came without his phone. */
export const AddDelegate = ({ id, cell, meetings, write }: AddDelegateProps) => {
  const left = cell.called.filter(({ member }) => !cell.roll.some((row) => row.member === member));
  if (left.length === 0) return null;
  return (
    <div class="delegates-add">
      <LabelledField label={t("addDelegate")}>
        {(control) => (
          <select
            {...control}
            value=""
            onChange={(event) => {
              const chosen = left.find(({ member }) => member === event.currentTarget.value);
              event.currentTarget.value = "";
              if (chosen) void write(() => meetings.mark(id, chosen.member, "present"));
            }}
          >
            <option value="">{t("pickDelegate")}</option>
            {left.map(({ member, name }) => (
              <option key={member} value={member}>
                {name}
              </option>
            ))}
          </select>
        )}
      </LabelledField>
    </div>
  );
};
