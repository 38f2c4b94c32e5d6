import { createStore } from "zustand/vanilla";
import type {
  DataPolicy,
  Device,
  DeviceState,
  DocumentDetail,
  DocumentRow,
  EnrolFailure,
  Identity,
  LibraryQuery,
  OutboxItem,
  RegisterRow,
  StorageReport,
  SyncProblem,
  Watch,
} from "../../src/device/device";
import { type Directory, emptyDirectory } from "../../src/domain/directory";
import type { DocumentId, EntryId, Hash } from "../../src/domain/ids";
import type { ReadingText } from "../../src/domain/reading-text";
import type { Refusal } from "../../src/domain/refusal";
import { err, ok, type Result } from "../../src/domain/result";
import { createFakeCollections, type FakeCollectionsOptions } from "./fake-collections";
import { createFakeFinding } from "./fake-finding";
import { createFakeMeetings, type FakeMeetingsOptions } from "./fake-meetings";
import { createFakeReading, type FakeReadingOptions } from "./fake-reading";
import { createFakeTasks, type FakeTasksOptions } from "./fake-tasks";

/** A paper in the fake: what lists and readers show, its text, and its file where it has one. */
export interface FakePaper {
  readonly detail: DocumentDetail;
  readonly body?: ReadingText;
  readonly file?: Blob;
}

export interface FakeOptions {
  readonly papers?: readonly FakePaper[];
  /** Papers of which the register alone is left. */
  readonly gone?: readonly RegisterRow[];
  readonly outbox?: readonly OutboxItem[];
  readonly state?: Partial<DeviceState>;
  readonly now?: number;
  /** What enrolling answers. */
  readonly enrolment?: Result<Identity, EnrolFailure>;
  readonly storage?: Partial<StorageReport>;
  /** Files are on the phone already, and are not "fetched". */
  readonly filesHere?: boolean;
  readonly fetchFails?: SyncProblem | Refusal;
  readonly meetings?: FakeMeetingsOptions;
  readonly tasks?: FakeTasksOptions;
  readonly reading?: FakeReadingOptions;
  readonly collections?: FakeCollectionsOptions;
  readonly directory?: Directory;
  /** Papers from which tasks were assigned. */
  readonly tasked?: readonly DocumentId[];
}

const startState: DeviceState = {
  phase: "ready",
  sync: { running: false },
  outbox: { waiting: 0, refused: 0 },
  persisted: true,
};

const plain = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll(/[đĐ]/g, "d").toLowerCase();

/**
 * The whole `Device` in memory, for tests of screens and for pictures of them. It keeps the promises of
 * the interface (order, counts, watching, the outbox growing with each write) and knows no network.
 */
