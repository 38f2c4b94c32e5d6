import { type Unzipped, unzipSync } from "fflate";

/** More than this unpacked is no paper but a trap: a zip can promise gigabytes. */
const maxUnpacked = 64 * 1024 * 1024;
/** Tags in all parts. A decree of 60 pages has 30,000; each becomes an object in memory, and a few kilobytes pack millions. */
const mostTags = 400_000;

/** A paper has a few dozen parts; a directory that claims millions would be walked through to its end. */
const mostParts = 4096;

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
        if (seen > mostParts) throw new Error("too many parts");
        if (!/\.(?:xml|rels)$/i.test(name)) return false;
        unpacked += originalSize;
        return unpacked <= maxUnpacked;
      },
    });
  } catch {
    return "damaged-file";
  }
  if (unpacked > maxUnpacked || countTags(files) > mostTags) return "damaged-file";
  if (files["word/document.xml"]) return files;
  return seen > 0 ? "not-a-document" : "damaged-file";
};

const countTags = (files: Unzipped): number => {
  let tags = 0;
  for (const bytes of Object.values(files))
    for (let at = bytes.indexOf(0x3c); at >= 0; at = bytes.indexOf(0x3c, at + 1)) tags += 1;
  return tags;
};
