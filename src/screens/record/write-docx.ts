import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { Block, Paper, Signature, Table as TableBlock } from "./paper";
import { layout } from "./paper-words";

/** Lengths of this format are twentieths of a point, its letters half points. */
const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);
const points = (n: number) => n * 20;
const letters = (n: number) => n * 2;

/** A4 with the margins of Party papers (domain.md 2.3), millimetres. */
const page = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 };
const textWidth = page.width - page.left - page.right;

const run = (
  text: string,
  look: { bold?: boolean; italics?: boolean; size?: number; under?: boolean } = {},
) =>
  new TextRun({
    text,
    ...(look.bold && { bold: true }),
    ...(look.italics && { italics: true }),
    ...(look.size && { size: letters(look.size) }),
    ...(look.under && { underline: {} }),
  });

const centred = (children: readonly TextRun[], more: IParagraphOptions = {}) =>
  new Paragraph({ alignment: AlignmentType.CENTER, ...more, children });

/** Text of the body: 14 pt, first line 10 mm in, both edges straight, lines at least 18 pt apart. */
const bodyParagraph = (children: readonly TextRun[], keepNext: boolean) =>
  new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    keepNext,
    indent: { firstLine: twips(10) },
    spacing: { before: points(3), after: points(3), line: points(18), lineRule: LineRuleType.AT_LEAST },
    children,
  });

const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};

/** Two columns without lines around them, `left` millimetres for the first; never torn between two pages. */
const columns = (left: number, cells: readonly [readonly Paragraph[], readonly Paragraph[]]) => {
  const widths = [twips(left), twips(textWidth - left)];
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(textWidth), type: WidthType.DXA },
    columnWidths: widths,
    borders: noBorders,
    margins: { left: 0, right: 0 },
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          (children, i) =>
            new TableCell({ width: { size: widths[i] ?? 0, type: WidthType.DXA }, children: [...children] }),
        ),
      }),
    ],
  });
};

/** The rule under the heading of the Party is as long as its words. */
const partyWidth = 82;
const headLeft = 70;
const underParty = twips((textWidth - headLeft - partyWidth) / 2);

const head = ({ above, organ, number, placeAndDay }: Paper) =>
  columns(headLeft, [
    [
      ...(above ? [centred([run(above)])] : []),
      centred([run(organ, { bold: true })]),
      centred([run(layout.underOrgan)]),
      ...(number ? [centred([run(number)])] : []),
    ],
    [
      centred([run(layout.party, { bold: true, size: 15 })], {
        indent: { left: underParty, right: underParty },
        border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: "auto" } },
      }),
      centred([run(placeAndDay, { italics: true })], { spacing: { before: points(10) } }),
    ],
  ]);

const title = ({ title, subject }: Paper) => [
  centred([run(title, { bold: true, size: 16 })], { spacing: { before: points(18) }, keepNext: true }),
  centred([run(subject, { bold: true })], { keepNext: true }),
  centred([run(layout.underSubject)], { spacing: { after: points(8) } }),
];

const cellOf = (text: string, width: number, look: { bold: boolean; centred: boolean }) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: points(2), bottom: points(2), left: points(4), right: points(4) },
    children: text.split("\n").map(
      (one) =>
        new Paragraph({
          alignment: look.centred ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [run(one, { bold: look.bold, size: 13 })],
        }),
    ),
  });

const table = ({ columns, rows, summed }: TableBlock) => {
  const widths = columns.map(({ width }) => twips((textWidth * width) / 100));
  const row = (texts: readonly string[], kind: "head" | "row" | "sum") =>
    new TableRow({
      cantSplit: true,
      tableHeader: kind === "head",
      children: texts.map((text, i) =>
        cellOf(text, widths[i] ?? 0, {
          bold: kind !== "row",
          centred: kind === "head" || columns[i]?.centred === true,
        }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      row(
        columns.map(({ head }) => head),
        "head",
      ),
      ...rows.map((texts, i) => row(texts, summed && i === rows.length - 1 ? "sum" : "row")),
    ],
  });
};

/** `keepNext`: what follows stands on the same page. */
const block = (one: Block, keepNext = false): readonly (Paragraph | Table)[] => {
  switch (one.is) {
    case "heading":
      return [
        new Paragraph({
          indent: { firstLine: twips(10) },
          spacing: { before: points(one.level === 1 ? 8 : 5), after: points(3) },
          keepNext: true,
          children: [run(one.text, { bold: true })],
        }),
      ];
    case "paragraph":
      return [
        bodyParagraph(
          [
            ...(one.lead ? [run(one.text ? `${one.lead} ` : one.lead, { bold: true })] : []),
            ...(one.text ? [run(one.text)] : []),
          ],
          // A lead alone belongs to the list or table under it.
          keepNext || !one.text,
        ),
      ];
    case "table":
      // Between a table and what follows there is air, and never another table.
      return [table(one), new Paragraph({ spacing: { line: points(6), lineRule: LineRuleType.EXACT } })];
  }
};

/** By what right in bold, the office under it plain; then room for a hand. */
const signature = ({ lines, name }: Signature) => [
  ...lines.map((line, i) => centred([run(line, { bold: i === 0 })])),
  centred([run(name, { bold: true })], { spacing: { before: points(72) } }),
];

const recipients = (of: readonly string[]) => [
  new Paragraph({ keepNext: true, children: [run(layout.recipients, { under: true })] }),
  ...of.map((one) => new Paragraph({ children: [run(`- ${one}`, { size: 12 })] })),
];

const gap = (before: number) =>
  new Paragraph({ keepNext: true, spacing: { line: points(before), lineRule: LineRuleType.EXACT } });

const foot = ({ signatures: { left, right }, recipients: to }: Paper) =>
  left
    ? [gap(14), columns(textWidth / 2, [signature(left), signature(right)]), gap(14), ...recipients(to)]
    : [gap(14), columns(textWidth / 2, [recipients(to), signature(right)])];

/** So many last lines of the text go over to the page of the signatures: none stands on a page of its own. */
const withSignatures = 2;

/** The number of the page stands in the middle above the text, from the second page on. */
const pageNumber = () =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT] })],
      }),
    ],
  });

/** A paper as a Word file in the layout of the Party. Its author is the organ: no tool signs its name to it. */
export const writeDocx = async (paper: Paper): Promise<Uint8Array<ArrayBuffer>> => {
  const document = new Document({
    creator: paper.author,
    lastModifiedBy: paper.author,
    title: `${paper.title} ${paper.subject}`,
    styles: {
      default: {
        document: { run: { font: "Times New Roman", size: letters(14), language: { value: "vi-VN" } } },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(page.width), height: twips(page.height) },
            margin: {
              top: twips(page.top),
              bottom: twips(page.bottom),
              left: twips(page.left),
              right: twips(page.right),
              header: twips(10),
              footer: twips(10),
            },
          },
        },
        headers: { default: pageNumber(), first: new Header({ children: [new Paragraph("")] }) },
        children: [
          head(paper),
          ...title(paper),
          ...paper.body.flatMap((one, i) => block(one, i >= paper.body.length - withSignatures)),
          ...foot(paper),
          ...paper.after.flatMap((one) => block(one)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
};