export const createFakeDevice = (options: FakeOptions = {}) => {
  const now = options.now ?? Date.UTC(2026, 10, 24, 0, 32);
  const papers = new Map((options.papers ?? []).map((paper) => [paper.detail.id, paper]));
  let outbox: readonly OutboxItem[] = options.outbox ?? [];
  let policy: DataPolicy = "wifi";
  const here = new Set<Hash>();
  const calls: string[] = [];
  const listeners = new Set<() => void>();
  const state = createStore<DeviceState>()(() => ({ ...startState, ...options.state }));

  const changed = () => {
    state.setState({
      outbox: {
        waiting: outbox.filter((item) => item.state === "waiting").length,
        refused: outbox.filter((item) => item.state === "refused").length,
      },
    });
    for (const listener of listeners) listener();
  };
  if (options.outbox) changed();

  const watch = <T>(read: () => T): Watch<T> => ({
    subscribe(listener) {
      const tell = () => state.getState().phase !== "starting" && listener(read());
      tell();
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
  });

  const details = (): readonly DocumentRow[] => [...papers.values()].map(({ detail }) => detail);
  const isUnread = (row: DocumentRow) => row.readAt === undefined && row.acknowledgedAt === undefined;
  const isDue = (row: DocumentRow) => row.acknowledgeBy !== undefined && row.acknowledgedAt === undefined;

  const holds = (row: Pick<DocumentRow, "number" | "abstract">, words = "") =>
    plain(words)
      .split(/\s+/)
      .every((word) => plain(`${row.number ?? ""} ${row.abstract}`).includes(word));

  const matches = (row: DocumentRow, { show }: LibraryQuery) =>
    show === "all" || (show === "unread" ? isUnread(row) : isDue(row));

  const write = (type: string, id: DocumentId, change: Partial<DocumentDetail>) => {
    const paper = papers.get(id);
    if (!paper) return;
    papers.set(id, { ...paper, detail: { ...paper.detail, ...change } });
    outbox = [
      ...outbox,
      {
        id: `0000000${outbox.length}` as EntryId,
        type,
        subject: id,
        about: paper.detail.abstract,
        at: now,
        state: "waiting",
      },
    ];
    changed();
  };

  const meetings = createFakeMeetings(options.meetings ?? {}, {
    now,
    identity: () => state.getState().identity,
    row: (id) => papers.get(id)?.detail,
    watch,
    changed,
  });

  const tasks = createFakeTasks(options.tasks ?? {}, {
    now,
    identity: () => state.getState().identity,
    watch,
    changed,
  });

  const reading = createFakeReading(options.reading ?? {}, {
    now,
    papers: () => [...papers.values()].map(({ detail }) => detail),
    watch,
    changed,
  });

  const collections = createFakeCollections(options.collections ?? {}, {
    now,
    rows: details,
    meetings: () =>
      (options.meetings?.meetings ?? []).map((one) => ({
        meeting: { ...one, closed: one.record !== undefined, runs: false, changes: false },
        papers: one.papers,
        photos: one.photos ?? [],
      })),
    watch,
    changed,
  });

  const device: Device = {
    state,
    library: {
      list: (query) =>
        watch(() => {
          const rows = details()
            .filter((row) => matches(row, query))
            .sort(
              (a, b) => Number(isUnread(b)) - Number(isUnread(a)) || b.issuedOn.localeCompare(a.issuedOn),
            );
          return {
            rows: rows.slice(query.from ?? 0, (query.from ?? 0) + query.limit),
            total: rows.length,
            from: query.from ?? 0,
          };
        }),
      counts: () =>
        watch(() => ({
          all: papers.size,
          unread: details().filter(isUnread).length,
          toAcknowledge: details().filter(isDue).length,
        })),
      document: (id) => watch(() => papers.get(id)?.detail),
      register: ({ words, limit }) =>
        watch(() => {
          const rows = [
            ...details().map(
              (row): RegisterRow => ({ ...row, state: row.superseded ? "replaced" : "in-force" }),
            ),
            ...(options.gone ?? []),
          ]
            .filter((row) => holds(row, words))
            .sort((a, b) => b.issuedOn.localeCompare(a.issuedOn));
          return { rows: rows.slice(0, limit), total: rows.length };
        }),
      search: async (words, limit) => {
        const finding = createFakeFinding(papers, [], watch);
        return (await finding.findOnce({ words, filter: { show: "all" } }, limit)).papers;
      },
      finding: async () => createFakeFinding(papers, options.tasked ?? [], watch),
      text: async (hash) => [...papers.values()].find(({ detail }) => detail.text === hash)?.body,
      markRead: async (id) => write("document.read", id, { readAt: now }),
      acknowledge: async (id) => write("document.acknowledged", id, { acknowledgedAt: now, readAt: now }),
    },
    outbox: {
      items: () => watch(() => outbox),
      retry: async (id) => {
        outbox = outbox.map((item) => {
          if (item.id !== id) return item;
          const { code: _code, ...rest } = item;
          return { ...rest, state: "waiting" as const };
        });
        changed();
      },
      discard: async (id) => {
        outbox = outbox.filter((item) => item.id !== id);
        changed();
      },
      exportFile: async () => new Blob(outbox.map((item) => `${item.id}\n`)),
    },
    files: {
      policy: () => policy,
      setPolicy: async (value) => {
        policy = value;
      },
      get: async (hash) =>
        options.filesHere || here.has(hash)
          ? [...papers.values()].find(({ detail }) => detail.file?.hash === hash)?.file
          : undefined,
      fetch: async (hash, bytes, _media, onProgress) => {
        calls.push("fetch");
        if (options.fetchFails) return err(options.fetchFails);
        const file = [...papers.values()].find(({ detail }) => detail.file?.hash === hash)?.file;
        if (!file) return err("not-found");
        onProgress(bytes);
        here.add(hash);
        return ok(file);
      },
      keep: async () => undefined,
      upload: async () => err("unreachable"),
    },
    meetings: async () => meetings,
    collections: async () => collections,
    tasks: async () => {
      calls.push("tasks");
      const first = calls.filter((call) => call === "tasks").length === 1;
      if (first && options.tasks?.missingOnce) throw new Error("no such chunk");
      return tasks;
    },
    reading: async () => reading,
    directory: () => watch(() => options.directory ?? emptyDirectory()),
    enrol: async () => {
      const result = options.enrolment ?? err("offer-unknown");
      if (result.ok) state.setState({ phase: "ready", identity: result.value });
      return result;
    },
    write: async () => [],
    now: () => now,
    sync: async () => {
      calls.push("sync");
    },
    request: async () => err("unreachable"),
    storage: async () => ({
      documents: papers.size,
      textBytes: 412_000,
      files: 1,
      fileBytes: 1_240_000,
      unsent: outbox.length,
      usage: 4_300_000,
      quota: 2_000_000_000,
      ...options.storage,
    }),
    freeStorage: async () => {
      calls.push("freeStorage");
      return 1_240_000;
    },
    leave: async () => {
      calls.push("leave");
      state.setState({ phase: "blank" });
    },
  };

  return {
    device,
    /** Names of what was asked of the network or of storage. */
    calls: calls as readonly string[],
    /** A phone that was starting is open. */
    begin: () => {
      state.setState({ phase: "ready" });
      changed();
    },
    /** A sync begins or ends. */
    setSync: (sync: DeviceState["sync"]) => state.setState({ sync }),
    /** A paper comes, changes or goes (`undefined`), as after a sync. */
    put: (id: DocumentId, paper: FakePaper | undefined) => {
      if (paper) papers.set(id, paper);
      else papers.delete(id);
      changed();
    },
  };
};
