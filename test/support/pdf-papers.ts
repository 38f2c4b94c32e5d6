import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import fontkit from "@pdf-lib/fontkit";
import {
  degrees,
  PDFDocument,
  type PDFFont,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFString,
  rgb,
} from "pdf-lib";
import { scanPng } from "./png";

const require = createRequire(import.meta.url);

/** A free font with all Vietnamese letters, unlike the standard ones of a PDF. */
const fontFile = (name: string) =>
  readFileSync(join(dirname(require.resolve("dejavu-fonts-ttf/package.json")), "ttf", name));

const a4 = [595.28, 841.89] as const;
const margin = 70;
const lineHeight = 19;

type Bytes = Uint8Array<ArrayBuffer>;
const bytesOf = async (document: PDFDocument): Promise<Bytes> =>
  new Uint8Array(await document.save({ useObjectStreams: false }));

/** Lays lines of text on as many pages as they need; a line in `**` is bold and centred. */
const layOut = async (document: PDFDocument, lines: readonly string[]): Promise<PDFPage[]> => {
  document.registerFontkit(fontkit);
  const regular = await document.embedFont(fontFile("DejaVuSerif.ttf"), { subset: true });
  const bold = await document.embedFont(fontFile("DejaVuSerif-Bold.ttf"), { subset: true });
  const pages: PDFPage[] = [];
  let page: PDFPage | undefined;
  let y = 0;
  const put = (text: string, font: PDFFont, x: number) => {
    if (!page || y < margin) {
      page = document.addPage([...a4]);
      pages.push(page);
      y = a4[1] - margin;
    }
    page.drawText(text, { x, y, size: 13, font, color: rgb(0, 0, 0) });
    y -= lineHeight;
  };
  for (const line of lines) {
    if (line.startsWith("**")) {
      const text = line.replaceAll("**", "");
      put(text, bold, (a4[0] - bold.widthOfTextAtSize(text, 13)) / 2);
      continue;
    }
    for (const part of wrap(line, regular)) put(part, regular, margin);
  }
  return pages;
};

const wrap = (text: string, font: PDFFont): string[] => {
  const parts: string[] = [];
  let part = "";
  for (const word of text.split(/(?<= )/)) {
    if (font.widthOfTextAtSize(part + word, 13) > a4[0] - 2 * margin && part.trim() !== "") {
      parts.push(part);
      part = word;
    } else part += word;
  }
  return [...parts, part];
};

const body = [
  "Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ xã khóa I, nhiệm kỳ 2025 - 2030;",
  "Để giữ nước cho vụ chiêm xuân, Ban Thường vụ Đảng ủy yêu cầu các chi bộ:",
  "1. Nạo vét mương bai của xóm mình trước ngày 05 tháng 12 năm 2026.",
  "2. Cử người trực đập, báo về Văn phòng Đảng ủy khi nước xuống dưới vạch đỏ.",
  "3. Đưa việc này vào kỳ sinh hoạt thường kỳ tháng 12.",
];

/** A paper of the committee with a text layer; `pages` more of body make it as long as wanted. */
export const textPdf = async (number = "112-HD/ĐU", pages = 1): Promise<Bytes> => {
  const document = await PDFDocument.create();
  await layOut(document, [
    "**ĐẢNG CỘNG SẢN VIỆT NAM**",
    "**ĐẢNG ỦY XÃ LẠC SƠN**",
    `Số ${number}`,
    "Lạc Sơn, ngày 20 tháng 11 năm 2026",
    "**HƯỚNG DẪN**",
    "**về giữ nước cho vụ chiêm xuân**",
    ...Array.from({ length: (pages - 1) * 8 + 1 }, () => body).flat(),
    "T/M BAN THƯỜNG VỤ",
  ]);
  return bytesOf(document);
};

/**
 * As papers come out of the Party's signing system (domain.md 0.6): the text layer has blanks, number and day are
 * appearances of signature widgets that were stamped on later.
 */
