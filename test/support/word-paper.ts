import type { Device } from "../../src/device/device";
import { readPaper } from "../../src/device/intake/read-paper";
import { type PaperFields, publish } from "../../src/device/office/publish";
import { createSeededRandom } from "../../src/domain/random";
import type { TestOffice } from "./office";
import { paragraph, wordFile } from "./word-file";

/** A Word file with this title, read as a desk reads one that is dropped on it; with a picture of so many bytes in it. */
export const readWord = async (title: string, name = "118-KH-ĐU.docx", picture = 0) => {
  const body = paragraph(title, { centre: true, bold: true }) + paragraph("Nội dung cần nắm.");
  const more = { "word/media/image1.png": createSeededRandom(1).bytes(picture) };
  const bytes = wordFile(body, picture > 0 ? { more } : {});
  const read = await readPaper(new Blob([bytes]), name);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};
/** What a clerk fills in for it. */
export const wordFields = {
  kind: "ke_hoach",
  number: "118-KH/ĐU",
  issuedOn: "2026-11-22",
  abstract: "Phòng, chống mưa lũ",
  issuer: "Đảng ủy xã Thử",
  urgency: "urgent",
  declaredBy: "Phạm Thị Văn Thư",
} satisfies PaperFields;

/** Issues it to the whole commune from this desk; `paper` where it is another one. */
export const publishWord = async (
  device: Device,
  random: TestOffice["commune"]["random"],
  change: Partial<PaperFields> = {},
  paper?: Awaited<ReturnType<typeof readWord>>,
) => {
  const dropped = paper ?? (await readWord("KẾ HOẠCH"));
  return publish(
    device,
    {
      paper: dropped,
      text: dropped.text,
      fields: { ...wordFields, ...change },
      scopes: ["commune"],
      attachFile: true,
    },
    { random },
  );
};
