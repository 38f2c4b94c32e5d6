import { lazyScreen } from "./lazy-screen";

/** The only place that loads screens on demand, so that the split of the app is one readable list. */
export const ReaderPages = lazyScreen(async () => {
  return (await import("../screens/reader/reader-pages")).ReaderPages;
});
export const MeScreen = lazyScreen(async () => {
  return (await import("../screens/me/me-screen")).MeScreen;
});
export const OutboxScreen = lazyScreen(async () => {
  return (await import("../screens/outbox/outbox-screen")).OutboxScreen;
});
export const EnrolScreen = lazyScreen(async () => {
  return (await import("../screens/enrol/enrol-screen")).EnrolScreen;
});
export const WelcomeScreen = lazyScreen(async () => {
  return (await import("../screens/enrol/welcome-screen")).WelcomeScreen;
});
export const MeetingScreen = lazyScreen(async () => {
  return (await import("../screens/meeting/meeting-screen")).MeetingScreen;
});
export const MeetingDetailScreen = lazyScreen(async () => {
  return (await import("../screens/meeting/detail-screen")).MeetingDetailScreen;
});
export const CodePages = lazyScreen(async () => {
  return (await import("../screens/meeting/code-pages")).CodePages;
});
export const RecordScreen = lazyScreen(async () => {
  return (await import("../screens/record/record-screen")).RecordScreen;
});
export const MeetingYearScreen = lazyScreen(async () => {
  return (await import("../screens/meeting/year-screen")).MeetingYearScreen;
});
export const CallPages = lazyScreen(async () => {
  return (await import("../screens/meeting/call-pages")).CallPages;
});
export const MinutesPages = lazyScreen(async () => {
  return (await import("../screens/minutes/minutes-pages")).MinutesPages;
});
export const CheckInScreen = lazyScreen(async () => {
  return (await import("../screens/meeting/check-in-screen")).CheckInScreen;
});
export const CardScreen = lazyScreen(async () => {
  return (await import("../screens/meeting/card-screen")).CardScreen;
});
export const SimplePages = lazyScreen(async () => {
  return (await import("../screens/simple/simple-pages")).SimplePages;
});
export const CollectionPages = lazyScreen(async () => {
  return (await import("../screens/collections/collection-pages")).CollectionPages;
});
export const TaskPages = lazyScreen(async () => {
  return (await import("../screens/tasks/task-pages")).TaskPages;
});
export const ScanScreen = lazyScreen(async () => {
  return (await import("../screens/scan/scan-screen")).ScanScreen;
});
export const OfficeScreen = lazyScreen(async () => {
  return (await import("../screens/office/office-screen")).OfficeScreen;
});
export const OwnCellScreen = lazyScreen(async () => {
  return (await import("../screens/office/own-cell-screen")).OwnCellScreen;
});
export const OwnPaperScreen = lazyScreen(async () => {
  return (await import("../screens/office/own-paper-screen")).OwnPaperScreen;
});
