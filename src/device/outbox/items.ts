import type { Entry } from "../../domain/entry";
import type { DocumentId, EntryId, MemberId, OrgId } from "../../domain/ids";
import type { MeetingView } from "../../domain/meeting";
import { meetingOf } from "../../domain/meeting-view";
import type { TaskView } from "../../domain/task";
import { taskOf } from "../../domain/task-view";
import type { Core } from "../core";
import type { OutboxItem } from "../device";
import { loadPhotos } from "../lazy";
import { pagesOf } from "../photos/held";
import { outboxRows, ownUnsent } from "../store/outbox";
import type { OutboxRow } from "../store/rows";

/** What the person wrote and the office does not have, oldest first, each with the name of what it is about. */
export const outboxItems = async (core: Core): Promise<readonly OutboxItem[]> => {
  const { mirror } = core.store;
  const nameOf = async (subject: string): Promise<string | undefined> => {
    const { members, orgs } = core.keeper.current();
    const [paper, meeting, task] = await Promise.all([
      mirror.documents.get(subject as DocumentId),
      mirror.views.get(["meeting", subject]),
      mirror.views.get(["task", subject]),
    ]);
    return (
      paper?.view.issued?.abstract ??
      (meeting && meetingOf(meeting.view as MeetingView)?.title) ??
      (task && taskOf(task.view as TaskView)?.text) ??
      members.get(subject as MemberId)?.name ??
      orgs.get(subject as OrgId)?.name
    );
  };
  const sentPages = async (row: OutboxRow) => {
    const files = await mirror.files.bulkGet(pagesOf(row).map(({ hash }) => hash));
    return { sent: files.filter((file) => file?.sent).length, of: files.length };
  };
  const toItem = async (row: OutboxRow): Promise<OutboxItem> => {
    const { type, subject, at } = JSON.parse(row.payload) as Entry;
    const about = await nameOf(subject);
    const pages = row.state === "held" ? await sentPages(row) : undefined;
    return {
      id: row.id,
      type,
      subject,
      at,
      state: row.state === "refused" ? "refused" : "waiting",
      ...(row.state === "later" && { later: true as const }),
      ...(about && { about }),
      ...(row.code && { code: row.code }),
      ...(pages && { pages }),
    };
  };
  return Promise.all((await outboxRows(mirror, ownUnsent)).map(toItem));
};

/** Takes a refused item off the list, and nothing else. */
export const discardRefused = async (core: Core, id: EntryId): Promise<void> => {
  await core.store.work.outbox
    .where("id")
    .equals(id)
    .filter(({ state }) => state === "refused")
    .delete();
  // Pages that only that item named.
  await (await loadPhotos()).takeAway(core).catch(() => undefined);
};
