import { type FileHandle, mkdir, open, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { formatJournalLine, type JournalHead, type JournalRecord, parseJournalLine } from "./journal-line";

export interface JournalOptions {
  readonly dataDir: string;
  /** A file is closed and the next begun once it is this long. */
  readonly fileBytes?: number;
  readonly say?: ((line: string) => void) | undefined;
}

/**
 * Accepted entries on disk before the answer, where the database itself does not fsync (PGlite): files of lines
 * in `<dataDir>/journal`, only ever appended to. The journal alone is enough to build the database again.
 */
export interface Journal {
  /** Undefined while the journal is empty. */
  readonly epoch: string | undefined;
  readonly count: number;
  readonly lastSeq: number;
  /** Gives a new journal its epoch; must come before the first append. */
  begin(epoch: string): void;
  /** Resolves when the records are on disk. Calls that come together share one fsync. */
  append(records: readonly JournalRecord[]): Promise<void>;
  /** Resolves when everything appended so far is on disk; rejects where that failed. */
  settled(): Promise<void>;
  /** All records, in the order they were appended. */
  records(): AsyncIterable<JournalRecord>;
  /** After a failed write: looks at the disk anew, as on opening. */
  reopen(): Promise<void>;
  close(): Promise<void>;
}

const defaultFileBytes = 16 * 1024 * 1024;

export const openJournal = async ({
  dataDir,
  fileBytes = defaultFileBytes,
  say,
}: JournalOptions): Promise<Journal> => {
  const folder = join(dataDir, "journal");
  await mkdir(folder, { recursive: true });

  let state = await readTail(folder, say);
  let file: FileHandle | undefined;
  let queue: { text: string; records: number; lastSeq: number }[] = [];
  let writing: Promise<void> | undefined;
  let failed: unknown;

  const startFile = async () => {
    if (state.epoch === undefined) throw new Error("the journal has no epoch yet");
    await file?.close();
    const name = fileName(state.files + 1);
    file = await open(join(folder, name), "wx");
    const head: JournalHead = { journal: 1, epoch: state.epoch, count: state.count, seq: state.lastSeq };
    const text = formatJournalLine(head);
    await file.writeFile(text);
    await file.datasync();
    const folderHandle = await open(folder, "r");
    await folderHandle.sync().finally(() => folderHandle.close());
    state = { ...state, files: state.files + 1, bytes: Buffer.byteLength(text) };
  };

  const currentFile = async (): Promise<FileHandle> => {
    if (state.files === 0 || state.bytes >= fileBytes) await startFile();
    file ??= await open(join(folder, fileName(state.files)), "a");
    return file;
  };

  /** Writes whatever waits, in rounds, until nothing waits. */
  const drain = async () => {
    while (queue.length) {
      const round = queue;
      queue = [];
      const handle = await currentFile();
      const text = round.map((one) => one.text).join("");
      await handle.writeFile(text);
      await handle.datasync();
      const last = round.at(-1);
      state = {
        ...state,
        bytes: state.bytes + Buffer.byteLength(text),
        count: state.count + round.reduce((sum, one) => sum + one.records, 0),
        lastSeq: last?.lastSeq ?? state.lastSeq,
      };
    }
  };

  const settled = async () => {
    if (failed !== undefined) throw failed;
    await writing;
  };

  return {
    get epoch() {
      return state.epoch;
    },
    get count() {
      return state.count;
    },
    get lastSeq() {
      return state.lastSeq;
    },
    begin: (epoch) => {
      if (state.count > 0) throw new Error("the journal has begun already");
      state = { ...state, epoch };
    },
    append: async (records) => {
      if (failed !== undefined) throw failed;
      const last = records.at(-1);
      if (!last) return settled();
      queue.push({
        text: records.map(formatJournalLine).join(""),
        records: records.length,
        lastSeq: last.seq,
      });
      writing ??= drain()
        .catch((error: unknown) => {
          // After a failed fsync nothing is known of what is on disk: only reading it again tells.
          failed = error;
          throw error;
        })
        .finally(() => {
          writing = undefined;
        });
      await writing;
    },
    settled,
    async *records() {
      await settled();
      for (let n = 1; n <= state.files; n += 1) {
        const text = await readFile(join(folder, fileName(n)), "utf8");
        for (const line of linesOf(text)) {
          const record = parseJournalLine(line);
          if (!record) throw new Error(`the journal file ${fileName(n)} is damaged`);
          if ("seq" in record && "payload" in record) yield record;
        }
      }
    },
    reopen: async () => {
      await writing?.catch(() => undefined);
      await file?.close().catch(() => undefined);
      file = undefined;
      queue = [];
      state = await readTail(folder, say);
      failed = undefined;
    },
    close: async () => {
      await writing?.catch(() => undefined);
      await file?.close();
      file = undefined;
    },
  };
};

interface Tail {
  readonly files: number;
  readonly epoch: string | undefined;
  readonly count: number;
  readonly lastSeq: number;
  /** Of the last file. */
  readonly bytes: number;
}

const fileName = (n: number) => `journal.${String(n).padStart(6, "0")}`;
const linesOf = (text: string) => text.split("\n").slice(0, -1);

/** Reads the last file and cuts off what a power loss left unfinished; earlier files were closed whole. */
const readTail = async (folder: string, say: JournalOptions["say"]): Promise<Tail> => {
  const names = (await readdir(folder)).filter((name) => /^journal\.\d{6}$/.test(name)).sort();
  const empty: Tail = { files: 0, epoch: undefined, count: 0, lastSeq: 0, bytes: 0 };
  const name = names.at(-1);
  if (!name) return empty;
  const path = join(folder, name);
  const bytes = await readFile(path);
  let tail: Tail = { ...empty, files: names.length };
  let at = 0;
  while (at < bytes.length) {
    const end = bytes.indexOf(10, at);
    const record = end < 0 ? undefined : parseJournalLine(bytes.toString("utf8", at, end));
    if (!record) break;
    tail =
      "journal" in record
        ? { ...tail, epoch: record.epoch, count: record.count, lastSeq: record.seq }
        : { ...tail, count: tail.count + 1, lastSeq: record.seq };
    at = end + 1;
  }
  if (at < bytes.length) {
    // What is cut off was never answered for; it is kept all the same, in case the disk and not the power failed.
    const cut = `${path}.cut-${Date.now()}`;
    // On a full disk this is tried at every push: no empty file may stay behind each time.
    await writeFile(cut, bytes.subarray(at)).catch((error) =>
      rm(cut, { force: true }).then(() => Promise.reject(error)),
    );
    await truncate(path, at);
    say?.(`the journal ended in ${bytes.length - at} unfinished bytes, which were cut off`);
  }
  if (at === 0) {
    // Not even the first line of this file was finished: the file before it is the last one.
    await rm(path);
    return readTail(folder, say);
  }
  return { ...tail, bytes: at };
};
