import { expect, test } from "vitest";
import { fakePaper } from "../../../test/support/fake-papers";
import type { DocumentRow } from "../../device/device";
import { formatDocumentNumber } from "../../domain/document-number";
import { provisionsOf } from "../../domain/provisions";
import { blockText, type ReadingText } from "../../domain/reading-text";
import { type LinkLayer, layLinks } from "./link-layer";

const p = (text: string): ReadingText["blocks"][number] => ({ k: "p", r: [text] });
const blocks = [
  { k: "h", l: 3, t: "Điều 1. Theo Điều 2" } as const,
  p("Điều 2. Việc nêu tại Điều 1 và khoản 3 Điều 9."),
  p("Thực hiện Quy định số 105-QĐ/ĐU, Điều 5 Nghị định số 30/2020/NĐ-CP và Chỉ thị số 9-CT/TW."),
];
const row = (number: string, id: string): DocumentRow => ({
  ...fakePaper({ number }).detail,
  id: id as never,
});
const here: Readonly<Record<string, readonly DocumentRow[]>> = {
  "105-QĐ/ĐU": [row("105-QĐ/ĐU", "new"), row("105-QĐ/ĐU", "old")],
  "30/2020/NĐ-CP": [row("30/2020/NĐ-CP", "decree")],
};

const lay = async (isOld = () => false) => {
  const layers: LinkLayer[] = [];
  await layLinks({
    paper: { id: "self" as never },
    lines: blocks.map(blockText),
    provisions: provisionsOf(blocks),
    isHeading: (block) => blocks[block]?.k === "h",
    papersNamed: async (names) => names.map(({ number }) => here[formatDocumentNumber(number)] ?? []),
    onLayer: (layer) => layers.push(layer),
    isOld,
  });
  const links = (layer: LinkLayer | undefined) =>
    [...(layer?.spans ?? [])].flatMap(([block, spans]) =>
      spans.map((one) => [
        blockText(blocks[block] as (typeof blocks)[number]).slice(one.from, one.to),
        one.kind === "link" && one.href,
      ]),
    );
  return { layers, links };
};

test("places of the text first, then papers of the phone; what is not there stays words", async () => {
  const { layers, links } = await lay();
  expect(links(layers[0])).toEqual([["Điều 1", "/van-ban/self#dieu-1"]]);
  expect(links(layers[1])).toEqual([
    ["Điều 1", "/van-ban/self#dieu-1"],
    ["Quy định số 105-QĐ/ĐU", "#chon-0"],
    ["Điều 5 Nghị định số 30/2020/NĐ-CP", "/van-ban/decree#dieu-5"],
  ]);
  expect(layers[1]?.choices).toMatchObject([{ papers: [{ id: "new" }, { id: "old" }], slug: "" }]);
});

test("a text that was left gets no papers", async () => {
  const { layers, links } = await lay(() => true);
  const papers = layers.flatMap(links).filter(([, href]) => !String(href).startsWith("/van-ban/self"));
  expect(papers).toEqual([]);
});
