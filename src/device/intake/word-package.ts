import { type Unzipped, unzipSync } from "fflate";

/** More than this unpacked is no paper but a trap: a zip can promise gigabytes. */
const maxUnpacked = 200 * 1024 * 1024;

export type WordFailure = "not-a-document" | "damaged-file";

/** The parts of a DOCX that hold words; pictures and fonts stay packed. */
export const openWordPackage = (bytes: Uint8Array): Unzipped | WordFailure => {
  let unpacked = 0;
  let files: Unzipped;
  let seen = 0;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        seen += 1;
        if (!/\.(?:xml|rels)$/i.test(name)) return false;
        unpacked += originalSize;
        return unpacked <= maxUnpacked;
      },
    });
  } catch {
    return "damaged-file";
  }
  if (unpacked > maxUnpacked) return "damaged-file";
  if (files["word/document.xml"]) return files;
  return seen > 0 ? "not-a-document" : "damaged-file";
};
