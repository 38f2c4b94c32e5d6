import { useState } from "preact/hooks";
import type { Block } from "../../domain/reading-text";
import { t } from "../../i18n/reader";
import { cellStarts } from "./cell-starts";
import { Inline } from "./inline";
import { loadTableMore } from "./parts";
import type { Span } from "./spans";
import { useLate } from "./use-late";

type Table = Extract<Block, { readonly k: "t" }>;

/** Rows drawn before the person asks for more: a register of ten thousand is no page. */
const rowsAtOnce = 120;
const moreRows = 300;
/** From so many columns a phone cannot show it side by side. */
const narrowest = 3;

interface TableViewProps {
  readonly block: Table;
  readonly at: number;
  readonly spans: readonly Span[];
  readonly look: string;
}

/** Wider than the screen as often as not: it scrolls inside itself with its head in sight, or is read row by row. */
export const TableView = ({ block, at, spans, look }: TableViewProps) => {
  const [cards, setCards] = useState(false);
  const [asked, setAsked] = useState(rowsAtOnce);
  const [full, setFull] = useState(false);
  const other = useLate(loadTableMore, cards || full);
  const starts = cellStarts(block.rows);
  const broad = Math.max(0, ...block.rows.map((row) => row.length)) > narrowest;
  // What was found, or marked, is drawn however far down it is.
  const reach = starts.findLastIndex((row) => spans.some(({ to }) => to > (row[0] ?? 0)));
  const rows = Math.max(asked, reach + 1);
  const left = block.rows.length - rows;
  const more = left > 0 && (
    <button type="button" class="table-tool" onClick={() => setAsked(rows + moreRows)}>
      {t("tableMore", { n: Math.min(moreRows, left), left })}
    </button>
  );
  return (
    <div class={`block table-block${look}`} data-block={at}>
      {broad && (
        <div class="table-tools">
          <button type="button" class="table-tool" onClick={() => setCards(!cards)}>
            {t(cards ? "tableAsTable" : "tableAsRows")}
          </button>
          <button type="button" class="table-tool" onClick={() => setFull(true)}>
            {t("tableFull")}
          </button>
        </div>
      )}
      {cards && other ? (
        <other.TableCards block={block} starts={starts} rows={rows} spans={spans} />
      ) : (
        <Grid block={block} starts={starts} rows={rows} spans={spans} broad={broad} />
      )}
      {more}
      {full && other && (
        <other.TableFull onClose={() => setFull(false)}>
          <Grid block={block} starts={starts} rows={rows} spans={[]} broad />
          {more}
        </other.TableFull>
      )}
    </div>
  );
};

export interface RowsProps {
  readonly block: Table;
  readonly starts: readonly (readonly number[])[];
  readonly rows: number;
  readonly spans: readonly Span[];
}

export const Cell = ({
  text,
  from,
  spans,
}: {
  readonly text: string;
  readonly from: number;
  readonly spans: readonly Span[];
}) => (spans.length === 0 ? text : <Inline runs={[text]} from={from} spans={spans} />);

const Grid = ({ block, starts, rows, spans, broad }: RowsProps & { readonly broad: boolean }) => {
  const h = block.h ?? 0;
  return (
    <section
      class={`table${broad ? " broad" : ""}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
      tabIndex={0}
      aria-label={t("table")}
    >
      <table>
        {h > 0 && (
          <thead>
            {block.rows.slice(0, h).map((row, y) => (
              <tr key={y}>
                {row.map((cell, x) => (
                  <th key={x} scope="col" data-from={starts[y]?.[x]}>
                    <Cell text={cell} from={starts[y]?.[x] ?? 0} spans={spans} />
                  </th>
                ))}
              </tr>
            ))}
          </thead>
        )}
        <tbody>
          {block.rows.slice(h, Math.max(h, rows)).map((row, y) => (
            <tr key={y}>
              {row.map((cell, x) => (
                <td key={x} data-from={starts[y + h]?.[x]}>
                  <Cell text={cell} from={starts[y + h]?.[x] ?? 0} spans={spans} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
