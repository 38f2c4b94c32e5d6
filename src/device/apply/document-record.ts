import { endOfDay } from "../../domain/commune-day";
import { type DocumentView, isRecalled, supersededBy } from "../../domain/document";
import { urgencies } from "../../domain/document-kind";
import type { DocumentId, MemberId } from "../../domain/ids";
import type { DocumentRecord } from "../store/rows";

const hasRead = (view: DocumentView, self: MemberId | undefined): boolean =>
  self !== undefined && (view.read[self] !== undefined || view.acknowledged[self] !== undefined);

/** Later moments sort first. Thirteen digits reach the year 2286. */
const newestFirst = (ms: number): string => String(9_999_999_999_999 - ms).padStart(13, "0");

/** `0` unread, `1` read or replaced; then urgency, the most urgent first; then the newest. */
const sortKey = (id: DocumentId, view: DocumentView, self: MemberId | undefined): string | undefined => {
  if (!view.issued) return undefined;
  const done = hasRead(view, self) || supersededBy(view) !== undefined;
  const urgency = urgencies.length - 1 - urgencies.indexOf(view.issued.urgency);
  return `${done ? 1 : 0}${urgency}${newestFirst(view.issued.at)}${id}`;
};

/** Start of the sort keys of what is still unread. */
export const unreadPrefix = "0";

/**
 * The row of a document as the list needs it: what it sorts and filters by stands beside the view.
 * A paper recalled or past its day keeps no content, and never gets it back.
 */
export const toRecord = (
  { id, entries, gone: before }: Pick<DocumentRecord, "id" | "entries" | "gone">,
  view: DocumentView,
  self: MemberId | undefined,
  now: number,
): DocumentRecord => {
  const { issued, ...rest } = view;
  const expired = issued?.expiresOn !== undefined && endOfDay(issued.expiresOn) <= now;
  const gone = before ?? (isRecalled(view) ? "recalled" : expired ? "expired" : undefined);
  if (gone) return { id, entries, view: rest, gone };
  const sort = sortKey(id, view, self);
  if (!issued || !sort) return { id, entries, view };
  const { acknowledgeBy, expiresOn, text, file } = issued;
  const done = self !== undefined && view.acknowledged[self] !== undefined;
  const open = acknowledgeBy && !done && supersededBy(view) === undefined;
  return {
    id,
    entries,
    view,
    sort,
    text: text.hash,
    ...(open && { due: acknowledgeBy }),
    ...(expiresOn && { expires: expiresOn }),
    ...(file && { file: file.hash }),
  };
};

/** Order of asking for texts: with the same words as the list. What a person asked for comes before all. */
export const textRank = (record: DocumentRecord): string => `5${record.sort ?? ""}`;
export const askedRank = (now: number): string => `0${newestFirst(now)}`;
