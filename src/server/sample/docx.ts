import type { Block, ReadingText, Run } from "../../domain/reading-text";

/** Points are halved and millimetres are twentieths of a point in this format. */
const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);

/** A DOCX in the layout of Party papers: A4, margins 20/20/30/15 mm, Times New Roman 14 (domain.md 2.3). */
export const readingTextToDocx = async (text: ReadingText): Promise<Uint8Array<ArrayBuffer>> => {
  // Only the sample writes papers on the server: not worth its weight at every start.
  const {
    AlignmentType,
    Document,
    HeadingLevel,
    Packer,
    Paragraph,
    Table,
    TableCell,
    TableRow,
    TextRun,
    WidthType,
  } = await import("docx");
  const runs = (of: readonly Run[]) =>
    of.map((run) =>
      typeof run === "string"
        ? new TextRun(run)
        : new TextRun({ text: run.t, bold: run.b === 1, italics: run.i === 1 }),
    );
  const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };
  const alignments = { c: AlignmentType.CENTER, r: AlignmentType.RIGHT };
  const row = (cells: readonly string[], bold: boolean) =>
    new TableRow({
      tableHeader: bold,
      children: cells.map(
        (cell) =>
          new TableCell({ children: [new Paragraph({ children: [new TextRun({ text: cell, bold })] })] }),
      ),
    });
  const block = (one: Block) => {
    switch (one.k) {
      case "h":
        return new Paragraph({
          heading: levels[one.l],
          ...(one.l === 1 && { alignment: AlignmentType.CENTER }),
          children: [new TextRun({ text: one.t, bold: true })],
        });
      case "p":
        return new Paragraph({
          alignment: one.a ? alignments[one.a] : AlignmentType.JUSTIFIED,
          ...(!one.a && { indent: { firstLine: twips(10) } }),
          children: runs(one.r),
        });
      case "l":
        return new Paragraph({
          alignment: AlignmentType.JUSTIFIED,
          indent: { firstLine: twips(10) },
          children: runs([`${one.m} `, ...one.r]),
        });
      case "t":
        return new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          rows: one.rows.map((cells, i) => row(cells, i < (one.h ?? 0))),
        });
    }
  };
  const document = new Document({
    styles: { default: { document: { run: { font: "Times New Roman", size: 28 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(210), height: twips(297) },
            margin: { top: twips(20), bottom: twips(20), left: twips(30), right: twips(15) },
          },
        },
        children: text.blocks.map(block),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
};
