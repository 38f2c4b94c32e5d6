import { supersededBy } from "../../domain/document";
import { parseDocumentNumber } from "../../domain/document-number";
import type { DocumentId, Hash, MeetingId, TaskId } from "../../domain/ids";
import { meetingOf } from "../../domain/meeting-view";
import { blockText, type ReadingText } from "../../domain/reading-text";
import { findReferences, type PaperName } from "../../domain/references";
import { standingOf } from "../../domain/task-view";
import type { Core } from "../core";
import type { DocumentRow, Library } from "../device";
import { toDocumentRow } from "../library/to-row";
import { viewOf } from "../meetings/show-meetings";
import type { RecordRow } from "../store/rows";
import { getText } from "../store/texts";
import { wantedHashes } from "../store/wanted";
import { taskIn } from "../tasks/show-tasks";
import { type createPapersNamed, mayMean, sameNumber } from "./papers-named";
import type { Related } from "./reading";

/** So many papers that seem to name this one are read to make sure. */
const mostRead = 24;
const mostShown = 12;

const namesIn = (text: string): readonly PaperName[] =>
  findReferences(text).flatMap(({ paper }) => (paper ? [paper] : []));

const namesOf = (text: ReadingText | undefined): readonly PaperName[] =>
  (text?.blocks ?? []).flatMap((block) => namesIn(blockText(block)));

const amending = /sửa đổi|bổ sung/iu;

/** What belongs to a paper: asked for once it is read, so it may take its time. */
export const createRelated = (
  core: Core,
  library: Pick<Library, "search">,
  papersNamed: ReturnType<typeof createPapersNamed>,
) => {
  const { mirror } = core.store;

  const textOf = async (hash: Hash): Promise<ReadingText | undefined> => {
    const data = await getText(mirror, hash);
    try {
      return data && (JSON.parse(new TextDecoder().decode(data)) as ReadingText);
    } catch {
      return undefined;
    }
  };

  const rowsOf = async (ids: readonly DocumentId[]): Promise<readonly DocumentRow[]> => {
    const [records, missing] = await Promise.all([mirror.documents.bulkGet([...ids]), wantedHashes(mirror)]);
    const self = core.self()?.member;
    return records.flatMap((record) => (record && toDocumentRow(record, self, missing)) ?? []);
  };

  /** The search finds those that hold the letters of the number; reading them tells which really name it. */
  const citing = async (id: DocumentId, written: string | undefined): Promise<readonly DocumentRow[]> => {
    const number = written === undefined ? undefined : parseDocumentNumber(written);
    if (number?.serial === undefined || !written) return [];
    const issued = (await mirror.documents.get(id))?.view.issued;
    const found: DocumentRow[] = [];
    for (const { row } of await library.search(written, mostRead)) {
      if (row.id === id || found.length >= mostShown) continue;
      const hash = (await mirror.documents.get(row.id))?.text;
      const names = [...namesIn(row.abstract), ...namesOf(hash && (await textOf(hash)))];
      if (names.some((name) => sameNumber(name.number, number) && mayMean(name, issued))) found.push(row);
    }
    return found;
  };

  const viewsOf = (kind: RecordRow["kind"]): Promise<RecordRow[]> =>
    mirror.views.where("kind").equals(kind).toArray();

  const meetingsOn = async (id: DocumentId): Promise<Related["meetings"]> =>
    (await viewsOf("meeting"))
      .flatMap((record) => {
        const view = viewOf(record);
        const meeting = view && meetingOf(view);
        if (!meeting?.papers.includes(id) || meeting.cancelled) return [];
        return [{ id: record.id as MeetingId, title: meeting.title, startsAt: meeting.startsAt }];
      })
      .sort((a, b) => b.startsAt - a.startsAt);

  const tasksFrom = async (
    id: DocumentId,
    meetings: Related["meetings"],
    written: string | undefined,
  ): Promise<Related["tasks"]> => {
    const number = written === undefined ? undefined : parseDocumentNumber(written);
    const given = new Set(meetings.map(({ id }) => id));
    return (await viewsOf("task")).flatMap((record) => {
      const task = taskIn(record);
      if (!task) return [];
      const names = number && namesIn(task.text).some((name) => sameNumber(name.number, number));
      // Where the minutes do not say of which of its papers it speaks, it may be any.
      const comes = task.paper ? task.paper === id : task.meeting !== undefined && given.has(task.meeting);
      if (!comes && !names) return [];
      return [{ id: record.id as TaskId, text: task.text, standing: standingOf(task, core.clock.now()) }];
    });
  };

  const named = async (
    id: DocumentId,
    names: readonly PaperName[],
    without: ReadonlySet<DocumentId>,
  ): Promise<readonly DocumentRow[]> => {
    const rows = (await papersNamed(names)).flatMap((candidates) =>
      // Several may be meant: the text lets the person choose, a list does not guess.
      candidates.length === 1 ? candidates : [],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return [...byId.values()].filter((row) => row.id !== id && !without.has(row.id)).slice(0, mostShown);
  };

  return async (id: DocumentId): Promise<Related> => {
    const record = await mirror.documents.get(id);
    const issued = record?.view.issued;
    if (!record || !issued)
      return { supersedes: [], amends: [], cites: [], citedBy: [], meetings: [], tasks: [] };
    const replacement = supersededBy(record.view);
    const [supersedes, [newer], meetings, text] = await Promise.all([
      rowsOf(issued.supersedes ?? []),
      rowsOf(replacement ? [replacement] : []),
      meetingsOn(id),
      textOf(issued.text.hash),
    ]);
    const shown = new Set([...supersedes, ...(newer ? [newer] : [])].map((row) => row.id));
    const amends = amending.test(issued.abstract) ? await named(id, namesIn(issued.abstract), shown) : [];
    const cites = await named(id, namesOf(text), new Set([...shown, ...amends.map((row) => row.id)]));
    return {
      supersedes,
      ...(newer && { supersededBy: newer }),
      amends,
      cites,
      citedBy: await citing(id, issued.number),
      meetings,
      tasks: await tasksFrom(id, meetings, issued.number),
    };
  };
};
