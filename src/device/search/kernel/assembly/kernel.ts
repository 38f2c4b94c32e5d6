/*
 * The loops of the index that run once for each letter and once for each syllable, in AssemblyScript. The page makes a
 * segment of 50 papers out of half a million letters while the next 50 are on the line: in JavaScript that was more work
 * than all the rest of a first sync, and most of it was not even the loops but turning bytes into strings, parsing
 * them, and optimising code that is soon over.
 *
 * It knows nothing of Vietnamese: a table says of each letter whether it belongs to a syllable, and a run of letters that
 * it has not met is handed back to the page (`meet`), which says what number it has. All memory is laid out by the page
 * (`kernel.ts`), which gives every function the places it works on.
 */

/** Memory before this is the kernel's own. */
export const ownMemory: u32 = <u32>__heap_base;

export { begin, isFull, readPlain } from "./letters";
export { roomForTerms, sortByTerm, writeGap, writeTerm, writeTerms } from "./postings";
export { readReading } from "./reading-text";
