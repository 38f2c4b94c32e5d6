import * as v from "valibot";
import { documentKinds, urgencies } from "../../domain/document-kind";
import { recall, remember } from "../../ui/display-settings";
import type { Filter } from "./filter";

/*
 * What was sought before, and what is to be at hand: on this phone only, in nobody's outbox. A wipe takes it along, as
 * it takes all of localStorage.
 */

const filter = v.object({
  show: v.picklist(["all", "unread", "to-acknowledge"]),
  words: v.pipe(v.string(), v.maxLength(200)),
  kind: v.optional(v.picklist(documentKinds)),
  from: v.optional(v.picklist(["commune", "cell"])),
  issuer: v.optional(v.string()),
  year: v.optional(v.string()),
  urgency: v.optional(v.picklist(urgencies)),
  tasks: v.optional(v.literal(true)),
});
const kept = v.object({ recent: v.array(v.string()), saved: v.array(filter) });

export interface Searches {
  /** Words, the latest first. */
  readonly recent: readonly string[];
  /** Words and filters that were saved, the latest first. */
  readonly saved: readonly Filter[];
}

const key = "searches";
const mostRecent = 8;
const mostSaved = 20;
const none: Searches = { recent: [], saved: [] };

export const readSearches = (): Searches => {
  try {
    const read = v.safeParse(kept, JSON.parse(recall(key) ?? ""));
    return read.success ? read.output : none;
  } catch {
    return none;
  }
};
export const writeSearches = (searches: Searches): void => remember(key, JSON.stringify(searches));

const tidy = (words: string) => words.trim().replace(/\s+/g, " ").slice(0, 200);

/** Notes words that were sought; what was typed on the way to them goes. */
export const keepSearch = ({ words }: Pick<Filter, "words">): void => {
  const sought = tidy(words);
  if (sought.length < 2) return;
  const searches = readSearches();
  const others = searches.recent.filter((one) => !sought.toLowerCase().startsWith(one.toLowerCase()));
  writeSearches({ ...searches, recent: [sought, ...others].slice(0, mostRecent) });
};

const plain = (one: Filter): string => JSON.stringify(v.parse(filter, { ...one, words: tidy(one.words) }));

export const isSaved = (searches: Searches, one: Filter): boolean =>
  searches.saved.some((other) => plain(other) === plain(one));

export const saveSearch = (one: Filter): void => {
  const searches = readSearches();
  if (isSaved(searches, one)) return;
  writeSearches({
    ...searches,
    saved: [JSON.parse(plain(one)) as Filter, ...searches.saved].slice(0, mostSaved),
  });
};

export const unsaveSearch = (one: Filter): void => {
  const searches = readSearches();
  writeSearches({ ...searches, saved: searches.saved.filter((other) => plain(other) !== plain(one)) });
};
