import type { ComponentChild } from "preact";
import type { DocumentId, MeetingId } from "../domain/ids";
import { LibraryScreen } from "../screens/library/library-screen";
import {
  CallMeetingScreen,
  CardScreen,
  ChangeMeetingScreen,
  CheckInScreen,
  EnrolScreen,
  MeetingCodeScreen,
  MeetingDetailScreen,
  MeetingPosterScreen,
  MeetingScreen,
  MeScreen,
  OfficeScreen,
  OriginalScreen,
  OutboxScreen,
  OwnCellScreen,
  OwnPaperScreen,
  ReaderScreen,
  ScanScreen,
  TasksScreen,
} from "./lazy";
import { LostPage } from "./lost-page";
import type { Here } from "./router";

interface Route {
  readonly path: RegExp;
  /** Paths with the bar of five at their foot; the others have their own way back. */
  readonly bar?: boolean;
  /** Open to a phone that belongs to nobody yet. */
  readonly open?: boolean;
  readonly screen: (id: DocumentId & MeetingId, here: Here) => ComponentChild;
}

/** Names of documents and meetings as `domain/ids` makes them; anything else is no such page. */
const pathWithId = (before: string, after = "") =>
  new RegExp(`^/${before}/([0-9a-hjkmnp-tv-z]{12})${after}$`);

export const routes: readonly Route[] = [
  { path: /^\/$/, bar: true, screen: () => <LibraryScreen /> },
  { path: pathWithId("van-ban"), screen: (id) => <ReaderScreen key={id} id={id} /> },
  { path: pathWithId("van-ban", "/ban-goc"), screen: (id) => <OriginalScreen key={id} id={id} /> },
  { path: /^\/hop$/, bar: true, screen: () => <MeetingScreen /> },
  { path: /^\/hop\/moi$/, screen: () => <CallMeetingScreen /> },
  { path: pathWithId("hop"), screen: (id) => <MeetingDetailScreen key={id} id={id} /> },
  { path: pathWithId("hop", "/sua"), screen: (id) => <ChangeMeetingScreen key={id} id={id} /> },
  { path: pathWithId("hop", "/ma"), screen: (id) => <MeetingCodeScreen key={id} id={id} /> },
  { path: pathWithId("hop", "/ap-phich"), screen: (id) => <MeetingPosterScreen key={id} id={id} /> },
  // Open to a phone of nobody: whoever points a camera at the code is told what is missing.
  {
    path: /^\/vao-hop$/,
    open: true,
    screen: (_, here) => <CheckInScreen key={here.hash} hash={here.hash} />,
  },
  { path: /^\/diem-danh$/, screen: (_, here) => <CardScreen key={here.hash} hash={here.hash} /> },
  { path: /^\/quet$/, open: true, screen: () => <ScanScreen /> },
  { path: /^\/viec$/, bar: true, screen: () => <TasksScreen /> },
  { path: /^\/toi$/, bar: true, screen: () => <MeScreen /> },
  { path: /^\/van-phong(?:\/[a-z0-9/-]*)?$/, screen: (_, here) => <OfficeScreen path={here.path} /> },
  { path: /^\/chi-bo$/, screen: () => <OwnCellScreen /> },
  { path: pathWithId("chi-bo"), screen: (id) => <OwnPaperScreen key={id} id={id} /> },
  { path: /^\/cho-gui$/, screen: () => <OutboxScreen /> },
  { path: /^\/ghi-danh$/, open: true, screen: (_, here) => <EnrolScreen key={here.hash} hash={here.hash} /> },
];

export interface Routed {
  readonly bar: boolean;
  readonly open: boolean;
  readonly screen: ComponentChild;
}

export const routeOf = (here: Here): Routed => {
  for (const { path, bar = false, open = false, screen } of routes) {
    const found = path.exec(here.path);
    if (found) return { bar, open, screen: screen((found[1] ?? "") as DocumentId & MeetingId, here) };
  }
  return { bar: true, open: false, screen: <LostPage /> };
};
