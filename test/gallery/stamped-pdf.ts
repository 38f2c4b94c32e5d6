import { degrees, PDFDocument, PDFName, PDFString, rgb, StandardFonts } from "pdf-lib";

/**
 * Three pages; on the first the number is not text of the page but the appearance of a signature widget,
 * as the records clerk's tool stamps it.
 */
export const stampedPdf = async (): Promise<Blob> => {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  for (let number = 1; number <= 3; number += 1) {
    const page = pdf.addPage([595, 842]);
    page.drawText("DANG BO TINH / DANG UY XA LAC SON", { x: 70, y: 770, size: 13, font });
    page.drawText("So        - QD/DU", { x: 70, y: 745, size: 13, font });
    for (let line = 0; line < 24; line += 1)
      page.drawText(`${number}.${line + 1}  Noi dung cua quy dinh, dong thu ${line + 1}.`, {
        x: 70,
        y: 690 - line * 24,
        size: 13,
        font,
      });
    page.drawText("trang so cuoi cung", {
      x: 480,
      y: 30,
      size: 9,
      font,
      rotate: degrees(0),
      color: rgb(0.4, 0.4, 0.4),
    });
  }
  const appearance = pdf.context.stream("BT /F 16 Tf 0 0 0.7 rg 2 4 Td (105) Tj ET", {
    Type: "XObject",
    Subtype: "Form",
    BBox: [0, 0, 40, 20],
    Resources: { Font: { F: font.ref } },
  });
  const widget = pdf.context.register(
    pdf.context.obj({
      Type: "Annot",
      Subtype: "Widget",
      FT: "Sig",
      T: PDFString.of("So"),
      Rect: [88, 740, 128, 760],
      F: 4,
      AP: { N: pdf.context.register(appearance) },
    }),
  );
  pdf.getPage(0).node.set(PDFName.of("Annots"), pdf.context.obj([widget]));
  return new Blob([(await pdf.save()) as Uint8Array<ArrayBuffer>], { type: "application/pdf" });
};
