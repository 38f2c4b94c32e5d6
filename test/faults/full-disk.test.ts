import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createBlobs } from "../../src/server/blobs/create-blobs";
import { parseJournalLine } from "../../src/server/log/journal-line";
import { embeddedFolder } from "../support/embedded";
import { temporaryFolder } from "../support/folder";
import { createTestOffice, hashOf } from "../support/office";
import { prepareData } from "../support/prepared-data";
import { createServerProcess } from "../support/server-process";
import { askAs, linesAs, linesOf, receiptsOf, syncBody, verdictsIn } from "../support/wire-client";

/** A disk of its own, small and real. Needs the right to mount: root, as in CI. */
const smallDisk = (megabytes: number): string => {
  const folder = temporaryFolder();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], { stdio: "pipe" });
  } catch (error) {
    throw new Error(`a full disk can only be tested where a small one can be mounted (as root): ${error}`);
  }
  onTestFinished(() => {
    execFileSync("umount", ["-l", folder]);
  });
  return folder;
};

/** Fills the disk to its last block but so many bytes; returns the way to make room again. */
const fill = (disk: string, leave = 0): (() => void) => {
  const { bavail, bsize } = statfsSync(disk);
  const file = join(disk, "filler");
  writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - leave)));
  return () => rmSync(file);
};

const journalLines = (dataDir: string) =>
  readdirSync(join(dataDir, "journal"))
    .filter((name) => /^journal\.\d{6}$/.test(name))
    .flatMap((name) => readFileSync(join(dataDir, "journal", name), "utf8").split("\n"));

test("a full disk: refused in so many words, nothing acknowledged, nothing torn; with room again it goes on by itself", async () => {
  const disk = smallDisk(160);
  const dataDir = join(disk, "data");
  cpSync(await embeddedFolder(), dataDir, { recursive: true, preserveTimestamps: true });
  const { phones } = await prepareData(dataDir, { phones: 2 });
  const [phone, other] = phones;
  if (!phone || !other) throw new Error("no phones");
  const server = await createServerProcess(dataDir, [], {}, { bare: true });
  onTestFinished(() => server.kill());
  await server.start();
  const push = async (batch: Awaited<ReturnType<typeof receiptsOf>>, as = phone) => {
    const answer = await askAs(server.origin, as.signer, "/sync", syncBody(batch, as.cursors));
    if (!answer.ok) return { answer, text: await answer.text(), verdicts: [] };
    return { answer, text: "", verdicts: verdictsIn(await linesOf(answer)) };
  };

  const before = await receiptsOf(phone, 5);
  expect((await push(before)).verdicts.map(({ is }) => is)).toEqual(Array(5).fill("applied"));

  const empty = fill(disk);
  const held = [];
  let refused = 0;
  // Pages of the database that were there already may take a few; then nothing is left.
  for (let round = 0; round < 12; round += 1) {
    const batch = await receiptsOf(phone, 60);
    const { answer, text, verdicts } = await push(batch);
    held.push({ batch, verdicts });
    if (answer.status === 200) continue;
    refused += 1;
    expect([answer.status, JSON.parse(text)]).toEqual([503, { code: "server-full" }]);
    expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(verdicts).toEqual([]);
  }
  expect(refused).toBeGreaterThan(5);
  expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);

  empty();
  // The phone sends the same again: each is taken once, whatever was under way when the disk was full.
  for (const { batch, verdicts } of held) {
    const again = (await push(batch)).verdicts;
    expect(again.length).toBe(batch.length);
    for (const verdict of again) expect(["applied", "duplicate"]).toContain(verdict.is);
    if (verdicts.length) expect(again.every(({ is }) => is === "duplicate")).toBe(true);
  }
  expect((await push(await receiptsOf(other, 3), other)).verdicts.map(({ is }) => is)).toEqual(
    Array(3).fill("applied"),
  );

  // Nothing of what was pushed is in the log of the process.
  for (const { batch } of held)
    for (const { payload } of batch) expect(server.output()).not.toContain(JSON.parse(payload).subject);
  expect(server.output()).not.toContain(phone.member);

  await server.kill();
  const lines = journalLines(dataDir).filter((line) => line !== "");
  expect(lines.filter((line) => parseJournalLine(line) === undefined)).toEqual([]);
  await server.start();
  const ids = [before, ...held.map(({ batch }) => batch)]
    .flat()
    .map(({ payload }) => JSON.parse(payload).id as string);
  const kept: string[] = [];
  for (let from = 0; from < ids.length; from += 500)
    kept.push(
      ...(await linesAs(
        server.origin,
        phone.signer,
        "/entries",
        JSON.stringify({ ids: ids.slice(from, from + 500) }),
      )),
    );
  expect(kept.length).toBe(ids.length);
  expect(await server.stop()).toBe(0);
});

test("a file is never kept shorter than it is: where it does not fit it is not kept", async () => {
  const disk = smallDisk(8);
  const blobs = await createBlobs({ dataDir: disk });
  const paper = new Uint8Array(400 * 1024).fill(120);
  // Room for a part of it: a disk writes that part and says how much it was, without an error.
  const empty = fill(disk, 200 * 1024);
  await expect(blobs.put(paper, 1 << 20)).rejects.toMatchObject({ code: "ENOSPC" });
  empty();
  const stored = await blobs.put(paper, 1 << 20);
  expect(stored.ok && (await blobs.stat(stored.value.hash))?.bytes).toBe(paper.length);
});

test("a piece that does not fit is refused in so many words; with room again the file goes on and is whole", async () => {
  const disk = smallDisk(8);
  const blobs = await createBlobs({ dataDir: disk });
  const office = await createTestOffice(() => ({ blobs }));
  const paper = new Uint8Array(2 * 1024 * 1024).fill(120);
  paper.set(new TextEncoder().encode("%PDF-1.7"));
  const piece = async (from: number, to: number) => {
    const answer = await office.send(office.commune.office.signer, "PATCH", `/uploads/${hashOf(paper)}`, {
      body: paper.slice(from, to),
      headers: { "Upload-Offset": String(from), "Upload-Complete": to === paper.length ? "?1" : "?0" },
    });
    const { code } = JSON.parse((await answer.text()) || "{}") as { code?: string };
    return [answer.status, code, Number(answer.headers.get("Upload-Offset"))];
  };
  const stands = async () =>
    Number(
      (await office.send(office.commune.office.signer, "GET", `/uploads/${hashOf(paper)}`)).headers.get(
        "Upload-Offset",
      ),
    );
  const half = paper.length / 2;
  let empty = fill(disk, 300 * 1024);
  expect(await piece(0, half)).toEqual([503, "server-full", 0]);
  const written = await stands();
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(half);
  empty();
  expect(await piece(written, half)).toEqual([204, undefined, half]);

  // Room for the rest, and none for giving it its name: it waits for that, and is not sent again.
  empty = fill(disk, half + 200 * 1024);
  expect(await piece(half, paper.length)).toEqual([503, "server-full", 0]);
  expect(await stands()).toBe(paper.length);
  empty();
  expect(await piece(paper.length, paper.length)).toEqual([204, undefined, 0]);
  expect((await blobs.stat(hashOf(paper)))?.bytes).toBe(paper.length);
});
