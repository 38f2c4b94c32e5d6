import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  truncateSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../test/support/folder";
import { type Journal, openJournal } from "./journal";
import type { JournalRecord } from "./journal-line";

const record = (seq: number): JournalRecord => ({
  seq,
  numbers: { commune: seq },
  receivedAt: 1,
  signature: "s",
  payload: `{"seq":${seq},"chữ":"tiếng Việt"}`,
});

const seqsOf = async (journal: Journal) => {
  const seqs: number[] = [];
  for await (const one of journal.records()) seqs.push(one.seq);
  return seqs;
};

const started = async (dataDir: string, fileBytes?: number) => {
  const journal = await openJournal({ dataDir, ...(fileBytes && { fileBytes }) });
  if (journal.count === 0) journal.begin("epoch-1");
  return journal;
};

const lastFile = (dataDir: string) => {
  const folder = join(dataDir, "journal");
  const names = readdirSync(folder).filter((name) => /^journal\.\d+$/.test(name));
  return join(folder, names.sort().at(-1) ?? "");
};

test("what was appended is there again after opening anew, over several files", async () => {
  const dataDir = temporaryFolder();
  const journal = await started(dataDir, 300);
  await Promise.all([journal.append([record(1), record(2)]), journal.append([record(3)])]);
  for (let seq = 4; seq <= 10; seq += 1) await journal.append([record(seq)]);
  await journal.close();
  expect(readdirSync(join(dataDir, "journal")).length).toBeGreaterThan(2);
  const again = await started(dataDir);
  expect([again.epoch, again.count, again.lastSeq]).toEqual(["epoch-1", 10, 10]);
  expect(await seqsOf(again)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test("a line torn at any byte is cut off, said, and written over cleanly", async () => {
  const dataDir = temporaryFolder();
  const journal = await started(dataDir);
  await journal.append([record(1)]);
  const whole = statSync(lastFile(dataDir)).size;
  await journal.append([record(2)]);
  await journal.close();
  const full = readFileSync(lastFile(dataDir));
  for (const size of [whole + 1, whole + 12, full.length - 1]) {
    truncateSync(lastFile(dataDir), whole);
    appendFileSync(lastFile(dataDir), full.subarray(whole, size));
    const said: string[] = [];
    const again = await openJournal({ dataDir, say: (line) => said.push(line) });
    expect(said).toHaveLength(1);
    expect(again.lastSeq).toBe(1);
    await again.append([record(2)]);
    await again.close();
    const third = await started(dataDir);
    expect(await seqsOf(third)).toEqual([1, 2]);
    await third.close();
  }
});

test("a file whose very first line is torn gives way to the one before it", async () => {
  const dataDir = temporaryFolder();
  const journal = await started(dataDir, 10);
  await journal.append([record(1)]);
  await journal.append([record(2)]);
  await journal.close();
  truncateSync(lastFile(dataDir), 5);
  const again = await started(dataDir);
  expect(again.lastSeq).toBe(1);
  await again.append([record(2)]);
  expect(await seqsOf(again)).toEqual([1, 2]);
});

test("after a failed write nothing more is taken until the disk was looked at anew", async () => {
  const dataDir = temporaryFolder();
  const journal = await started(dataDir, 10);
  await journal.append([record(1)]);
  // The next file's name is taken, so it cannot be made.
  const blocked = join(dataDir, "journal", "journal.000002");
  mkdirSync(blocked);
  await expect(journal.append([record(2)])).rejects.toThrow();
  await expect(journal.append([record(2)])).rejects.toThrow();
  rmdirSync(blocked);
  await journal.reopen();
  await journal.append([record(2)]);
  expect(await seqsOf(journal)).toEqual([1, 2]);
});
