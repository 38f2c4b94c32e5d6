import type { Device, FoundDocuments } from "../device/device";
import type { Question } from "../device/search/question";

/** Asks for papers, and again with each change of them; where the part that searches cannot be had it says that nothing could be looked for. */
export const findPapers = (
  { library }: Device,
  question: Question,
  limit: number,
  onFound: (found: FoundDocuments) => void,
): (() => void) => {
  let gone = false;
  let stop: (() => void) | undefined;
  library.finding().then(
    (finding) => {
      if (!gone) stop = finding.find(question, limit).subscribe(onFound);
    },
    () => !gone && onFound({ papers: [], total: 0, failed: true }),
  );
  return () => {
    gone = true;
    stop?.();
  };
};
