import type { Translation } from "../messages";
import type { vi } from "../record";

export const record: Translation<typeof vi> = {
  title: "Minutes",
  open: "See the minutes",
  which: "Paper shown",
  minutes: "Minutes",
  resolution: "Resolution",
  adopted: "Adopted at {time}, {day}",
  coming: "The minutes are on their way, {n} parts to come",
  comingText:
    "The rest comes by itself with the next connection. They can be printed, saved and packed once whole, so that nobody holds half of them.",
  notClosed: "No minutes yet",
  notClosedText: "They appear here once the meeting has adopted them and this phone has received them.",
  toMeeting: "To the meeting",
  files: "Save, print, send",
  wordMinutes: "Save minutes (Word)",
  wordResolution: "Save resolution (Word)",
  print: "Print",
  pack: "Pack for sending",
  packText:
    "The pack holds the Word files, the plain text and the photographed papers on this phone, for the members' national app and the report upward.",
  making: "Writing the file…",
  made: "Saved as {name}.",
  partAway:
    "The part that writes files is not on this phone yet. Connect once and press again; the minutes are safe.",
  notMade: "The file could not be written. The minutes are safe, please press again.",
  table: "Table {n}, scrolls sideways",
  amend: "Add an addendum",
  amendText:
    "Adopted minutes are not changed. A correction or addition goes to their end with its day, and cannot be deleted.",
  amendWords: "What to add",
  amendLong: "Longer than 5,000 letters, please add it in two parts.",
  late: "Written on another phone, not in the minutes",
  lateText:
    "That phone had no network when the minutes were adopted. No word is lost; add it as an addendum if need be.",
  lateAdd: "Add as an addendum",
  amendYes: "Add",
};
