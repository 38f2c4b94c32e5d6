import type { ComponentChild } from "preact";
import { useRef } from "preact/hooks";
import type { DocumentRow } from "../../device/device";
import { dayOf } from "../../i18n/date";
import { t } from "../../i18n/library";
import { PaperRow, type ShownPaper } from "./paper-row";

interface PaperListProps {
  readonly papers: readonly ShownPaper[];
  readonly now: number;
  /** So many papers stand before these, of so many in all: told to those who do not see the list. */
  readonly from?: number;
  readonly total?: number;
}

const isSame = (a: DocumentRow, b: DocumentRow): boolean => {
  const names = Object.keys(a) as (keyof DocumentRow)[];
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
};

/** A row as it was drawn last, and all that it was drawn from. */
interface Drawn {
  readonly row: DocumentRow;
  readonly about: string;
  readonly drawing: ComponentChild;
}

/** The rows of the list, each a link to its paper. A row that would look as it does is not drawn again: while one scrolls, a few come at a time and many stand. */
export const PaperList = ({ papers, now, from = 0, total }: PaperListProps) => {
  const drawn = useRef<ReadonlyMap<string, Drawn>>(new Map());
  const rows = papers.map((paper, i): Drawn => {
    const { row } = paper;
    const place = total ? { "aria-setsize": total, "aria-posinset": from + i + 1 } : undefined;
    const about = `${dayOf(now)} ${from + i} ${total} ${paper.found === undefined}`;
    const before = drawn.current.get(row.id);
    if (before && !paper.found && before.about === about && isSame(before.row, row)) return before;
    const drawing = <PaperRow key={row.id} {...paper} now={now} {...(place && { place })} />;
    return { row, about, drawing };
  });
  drawn.current = new Map(rows.map((one) => [one.row.id, one]));
  return (
    <ul class="library-list" aria-label={t("title")}>
      {rows.map(({ drawing }) => drawing)}
    </ul>
  );
};
