/**
 * Worlds in which a mistake of `bugs.mjs` shows, the first of each: every run plays them first. What makes them so are the
 * simulator's own choices: after a change of a fault or of the plan they are worlds like others, until whoever changed it
 * reads them off anew (`--bugs`). What the simulator found in the product itself stays as fast tests beside the source.
 */
export const found = [
  { seed: 20, bug: "acknowledged before it is in the journal" },
  { seed: 3, bug: "journal not synced to the platter" },
  { seed: 3, bug: "journal not replayed at the start" },
  { seed: 100, bug: "numbers taken without the scope's lock" },
  { seed: 2, bug: "timestamp cursor: pages by time of writing" },
  { seed: 20, bug: "an id with other bytes taken as the same" },
  { seed: 5, bug: "what is here already is not known again" },
  { seed: 2, bug: "grants not looked at" },
  { seed: 13, bug: "cursor saved before the rows" },
  { seed: 35, bug: "a page's digest not checked" },
  { seed: 3, bug: "dropped from the outbox without an answer" },
  { seed: 22, bug: "outbox written after the views" },
  { seed: 3, bug: "a refused entry blocks the queue" },
  { seed: 7, bug: "acknowledged entries not remembered" },
  { seed: 7, bug: "a restored server not noticed" },
  { seed: 2, bug: "scopes kept after they were lost" },
  { seed: 2, bug: "a revoked phone keeps what it has" },
  { seed: 1, bug: "signatures not checked" },
  { seed: 22, bug: "late facts not brought to bear" },
  { seed: 16, bug: "a first sync not judged by what came after it" },
  { seed: 54, bug: "pages newer than the directory they are judged by" },
  { seed: 2, bug: "a key made while another is being enrolled" },
  { seed: 44, bug: "directory built again in the order of ids" },
  { seed: 409, bug: "what waits for its pages taken for sent" },
  { seed: 256, bug: "files of lost entries not brought back" },
];
