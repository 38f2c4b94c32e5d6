import type { Block, Paper, Signature } from "./paper";
import { layout } from "./paper-words";

const blockText = (block: Block): readonly string[] => {
  switch (block.is) {
    case "heading":
      return ["", block.text];
    case "paragraph":
      return [[block.lead, block.text].filter(Boolean).join(" ")];
    case "table":
      return [block.columns.map(({ head }) => head), ...block.rows].map((row) =>
        row.map((cell) => cell.replaceAll("\n", "; ")).join(" | "),
      );
  }
};

const signatureText = ({ lines, name }: Signature): readonly string[] => ["", ...lines, name];

/** A paper as plain text, a line a paragraph: for a form that takes no file. */
export const paperText = (paper: Paper): string => {
  const { left, right } = paper.signatures;
  return [
    layout.party,
    ...(paper.above ? [paper.above] : []),
    paper.organ,
    ...(paper.number ? [paper.number] : []),
    paper.placeAndDay,
    "",
    paper.title,
    paper.subject,
    "",
    ...paper.body.flatMap(blockText),
    ...(left ? signatureText(left) : []),
    ...signatureText(right),
    "",
    layout.recipients,
    ...paper.recipients.map((one) => `- ${one}`),
    ...paper.after.flatMap(blockText),
    "",
  ].join("\n");
};
