import type { MeetingId } from "../../domain/ids";
import type { Core } from "../core";
import { readClosed } from "../meetings/show-meetings";
import { createMinutesDocument } from "./minutes-document";
import { allPoints } from "./minutes-lines";
import { readStored } from "./minutes-writing";
import { pointsOf } from "./names";

/** Words that an officer wrote and that are not among those adopted. */
export interface LateWords {
  /** Who said it, where it is a statement. */
  readonly name?: string;
  readonly text: string;
}

/**
 * What reached this phone after the minutes were adopted, from another phone that had no network: it is shown to the officers,
 * who may make it an addendum. Empty while the meeting is not closed or parts of the minutes are missing.
 */
export const lateWords = async (core: Core, id: MeetingId): Promise<readonly LateWords[]> => {
  const closed = await readClosed(core, id);
  if (!closed || closed.minutes.missing > 0) return [];
  const { lines, addenda } = closed.minutes;
  const adopted = new Set(
    lines.flatMap((one) => ("text" in one ? [one.text] : "matter" in one ? [one.matter] : [])),
  );

  const document = createMinutesDocument();
  await readStored(core, id, document.doc);
  const draft = document.read();
  const { members } = core.keeper.current();
  const wordsOf = (...of: Parameters<typeof document.text>) =>
    document
      .text(...of)
      .toString()
      .normalize("NFC")
      .trim();
  const all: LateWords[] = [
    ...draft.statements
      .filter(({ gone }) => !gone)
      .map(({ id, member, name }) => {
        const speaker = member ? members.get(member)?.name : name;
        return { ...(speaker && { name: speaker }), text: wordsOf("statement", id) };
      }),
    ...allPoints(draft, pointsOf(closed.meeting.agenda)).map(({ key }) => ({
      text: wordsOf("conclusion", key),
    })),
    ...draft.votes.filter(({ gone }) => !gone).map(({ id }) => ({ text: wordsOf("vote", id) })),
    ...draft.tasks.filter(({ gone }) => !gone).map(({ id }) => ({ text: wordsOf("task", id) })),
  ];
  return all.filter(
    ({ text }) => text !== "" && !adopted.has(text) && !addenda.some((one) => one.text.includes(text)),
  );
};
