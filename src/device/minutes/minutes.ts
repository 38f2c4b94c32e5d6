/** What is loaded when minutes are opened: Yjs with it. */
export { closeMeeting, matterOf, tasksBefore } from "./close-meeting";
export { lateWords } from "./late-words";
export { minutesLines } from "./minutes-lines";
export { openMinutes, signDrafts } from "./minutes-writing";
