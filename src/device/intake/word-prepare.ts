import { XMLSerializer } from "@xmldom/xmldom";
import { strToU8, type Unzipped, zipSync } from "fflate";
import { createNumbering } from "./word-numbering";
import { childOf, childrenOf, elementsOf, isOn, parseXml, settingOf } from "./word-xml";

/**
 * Writes into the paragraphs what Word keeps elsewhere and mammoth leaves there: automatic numbers ("Điều 3.",
 * "a)"), alignment and bold type that come from a style. A directive without the numbers of its articles would be
 * another directive. Throws where the XML is broken.
 */
export const prepareWord = (files: Unzipped): Uint8Array<ArrayBuffer> => {
  const document = parseXml(files["word/document.xml"]);
  const styles = createStyles(parseXml(files["word/styles.xml"]));
  const numbering = createNumbering(parseXml(files["word/numbering.xml"]));
  if (!document) throw new Error("no document");
  for (const paragraph of elementsOf(document, "w:p")) {
    const style = styles(settingOf(childOf(childOf(paragraph, "w:pPr"), "w:pStyle")));
    spellOut(paragraph, style, numbering);
    inherit(paragraph, style);
  }
  const written = strToU8(new XMLSerializer().serializeToString(document));
  return zipSync({ ...files, "word/document.xml": written }, { level: 0 }) as Uint8Array<ArrayBuffer>;
};

/** What a paragraph style says of these matters, its ancestors included. */
interface Style {
  readonly align?: string;
  readonly bold: boolean;
  readonly list?: { readonly id: string; readonly level: number };
}

const createStyles = (root: Element | undefined) => {
  const byId = new Map<string, Element>();
  let standard: string | undefined;
  for (const style of root ? childrenOf(root, "w:style") : []) {
    const id = style.getAttribute("w:styleId") ?? "";
    if (style.getAttribute("w:type") !== "paragraph") continue;
    byId.set(id, style);
    if (style.getAttribute("w:default") === "1") standard = id;
  }
  const known = new Map<string, Style>();
  const resolve = (id: string | undefined, depth: number): Style => {
    const element = id === undefined ? undefined : byId.get(id);
    if (!element || id === undefined || depth > 20) return { bold: false };
    const before = known.get(id);
    if (before) return before;
    const parent = resolve(settingOf(childOf(element, "w:basedOn")), depth + 1);
    const own = childOf(element, "w:pPr");
    const align = settingOf(childOf(own, "w:jc")) ?? parent.align;
    const bold = childOf(childOf(element, "w:rPr"), "w:b");
    const list = listOf(childOf(own, "w:numPr"), parent.list);
    const style = { bold: bold ? isOn(bold) : parent.bold, ...(align && { align }), ...(list && { list }) };
    known.set(id, style);
    return style;
  };
  return (id: string | undefined) => resolve(id ?? standard, 0);
};

const listOf = (numPr: Element | undefined, inherited: Style["list"]): Style["list"] => {
  const id = settingOf(childOf(numPr, "w:numId")) ?? inherited?.id;
  const level = Number(settingOf(childOf(numPr, "w:ilvl")) ?? inherited?.level ?? 0);
  return id === undefined || id === "0" ? undefined : { id, level };
};

/** Puts the automatic number in front, as a run that looks like the paragraph's first. */
const spellOut = (paragraph: Element, style: Style, numbering: ReturnType<typeof createNumbering>) => {
  const own = childOf(childOf(paragraph, "w:pPr"), "w:numPr");
  const list = own && settingOf(childOf(own, "w:numId")) === "0" ? undefined : listOf(own, style.list);
  if (own) own.parentNode?.removeChild(own);
  if (!list || !hasText(paragraph)) return;
  const mark = numbering.next(list.id, list.level);
  const document = paragraph.ownerDocument;
  if (!mark || !document) return;
  const first = childrenOf(paragraph, "w:r").find(hasText);
  const run = document.createElement("w:r");
  const look = childOf(first, "w:rPr");
  if (look) run.appendChild(look.cloneNode(true));
  const text = document.createElement("w:t");
  text.setAttribute("xml:space", "preserve");
  text.appendChild(document.createTextNode(`${mark} `));
  run.appendChild(text);
  const properties = childOf(paragraph, "w:pPr");
  paragraph.insertBefore(run, properties ? properties.nextSibling : paragraph.firstChild);
};

const hasText = (element: Element) => elementsOf(element, "w:t").some((text) => text.textContent?.trim());

const inherit = (paragraph: Element, style: Style) => {
  const document = paragraph.ownerDocument;
  if (!document) return;
  if (style.align) {
    let properties = childOf(paragraph, "w:pPr");
    if (!properties) {
      properties = document.createElement("w:pPr");
      paragraph.insertBefore(properties, paragraph.firstChild);
    }
    if (!childOf(properties, "w:jc")) setValue(properties, "w:jc", style.align);
  }
  if (!style.bold) return;
  for (const run of childrenOf(paragraph, "w:r")) {
    let look = childOf(run, "w:rPr");
    if (!look) {
      look = document.createElement("w:rPr");
      run.insertBefore(look, run.firstChild);
    }
    if (!childOf(look, "w:b")) setValue(look, "w:b", "1");
  }
};

const setValue = (parent: Element, name: string, value: string) => {
  const element = parent.ownerDocument.createElement(name);
  element.setAttribute("w:val", value);
  parent.appendChild(element);
};
