import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { strToU8, zipSync } from "fflate";
import { scanPng } from "./png";

type Bytes = Uint8Array<ArrayBuffer>;

const pack = async (children: (Paragraph | Table)[]): Promise<Bytes> => {
  const document = new Document({
    numbering: {
      config: [
        {
          reference: "items",
          levels: [
            { level: 0, format: LevelFormat.DECIMAL, text: "%1.", alignment: AlignmentType.LEFT },
            { level: 1, format: LevelFormat.LOWER_LETTER, text: "%2)", alignment: AlignmentType.LEFT },
          ],
        },
      ],
    },
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
};

const bold = (text: string) => new TextRun({ text, bold: true });
const paragraph = (text: string, options: IParagraphOptions = {}) =>
  new Paragraph({ ...options, children: [new TextRun(text)] });
const centre = { alignment: AlignmentType.CENTER };

const none = { style: BorderStyle.NONE, size: 0, color: "FFFFFF" };
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};
const cell = (paragraphs: Paragraph[]) =>
  new TableCell({ width: { size: 50, type: WidthType.PERCENTAGE }, children: paragraphs });

/** The two columns at the head of every paper, as a table without borders: whose it is, and number and day. */
const head = (number: string) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: noBorders,
    rows: [
      new TableRow({
        children: [
          cell([
            paragraph("ĐẢNG BỘ TỈNH PHÚ THỌ", centre),
            new Paragraph({ ...centre, children: [bold("ĐẢNG ỦY XÃ LẠC SƠN")] }),
            paragraph("*", centre),
            paragraph(`Số ${number}`, centre),
          ]),
          cell([
            new Paragraph({ ...centre, children: [bold("ĐẢNG CỘNG SẢN VIỆT NAM")] }),
            new Paragraph({
              ...centre,
              children: [new TextRun({ text: "Lạc Sơn, ngày 20 tháng 11 năm 2026", italics: true })],
            }),
          ]),
        ],
      }),
    ],
  });

export const tableRows = [
  ["TT", "Nội dung", "Chủ trì", "Thời hạn"],
  ["1", "Nạo vét mương bai Suối Mát", "Chi bộ xóm Rềnh", "05/12/2026"],
  ["2", "Tu sửa cửa đập Thung Bái", "Phòng Kinh tế", "10/12/2026"],
] as const;

const grid = (rows: readonly (readonly string[])[]) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (texts, i) =>
        new TableRow({
          tableHeader: i === 0,
          children: texts.map((text) => new TableCell({ children: [paragraph(text)] })),
        }),
    ),
  });

/** A paper in the official layout: two-column head, headings, numbered lists of two levels, a table, a picture. */
export const officialDocx = (number = "113-KH/ĐU"): Promise<Bytes> =>
  pack([
    head(number),
    new Paragraph({ ...centre, heading: HeadingLevel.HEADING_1, children: [bold("KẾ HOẠCH")] }),
    new Paragraph({ ...centre, children: [bold("giữ nước cho vụ chiêm xuân 2026 - 2027")] }),
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [bold("I. Mục đích, yêu cầu")] }),
    new Paragraph({
      children: [
        new TextRun("Bảo đảm "),
        bold("đủ nước"),
        new TextRun(" cho 312 ha lúa; "),
        new TextRun({ text: "không để ruộng khô", italics: true }),
        new TextRun("."),
      ],
    }),
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [bold("II. Nhiệm vụ")] }),
    paragraph("Nạo vét mương bai.", { numbering: { reference: "items", level: 0 } }),
    paragraph("Mương chính do xã làm.", { numbering: { reference: "items", level: 1 } }),
    paragraph("Mương nhánh do xóm làm.", { numbering: { reference: "items", level: 1 } }),
    paragraph("Trực đập hằng ngày.", { numbering: { reference: "items", level: 0 } }),
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [bold("III. Tiến độ")] }),
    grid(tableRows),
    new Paragraph({
      children: [
        new ImageRun({ type: "png", data: scanPng(120, 80), transformation: { width: 120, height: 80 } }),
      ],
    }),
    new Paragraph({ alignment: AlignmentType.RIGHT, children: [bold("T/M BAN THƯỜNG VỤ")] }),
    paragraph("Nơi nhận: các chi bộ; lưu Đảng ủy."),
  ]);

/** Texts and links that must never run or load, whatever shows them. */
export const hostileTexts = [
  "<script>window.hacked = true</script>",
  '<img src="x" onerror="window.hacked = true">',
  '"><svg onload=window.hacked=true>',
  "{{constructor.constructor('window.hacked = true')()}}",
  "\u202eđọc ngược\u202c",
] as const;
export const hostileLinks = [
  "javascript:window.hacked=true",
  "data:text/html,<script>window.hacked=true</script>",
  "https://ke-gian.example/theo-doi.png",
] as const;

/** A DOCX that tries: markup in its text, in a heading and in a table, links of every bad sort, a huge table. */
export const hostileDocx = (rows = 2000): Promise<Bytes> =>
  pack([
    head("114-TB/ĐU"),
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(hostileTexts[0])] }),
    ...hostileTexts.map((text) => paragraph(text)),
    ...hostileLinks.map(
      (link) =>
        new Paragraph({
          children: [new ExternalHyperlink({ link, children: [new TextRun(`bấm vào đây ${link}`)] })],
        }),
    ),
    grid([
      ["TT", hostileTexts[1]],
      ...Array.from({ length: rows }, (_, i) => [String(i + 1), hostileTexts[i % 3] ?? ""]),
    ]),
  ]);

/** A zip, as a DOCX is, but of something else. */
export const zipOfPictures = (): Bytes =>
  new Uint8Array(zipSync({ "anh-hop.png": scanPng(40, 40), "doc.txt": strToU8("ảnh cuộc họp") }));

/** A DOCX cut in the middle. */
export const brokenDocx = async (): Promise<Bytes> => {
  const whole = await officialDocx();
  return whole.slice(0, whole.length >> 1);
};
