import type { Hash } from "../../domain/ids";
import type { MeetingView } from "../../domain/meeting";
import { meetingPhotographed, type PhotographedBody } from "../../domain/meeting-photos";
import { rebuildViews } from "../apply/rebuild";
import { entryTables } from "../apply/store-entries";
import { keepPapers } from "../collections/keep-papers";
import type { Core } from "../core";
import type { SyncProblem } from "../device";
import { removeFile } from "../files/transfer";
import { getEntries, replaceEntries } from "../store/entries";
import type { EntryRow, FileRow, RecordRow } from "../store/rows";
import { unsentFiles } from "./held";
import { sendHeld } from "./send-held";

/*
 * What a sync does for photographed pages, after everything else: what was taken back or belongs to a scope that was lost
 * leaves the phone, what was photographed here goes up, and what is wanted for the next meetings comes down (`keepPapers`).
 */

/** Returns what kept an entry from going out, where something did. */
export const lookAfterPhotos = async (core: Core): Promise<SyncProblem | undefined> => {
  await takeAway(core);
  const problem = await sendHeld(core);
  // Not waited for: the sync itself is done.
  void keepPapers(core).catch(() => undefined);
  return problem;
};

const pageRows = async (core: Core): Promise<readonly FileRow[]> =>
  core.store.mirror.files.filter(({ about }) => about !== undefined).toArray();

const meetingRecords = async (core: Core, rows: readonly FileRow[]): Promise<readonly RecordRow[]> => {
  const ids = [...new Set(rows.flatMap(({ about }) => about || []))];
  const found = await core.store.mirror.views.bulkGet(ids.map((id): ["meeting", string] => ["meeting", id]));
  return found.filter((record) => record !== undefined);
};

/** Every page that some entry still names, whether the meeting's call is known already or not. */
const namedPages = ({ photos = {}, unphotographed = {} }: MeetingView): readonly Hash[] =>
  Object.entries(photos).flatMap(([host, papers]) =>
    Object.values(papers)
      .filter(({ photo }) => !unphotographed[host]?.[photo])
      .flatMap(({ pages }) => pages.map(({ hash }) => hash)),
  );

/** Pages that no entry names any more, and that are not waiting to be sent, leave the phone. */
export const takeAway = async (core: Core): Promise<void> => {
  const rows = await pageRows(core);
  const records = await meetingRecords(core, rows);
  const unsent = await unsentFiles(core.store.mirror);
  const named = new Set(records.flatMap(({ view }) => namedPages(view as MeetingView)));
  const left = rows.filter(({ hash }) => !named.has(hash) && !unsent.has(hash));
  if (left.length === 0) return;
  await forget(core, records);
  // One picture may go with two meetings, and a row tells of the last.
  const elsewhere = new Set<Hash>();
  await core.store.mirror.views
    .where("kind")
    .equals("meeting")
    .each(({ view }) => {
      for (const hash of namedPages(view as MeetingView)) elsewhere.add(hash);
    });
  const gone = left.filter(({ hash }) => !elsewhere.has(hash));
  for (const { hash } of gone) await removeFile(core.store, hash);
};

/** The entries that named what was taken back keep their signature and lose their content, as the server's do. */
const forget = async (core: Core, records: readonly RecordRow[]): Promise<void> => {
  const { mirror } = core.store;
  const context = { self: core.self()?.member, now: core.clock.heard() };
  await mirror.transaction("rw", entryTables(mirror), async () => {
    for (const record of records) {
      const entries = [...(await getEntries(mirror, record.entries)).values()];
      const stubs = entries.filter((row) => isTakenBack(row, record.view as MeetingView));
      if (stubs.length === 0) continue;
      await replaceEntries(
        mirror,
        stubs.map(({ payload: _, ...stub }): EntryRow => stub),
      );
      await rebuildViews(mirror, [{ type: meetingPhotographed.type, subject: record.id }], context);
    }
  });
};

const isTakenBack = ({ type, payload }: EntryRow, { unphotographed = {} }: MeetingView): boolean => {
  if (type !== meetingPhotographed.type || payload === undefined) return false;
  const { host, photo } = (JSON.parse(payload) as { readonly body: PhotographedBody }).body;
  return unphotographed[host]?.[photo] !== undefined;
};
