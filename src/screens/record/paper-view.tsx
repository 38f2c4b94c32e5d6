import { t } from "../../i18n/record";
import "../../ui/reading-font.css";
import type { Block, Paper, Signature, Table } from "./paper";
import "./paper.css";
import "./paper-print.css";
import { layout } from "./paper-words";

interface TableViewProps {
  readonly table: Table;
  /** Which of the paper, from 1. */
  readonly number: number;
}

const TableView = ({ table: { columns, rows, summed }, number }: TableViewProps) => {
  const look = (i: number) => (columns[i]?.centred ? "centred" : undefined);
  return (
    <section
      class={`official-table${columns.length > 4 ? " broad" : ""}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
      tabIndex={0}
      aria-label={t("table", { n: number })}
    >
      <table>
        <colgroup>
          {columns.map(({ head, width }) => (
            <col key={head} style={{ width: `${width}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, y) => (
            <tr key={y} class={summed && y === rows.length - 1 ? "sum" : undefined}>
              {row.map((cell, x) => (
                <td key={x} class={look(x)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const BlockView = ({ block }: { readonly block: Exclude<Block, Table> }) => {
  if (block.is === "heading") return block.level === 1 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>;
  return (
    <p class={block.text ? undefined : "lead"}>
      {block.lead && <b>{block.lead}</b>} {block.text}
    </p>
  );
};

const isTable = ({ is }: Block) => is === "table";

const Blocks = ({ blocks }: { readonly blocks: readonly Block[] }) => (
  <>
    {blocks.map((block, i) =>
      block.is === "table" ? (
        <TableView key={i} table={block} number={blocks.slice(0, i + 1).filter(isTable).length} />
      ) : (
        <BlockView key={i} block={block} />
      ),
    )}
  </>
);

const SignatureView = ({ signature: { lines, name } }: { readonly signature: Signature }) => (
  <div class="official-signature">
    {lines.map((line, i) => (
      <p key={line}>{i === 0 ? <b>{line}</b> : line}</p>
    ))}
    <p class="official-signer">
      <b>{name}</b>
    </p>
  </div>
);

const Recipients = ({ of }: { readonly of: readonly string[] }) => (
  <div class="official-recipients">
    <p>
      <u>{layout.recipients}</u>
    </p>
    {of.map((one) => (
      <p key={one}>- {one}</p>
    ))}
  </div>
);

/** A paper to be read on a phone in large letters; printed, it has the layout of the Party on A4. Always Vietnamese. */
export const PaperView = ({ paper }: { readonly paper: Paper }) => {
  const { left, right } = paper.signatures;
  const recipients = <Recipients of={paper.recipients} />;
  return (
    <article class="official" lang="vi">
      <div class="official-head">
        <div>
          {paper.above && <p>{paper.above}</p>}
          <p>
            <b>{paper.organ}</b>
          </p>
          <p aria-hidden="true">{layout.underOrgan}</p>
          {paper.number && <p class="official-number">{paper.number}</p>}
        </div>
        <div>
          <p>
            <b class="official-party">{layout.party}</b>
          </p>
          <p class="official-day">
            <i>{paper.placeAndDay}</i>
          </p>
        </div>
      </div>
      <h2>{paper.title}</h2>
      <p class="official-subject">
        <b>{paper.subject}</b>
      </p>
      <p class="official-rule" aria-hidden="true">
        {layout.underSubject}
      </p>
      <Blocks blocks={paper.body} />
      <div class="official-foot">
        {left ? <SignatureView signature={left} /> : recipients}
        <SignatureView signature={right} />
      </div>
      {left && recipients}
      <Blocks blocks={paper.after} />
    </article>
  );
};
