import type { Entry } from "../../domain/entry";
import type { DocumentId, EntryId, MemberId, OrgId } from "../../domain/ids";
import type { MeetingView } from "../../domain/meeting";
import { meetingOf } from "../../domain/meeting-view";
import type { Core } from "../core";
import type { OutboxItem } from "../device";
import { outboxRows, ownUnsent } from "../store/outbox";
import type { OutboxRow } from "../store/rows";

/** What the person wrote and the office does not have, oldest first, each with the name of what it is about. */
export const outboxItems = async (core: Core): Promise<readonly OutboxItem[]> => {
  const { mirror } = core.store;
  const nameOf = async (subject: string): Promise<string | undefined> => {
    const { members, orgs } = core.keeper.current();
    const [paper, record] = await Promise.all([
      mirror.documents.get(subject as DocumentId),
      mirror.records.get(subject),
    ]);
    return (
      paper?.view.issued?.abstract ??
      (record?.kind === "meeting" ? meetingOf(record.view as MeetingView)?.title : undefined) ??
      members.get(subject as MemberId)?.name ??
      orgs.get(subject as OrgId)?.name
    );
  };
  const toItem = async (row: OutboxRow): Promise<OutboxItem> => {
    const { type, subject, at } = JSON.parse(row.payload) as Entry;
    const about = await nameOf(subject);
    return {
      id: row.id,
      type,
      subject,
      at,
      state: row.state === "refused" ? "refused" : "waiting",
      ...(about && { about }),
      ...(row.code && { code: row.code }),
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
  core.refresh();
};
