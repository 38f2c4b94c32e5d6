/** One signed entry, in characters of its JSON text. */
export const maxEntryBytes = 64 * 1024;
/** Entries pushed in one request, and their size together. A server answers 413 above; a phone halves. */
export const maxPushEntries = 500;
export const maxPushBytes = 512 * 1024;
/** Texts asked for by name in one request. */
export const maxWanted = 2000;
/** A page of numbered entries: the unit that is applied, and repeated when a line breaks. */
export const pageEntries = 100;
export const pageBytes = 64 * 1024;
/** How long a request's assertion is good for, and how far ahead a clock may run, in milliseconds. */
export const assertionLifetime = 5 * 60 * 1000;
/** An entry from a device whose clock runs further ahead than this is sent back to be signed anew. */
export const maxClockAhead = 24 * 60 * 60 * 1000;
/** How long a phone keeps entries that the server has acknowledged, to bring them back after a restore. */
export const retainAcknowledged = 30 * 24 * 60 * 60 * 1000;
