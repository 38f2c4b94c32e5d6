import { strToU8, zipSync } from "fflate";

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export interface RunLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
}

export const run = (text: string, { bold, italic }: RunLook = {}): string =>
  `<w:r><w:rPr>${bold ? "<w:b/>" : ""}${italic ? "<w:i/>" : ""}</w:rPr>${text
    .split("\n")
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join("<w:br/>")}</w:r>`;

export interface ParagraphLook extends RunLook {
  readonly centre?: boolean;
  readonly style?: string;
  /** List id and level of `word/numbering.xml`. */
  readonly list?: readonly [string, number];
}

/** A Word paragraph; `text` may be runs already made. */
export const paragraph = (text: string, look: ParagraphLook = {}): string => {
  const properties = [
    look.style ? `<w:pStyle w:val="${look.style}"/>` : "",
    look.list ? `<w:numPr><w:ilvl w:val="${look.list[1]}"/><w:numId w:val="${look.list[0]}"/></w:numPr>` : "",
    look.centre ? '<w:jc w:val="center"/>' : "",
  ].join("");
  return `<w:p><w:pPr>${properties}</w:pPr>${text.startsWith("<w:r>") ? text : run(text, look)}</w:p>`;
};

/** A cell of paragraphs; `span` columns wide, `merge` for a cell that goes on downwards. */
export const cell = (
  content: string,
  { span, merge }: { readonly span?: number; readonly merge?: "restart" | "continue" } = {},
): string =>
  `<w:tc><w:tcPr>${span ? `<w:gridSpan w:val="${span}"/>` : ""}${merge ? `<w:vMerge w:val="${merge}"/>` : ""}</w:tcPr>${content || "<w:p/>"}</w:tc>`;

export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.join("")}</w:tr>`).join("")}</w:tbl>`;

export interface WordParts {
  readonly numbering?: string;
  readonly styles?: string;
  readonly header?: string;
  /** Further files of the package. */
  readonly more?: Readonly<Record<string, Uint8Array>>;
}

/** A DOCX made by hand, so that tests say exactly what Word wrote. */
export const wordFile = (body: string, parts: WordParts = {}): Uint8Array<ArrayBuffer> =>
  zipSync({
    "[Content_Types].xml": strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/></Types>',
    ),
    "_rels/.rels": strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    "word/_rels/document.xml.rels": strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
    ),
    "word/document.xml": strToU8(
      `<?xml version="1.0"?><w:document ${namespace}><w:body>${body}</w:body></w:document>`,
    ),
    ...(parts.numbering && {
      "word/numbering.xml": strToU8(
        `<?xml version="1.0"?><w:numbering ${namespace}>${parts.numbering}</w:numbering>`,
      ),
    }),
    ...(parts.styles && {
      "word/styles.xml": strToU8(`<?xml version="1.0"?><w:styles ${namespace}>${parts.styles}</w:styles>`),
    }),
    ...(parts.header && {
      "word/header1.xml": strToU8(`<?xml version="1.0"?><w:hdr ${namespace}>${parts.header}</w:hdr>`),
    }),
    ...parts.more,
  }) as Uint8Array<ArrayBuffer>;
