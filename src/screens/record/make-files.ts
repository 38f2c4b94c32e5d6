import type { MeetingRecord } from "../../device/meetings/meetings";
import type { Hash } from "../../domain/ids";
import { err, ok, type Result } from "../../domain/result";
import { fileName, plainName } from "./file-name";
import type { Paper } from "./paper";
import { paperText } from "./paper-text";
import { recordData } from "./record-data";

/** `part-away`: the part that writes files is not on this phone and cannot be had now. */
export type FileProblem = "part-away" | "failed";

export interface MadeFile {
  readonly name: string;
  readonly data: Blob;
}

/** The papers of one meeting. */
export interface Papers {
  readonly minutes: Paper;
  readonly resolution?: Paper | undefined;
}

const wordMedia = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** First the parts, then the work: what keeps the first from coming is the network, what spoils the second is not. */
const make = async <Parts>(
  load: () => Promise<Parts>,
  work: (parts: Parts) => Promise<MadeFile>,
): Promise<Result<MadeFile, FileProblem>> => {
  let parts: Parts;
  try {
    parts = await load();
  } catch {
    return err("part-away");
  }
  try {
    return ok(await work(parts));
  } catch {
    return err("failed");
  }
};

/** One of the papers as a Word file. Never throws. */
export const makeWord = (record: MeetingRecord, paper: Paper, what: "bien-ban" | "nghi-quyet") =>
  make(
    () => import("./write-docx"),
    async ({ writeDocx }) => ({
      name: `${fileName(record, what)}.docx`,
      data: new Blob([await writeDocx(paper)], { type: wordMedia }),
    }),
  );

/** For a form of old Windows, which knows no other end of a line. */
const plain = (papers: Papers) =>
  [papers.minutes, papers.resolution]
    .flatMap((paper) => (paper ? [paperText(paper)] : []))
    .join("\n\n")
    .replaceAll("\n", "\r\n");

type PageReader = (hash: Hash) => Promise<Blob | undefined>;

/** The photographed papers whose pages are on this phone: `tai-lieu/1-ten/trang-01.jpg`. */
const photoFiles = async ({ photos }: MeetingRecord, page: PageReader) => {
  const files: { [name: string]: Uint8Array } = {};
  for (const [i, { title, pages }] of photos.entries())
    for (const [n, { hash }] of pages.entries()) {
      const data = await page(hash);
      const name = `tai-lieu/${i + 1}-${plainName(title)}/trang-${`${n + 1}`.padStart(2, "0")}.jpg`;
      if (data) files[name] = new Uint8Array(await data.arrayBuffer());
    }
  return files;
};

/** Everything of the meeting in one file: to upload, and to report upward. Never throws. */
export const makePack = (record: MeetingRecord, papers: Papers, page: PageReader) =>
  make(
    () => Promise.all([import("./write-docx"), import("./pack")]),
    async ([{ writeDocx }, { pack }]) => {
      const { minutes, resolution } = papers;
      const bytes = pack({
        ...(await photoFiles(record, page)),
        [`${fileName(record, "bien-ban")}.docx`]: await writeDocx(minutes),
        ...(resolution && { [`${fileName(record, "nghi-quyet")}.docx`]: await writeDocx(resolution) }),
        "noi-dung.txt": plain(papers),
        "thong-tin.json": `${JSON.stringify(recordData(record), null, 2)}\n`,
      });
      return {
        name: `${fileName(record, "ho-so")}.zip`,
        data: new Blob([bytes], { type: "application/zip" }),
      };
    },
  );
