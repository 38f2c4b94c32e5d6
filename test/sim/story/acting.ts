import type { Watch } from "../../../src/device/device";
import type { DocumentRecord, RecordRow } from "../../../src/device/store/rows";
import { type Directory, directoryFromJson } from "../../../src/domain/directory";
import type { MeetingId } from "../../../src/domain/ids";
import type { MeetingView } from "../../../src/domain/meeting";
import { meetingOf } from "../../../src/domain/meeting-view";
import { listeningAs } from "../world/browser";
import type { Tab } from "../world/phone";
import type { Phone, World } from "./world";

/* What operations share: what a person sees on his phone, and words. */

/** What a person does. Undefined where there is nothing to do it with; rejects where the app says no. */
export type Operation = (world: World, phone: Phone, tab: Tab) => Promise<unknown> | undefined;

export const now = <T>({ browser }: Phone, watch: Watch<T>): Promise<T> =>
  new Promise((resolve) => {
    const stop = listeningAs(browser.name, () =>
      watch.subscribe((value) => {
        resolve(value);
        queueMicrotask(() => stop());
      }),
    );
  });

export const directoryOn = ({ browser }: Phone): Directory | undefined => {
  const row = browser
    .rows<{ readonly name: string; readonly value: unknown }>("meta")
    .find(({ name }) => name === "directory");
  return row && directoryFromJson(row.value);
};

export const papersOn = (phone: Phone): DocumentRecord[] =>
  phone.browser.rows<DocumentRecord>("documents").filter(({ sort }) => sort);

export const viewsOn = (phone: Phone, kind: string): RecordRow[] =>
  phone.browser.rows<RecordRow>("views").filter((row) => row.kind === kind);

export const meetingsRunBy = (phone: Phone, tab: Tab) => {
  const { identity } = tab.device.state.getState();
  return viewsOn(phone, "meeting").flatMap((row) => {
    const meeting = meetingOf(row.view as MeetingView);
    const runs = meeting && identity && identity.role !== "member" && meeting.host === identity.org;
    return runs && !meeting.cancelled
      ? [{ id: row.id as MeetingId, meeting, view: row.view as MeetingView }]
      : [];
  });
};

export const words = (world: World, count: number) =>
  Array.from(
    { length: count },
    () => ["đường", "nước", "quỹ", "họp", "thôn", "xã", "vụ mùa"][world.chance.below(7)],
  ).join(" ");

export const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
