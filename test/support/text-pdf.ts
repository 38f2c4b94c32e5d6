/** Something on a page, in points from the top left corner of an A4 sheet. */
export type Mark =
  | {
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly size?: number;
      readonly bold?: boolean;
    }
  /** One stroke of text with holes in it: numbers move the pen, in thousandths of the size, to the left. */
  | { readonly pieces: readonly (string | number)[]; readonly x: number; readonly y: number }
  /** A drawn line. */
  | { readonly from: readonly [number, number]; readonly to: readonly [number, number] };

const height = 842;
/** Every letter of the test font is as wide as this part of its size. */
export const letterWidth = 0.5;

const hex = (text: string) =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, "0")).join("");

const draw = (mark: Mark): string => {
  if ("from" in mark)
    return `${mark.from[0]} ${height - mark.from[1]} m ${mark.to[0]} ${height - mark.to[1]} l S`;
  if ("pieces" in mark) {
    const parts = mark.pieces.map((part) => (typeof part === "number" ? part : `<${hex(part)}>`));
    return `BT /R 13 Tf 1 0 0 1 ${mark.x} ${height - mark.y} Tm [${parts.join(" ")}] TJ ET`;
  }
  const { text, x, y, size = 13, bold = false } = mark;
  return `BT /${bold ? "B" : "R"} ${size} Tf 1 0 0 1 ${x} ${height - y} Tm <${hex(text.normalize("NFC"))}> Tj ET`;
};

/**
 * A PDF with a text layer in Vietnamese and lines drawn where they are asked for. Its font is only named, not
 * embedded: enough for reading, which looks at positions and letters.
 */
export const textPdf = (pages: readonly (readonly Mark[])[]): Uint8Array<ArrayBuffer> => {
  const objects: string[] = [];
  const add = (object: string) => objects.push(object);
  const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const unicode = [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def",
    "1 begincodespacerange <0000> <ffff> endcodespacerange",
    "1 beginbfrange <0000> <ffff> <0000> endbfrange",
    "endcmap end end",
  ].join("\n");
  add("<< /Type /Catalog /Pages 2 0 R >>");
  const firstPage = 10;
  const kids = pages.map((_, i) => `${firstPage + i * 2} 0 R`).join(" ");
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  for (const name of ["TestSerif", "TestSerif-Bold"]) {
    const base = objects.length + 1;
    add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${base + 1} 0 R] /ToUnicode 9 0 R >>`,
    );
    add(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW ${letterWidth * 1000} /FontDescriptor ${base + 2} 0 R >>`,
    );
    add(
      `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>`,
    );
  }
  add(stream(unicode));
  pages.forEach((marks, i) => {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${height}] /Contents ${firstPage + i * 2 + 1} 0 R /Resources << /Font << /R 3 0 R /B 6 0 R >> >> >>`,
    );
    add(stream(marks.map(draw).join("\n")));
  });
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return new TextEncoder().encode(file);
};

/** A line of text centred on the sheet. */
export const centred = (text: string, y: number, bold = false): Mark => ({
  text,
  x: 311 - (text.length * 13 * letterWidth) / 2,
  y,
  bold,
});
