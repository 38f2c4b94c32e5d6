import type { NotedPaper } from "../../device/reading/reading";
import { citationOf } from "../../domain/citation";
import { dayOf, longDay } from "../../i18n/date";
import { vi as kindNames } from "../../i18n/papers";
import { t } from "../../i18n/reader-tools";

/** All notes as plain text: what a person can read, print and keep elsewhere. */
export const notesAsText = (papers: readonly NotedPaper[], now: number): string => {
  const day = longDay(dayOf(now));
  const parts = papers.map(({ paper, notes }) =>
    [
      citationOf(paper, kindNames),
      ...notes.map(({ kind, quote, words }) => {
        const label = t(kind === "bookmark" ? "kindBookmark" : words ? "note" : "kindMark");
        return `- ${label}: “${quote.trim()}”${words ? `\n  ${words.replaceAll("\n", "\n  ")}` : ""}`;
      }),
    ].join("\n\n"),
  );
  return `${[t("exportHead", { day }), ...parts].join("\n\n\n")}\n`;
};

export const notesFile = (papers: readonly NotedPaper[], now: number): File =>
  // The mark at the beginning tells old editors that it is Unicode.
  new File([`\ufeff${notesAsText(papers, now)}`], `ghi-chu-${dayOf(now)}.txt`, { type: "text/plain" });
