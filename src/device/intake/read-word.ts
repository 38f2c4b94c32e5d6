import type { Unzipped } from "fflate";
import mammoth from "mammoth";
import type { Paragraph, Piece, TextRun } from "./piece";
import { childNodes, type WordDocument, type WordNode } from "./word-node";
import { prepareWord } from "./word-prepare";
import { readTable } from "./word-table";
import { elementsOf, parseXml } from "./word-xml";

/** Stands in the text where the paper has a picture; content, as the rest of the text is. */
export const pictureMark = "[Hình trong văn bản gốc]";

export interface WordPaper {
  readonly pieces: Piece[];
  /** Lines of page headers and footers: not to be read, but a độ mật may be stamped there. */
  readonly margins: string[];
}

/** Called between two steps of a long reading, with what is done of the whole, from 0 to 1. The next step waits for it. */
export type Step = (done: number) => Promise<void> | void;

/**
 * A DOCX as paragraphs and tables. Only mammoth's document tree is read, no HTML is ever made, so that nothing a
 * paper contains can become markup, a link or a script. Throws where the file is broken, and what a step throws.
 */
export const readWord = async (files: Unzipped, step: Step): Promise<WordPaper> => {
  const prepared = prepareWord(files);
  await step(0.4);
  let document: WordDocument | undefined;
  // The browser build takes an ArrayBuffer, the one for Node a Buffer.
  const input = { arrayBuffer: prepared.buffer, buffer: prepared };
  await mammoth.convertToHtml(input, {
    externalFileAccess: false,
    includeEmbeddedStyleMap: false,
    transformDocument: (tree: WordDocument) => {
      document = tree;
      return { ...tree, children: [] };
    },
  });
  if (!document) throw new Error("no document");
  await step(0.9);
  return { pieces: readDocument(document), margins: marginLines(files) };
};

const readDocument = (document: WordDocument): Piece[] => {
  const notes: WordNode[] = [];
  const pieces = readNodes(document.children, notes);
  notes.forEach((reference, i) => {
    const [first, ...more] = readNodes(document.notes.resolve(reference)?.body ?? [], []);
    if (first?.is !== "paragraph") return;
    pieces.push({ ...first, runs: [{ text: `[${i + 1}] ` }, ...first.runs] }, ...more);
  });
  return pieces;
};

const readNodes = (nodes: readonly WordNode[], notes: WordNode[]): Piece[] =>
  nodes.flatMap((node): Piece[] => {
    if (node.type === "paragraph") return readParagraph(node, notes);
    if (node.type === "table") return readTable(node, (children) => readNodes(children, notes));
    return readNodes(childNodes(node), notes);
  });

const readParagraph = (node: Extract<WordNode, { type: "paragraph" }>, notes: WordNode[]): Piece[] => {
  const lines: TextRun[][] = [[]];
  const visit = (inner: WordNode, look: Omit<TextRun, "text">, capitals: boolean) => {
    const put = (text: string) => lines.at(-1)?.push({ ...look, text: capitals ? text.toUpperCase() : text });
    switch (inner.type) {
      case "text":
        return put(inner.value);
      case "tab":
        return put(" ");
      case "checkbox":
        return put(inner.checked ? "☒" : "☐");
      case "image":
        lines.at(-1)?.push({ text: ` ${pictureMark} `, italic: true });
        return;
      case "break":
        lines.push([]);
        return;
      case "noteReference":
        notes.push(inner);
        return put(`[${notes.length}]`);
      case "run":
        for (const child of inner.children)
          visit(child, { bold: inner.isBold, italic: inner.isItalic }, inner.isAllCaps);
        return;
      default:
        for (const child of childNodes(inner)) visit(child, look, capitals);
    }
  };
  for (const child of node.children) visit(child, {}, false);
  const align = alignments[node.alignment ?? ""];
  const level = levelOfStyle(node.styleName);
  return lines.map(
    (runs): Paragraph => ({ is: "paragraph", runs, ...(align && { align }), ...(level && { level }) }),
  );
};

const alignments: Readonly<Record<string, Paragraph["align"]>> = {
  center: "centre",
  right: "right",
  end: "right",
};

const levelOfStyle = (name: string | null): 1 | 2 | 3 | undefined => {
  const digit = Number(/^heading (\d)$/i.exec(name ?? "")?.[1] ?? (/^title$/i.test(name ?? "") ? 1 : 0));
  if (!digit) return undefined;
  return digit === 1 ? 1 : digit === 2 ? 2 : 3;
};

const marginLines = (files: Unzipped): string[] =>
  Object.entries(files)
    .filter(([name]) => /^word\/(?:header|footer)\d*\.xml$/.test(name))
    .flatMap(([, part]) => elementsOf(parseXml(part), "w:p").map(textOf))
    .filter((line) => line !== "");

const textOf = (paragraph: Element) =>
  elementsOf(paragraph, "w:t")
    .map((text) => text.textContent ?? "")
    .join("")
    .trim();
