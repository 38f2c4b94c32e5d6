import type { Note } from "../../src/device/reading/reading";
import { anchorOf } from "../../src/domain/anchor";
import type { DocumentId } from "../../src/domain/ids";
import { blockText, type ReadingText } from "../../src/domain/reading-text";
import { regulationText } from "./fake-papers";

/** The regulation with a paragraph that names places in it and other papers. */
export const studiedText: ReadingText = {
  v: 1,
  blocks: [
    ...regulationText.blocks.slice(0, 8),
    {
      k: "p",
      r: [
        "Việc điểm danh nêu tại khoản 2 Điều 5 thực hiện theo Điều 1 Kế hoạch số 118-KH/ĐU, ngày 22/11/2026 và Nghị định số 30/2020/NĐ-CP.",
      ],
    },
    ...regulationText.blocks.slice(8),
  ],
};

const lines = studiedText.blocks.map(blockText);
const around = (words: string) => {
  const block = lines.findIndex((line) => line.includes(words));
  const from = lines[block]?.indexOf(words) ?? 0;
  return anchorOf(lines, { block, from, endBlock: block, to: from + words.length });
};

/** What a secretary marked in it. */
export const studyNotes = (document: DocumentId): readonly Note[] => [
  {
    ...around("trước buổi họp ít nhất một ngày"),
    id: "note1",
    document,
    kind: "mark",
    words: "Nhắc đồng chí Lành tải sẵn tài liệu cho các cụ.",
    at: 1,
  },
  { ...around("ghi biên bản"), id: "note2", document, kind: "mark", at: 2 },
  { ...around("Điều 6. Trách nhiệm của đảng viên"), id: "note3", document, kind: "bookmark", at: 3 },
];
