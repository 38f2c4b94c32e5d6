import type { ComponentChild } from "preact";
import type { DocumentId, MeetingId } from "../domain/ids";
import {
  CallPages,
  CardScreen,
  CheckInScreen,
  CodePages,
  CollectionPages,
  EnrolScreen,
  MeetingDetailScreen,
  MeetingScreen,
  MeetingYearScreen,
  MeScreen,
  MinutesPages,
  OfficeScreen,
  OutboxScreen,
  OwnCellScreen,
  OwnPaperScreen,
  ReaderPages,
  RecordScreen,
  ScanScreen,
  SimplePages,
  TaskPages,
} from "./lazy";
import { LibraryPlace } from "./library-place";
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
  { path: /^\/(?:van-ban)?$/, bar: true, screen: () => <LibraryPlace /> },
  { path: /^\/doc-moi$/, screen: (_, here) => <SimplePages path={here.path} /> },
  { path: /^\/van-ban\/./, screen: (_, here) => <ReaderPages key={here.path} {...here} /> },
  { path: /^\/hop$/, bar: true, screen: () => <MeetingScreen /> },
  {
    path: /^\/hop\/(?:moi|hoi-nghi|([0-9a-hjkmnp-tv-z]{12})\/sua)$/,
    screen: (id, here) => <CallPages key={`${here.path}#${here.hash}`} id={id} {...here} />,
  },
  { path: /^\/hop\/ca-nam$/, screen: () => <MeetingYearScreen /> },
  { path: pathWithId("hop"), screen: (id) => <MeetingDetailScreen key={id} id={id} /> },
  {
    path: pathWithId("hop", "/(?:ma|ap-phich)"),
    screen: (id, here) => <CodePages key={here.path} id={id} {...here} />,
  },
  {
    path: pathWithId("hop", "/(?:dien-bien|cham-diem|thong-qua)"),
    screen: (id, here) => <MinutesPages key={here.path} id={id} {...here} />,
  },
  { path: pathWithId("hop", "/bien-ban"), screen: (id) => <RecordScreen key={id} id={id} /> },
  // Open to a phone of nobody: whoever points a camera at the code is told what is missing.
  {
    path: /^\/vao-hop$/,
    open: true,
    screen: (_, here) => <CheckInScreen key={here.hash} hash={here.hash} />,
  },
  { path: /^\/diem-danh$/, screen: (_, here) => <CardScreen key={here.hash} hash={here.hash} /> },
  { path: /^\/quet$/, open: true, screen: () => <ScanScreen /> },
  { path: /^\/viec$/, bar: true, screen: (_, here) => <TaskPages path={here.path} /> },
  { path: /^\/viec\/./, screen: (_, here) => <TaskPages key={here.path} path={here.path} /> },
  { path: /^\/nhom(?:\/.*)?$/, screen: (_, here) => <CollectionPages key={here.path} path={here.path} /> },
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

/** `simple`: the first page is that of the simple way. */
export const routeOf = (here: Here, simple = false): Routed => {
  if (simple && here.path === "/") return { bar: false, open: false, screen: <SimplePages path="/" /> };
  for (const { path, bar = false, open = false, screen } of routes) {
    const found = path.exec(here.path);
    if (found) return { bar, open, screen: screen((found[1] ?? "") as DocumentId & MeetingId, here) };
  }
  return { bar: true, open: false, screen: <LostPage /> };
};
