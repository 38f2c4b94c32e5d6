import { readingTextToDocx } from "./docx";
import type { SampleDocument } from "./sample-commune";

/** The DOCX that goes out with a sample paper, named as offices name them. */
export const documentFile = async (document: SampleDocument) => ({
  bytes: await readingTextToDocx(document.text),
  media: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" as const,
  name: `${(document.number ?? document.kind).replaceAll("/", "-")}.docx`,
});