export const stampedPdf = async (number = "38", day = "21"): Promise<Bytes> => {
  const document = await PDFDocument.create();
  const [page] = await layOut(document, [
    "**ĐẢNG ỦY XÃ LẠC SƠN**",
    "Số        - HD/ĐU",
    "Lạc Sơn, ngày        tháng 11 năm 2026",
    "**HƯỚNG DẪN**",
    "**về giữ nước cho vụ chiêm xuân**",
    ...body,
  ]);
  if (!page) throw new Error("no page");
  const { context } = document;
  const font = await document.embedFont(fontFile("DejaVuSerif.ttf"), { subset: true });
  const stamp = (name: string, text: string, x: number, y: number) => {
    const encoded = font.encodeText(text);
    const appearance = context.stream(`BT /F 13 Tf 2 4 Td ${encoded.toString()} Tj ET`, {
      Type: "XObject",
      Subtype: "Form",
      BBox: [0, 0, 30, 18],
      Resources: { Font: { F: font.ref } },
    });
    const widget = context.register(
      context.obj({
        Type: "Annot",
        Subtype: "Widget",
        FT: "Sig",
        T: PDFString.of(name),
        Rect: [x, y, x + 30, y + 18],
        F: 132,
        P: page.ref,
        AP: { N: context.register(appearance) },
        V: {
          Type: "Sig",
          Filter: "Adobe.PPKLite",
          SubFilter: "adbe.pkcs7.detached",
          ByteRange: [0, 0, 0, 0],
          Contents: PDFString.of("-"),
        },
      }),
    );
    page.node.addAnnot(widget);
    return widget;
  };
  const fields = [
    stamp("So", number, margin + 25, a4[1] - margin - lineHeight - 4),
    stamp("Ngay", day, margin + 95, a4[1] - margin - 2 * lineHeight - 4),
  ];
  document.catalog.set(PDFName.of("AcroForm"), context.obj({ Fields: fields, SigFlags: 3 }));
  return bytesOf(document);
};

/** A paper, or the scan of one, on which somebody wrote: across the page, up its side, or as a reader's comment. */
export const writtenUponPdf = async (
  text: string,
  way: "aslant" | "upright" | "comment",
  paper = scannedPdf(1),
): Promise<Bytes> => {
  const document = await PDFDocument.load(await paper);
  document.registerFontkit(fontkit);
  const page = document.getPage(0);
  if (way === "comment")
    page.node.addAnnot(
      document.context.register(
        document.context.obj({
          Type: "Annot",
          Subtype: "FreeText",
          Rect: [400, 780, 500, 810],
          Contents: PDFHexString.fromText(text),
          DA: PDFString.of("/Helv 18 Tf 1 0 0 rg"),
        }),
      ),
    );
  else
    page.drawText(text, {
      x: 300,
      y: 400,
      size: 40,
      font: await document.embedFont(fontFile("DejaVuSerif-Bold.ttf"), { subset: true }),
      rotate: degrees(way === "aslant" ? 35 : 90),
    });
  return bytesOf(document);
};

/** Bản quét: pictures of pages, no text at all. */
export const scannedPdf = async (pages = 2): Promise<Bytes> => {
  const document = await PDFDocument.create();
  const image = await document.embedPng(scanPng());
  for (let i = 0; i < pages; i += 1)
    document.addPage([...a4]).drawImage(image, { x: 0, y: 0, width: a4[0], height: a4[1] });
  return bytesOf(document);
};

/** Asks for a password before it shows anything (standard handler, revision 3). */
export const encryptedPdf = async (): Promise<Bytes> => {
  const document = await PDFDocument.create();
  await layOut(document, body);
  const { context } = document;
  const noise = (seed: string) => createHash("sha256").update(seed).digest("hex");
  const hex = (seed: string) => PDFHexString.of(noise(seed));
  const id = hex("id");
  context.trailerInfo.ID = context.obj([id, id]);
  context.trailerInfo.Encrypt = context.register(
    context.obj({ Filter: "Standard", V: 2, R: 3, Length: 128, P: -44, O: hex("owner"), U: hex("user") }),
  );
  return bytesOf(document);
};

/** Cut in the middle, as a broken download leaves it: no table, no end. */
export const brokenPdf = async (): Promise<Bytes> => {
  const whole = await textPdf();
  return whole.slice(0, 400);
};
