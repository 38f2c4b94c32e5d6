import { lazyScreen } from "./lazy-screen";

/** The only place that loads screens on demand, so that the split of the app is one readable list. */
export const ReaderScreen = lazyScreen(async () => {
  return (await import("../screens/reader/reader-screen")).ReaderScreen;
});
export const OriginalScreen = lazyScreen(async () => {
  return (await import("../screens/reader/original-screen")).OriginalScreen;
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
export const MeetingCodeScreen = lazyScreen(async () => {
  return (await import("../screens/meeting/code-screen")).MeetingCodeScreen;
});
export const MeetingPosterScreen = lazyScreen(async () => {
  return (await import("../screens/meeting/poster-screen")).MeetingPosterScreen;
});
export const CallMeetingScreen = lazyScreen(async () => {
  return (await import("../screens/meeting/call-screen")).CallMeetingScreen;
});
export const ChangeMeetingScreen = lazyScreen(async () => {
  return (await import("../screens/meeting/call-screen")).ChangeMeetingScreen;
});
export const CheckInScreen = lazyScreen(async () => {
  return (await import("../screens/meeting/check-in-screen")).CheckInScreen;
});
export const CardScreen = lazyScreen(async () => {
  return (await import("../screens/meeting/card-screen")).CardScreen;
});
export const TasksScreen = lazyScreen(async () => {
  return (await import("../screens/tasks/tasks-screen")).TasksScreen;
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
