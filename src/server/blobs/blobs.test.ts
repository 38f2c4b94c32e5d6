import { readdirSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../test/support/folder";
import { createTestClock } from "../../domain/clock";
import type { Hash, KeyId } from "../../domain/ids";
import { sha256 } from "../../protocol/sha256";
import { createGzipSplice } from "../sync/gzip-splice";
import type { Segment } from "../sync/segment";
import type { Blobs } from "./blobs";
import { createBlobs } from "./create-blobs";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const nothing = async () => new Set<Hash>();

const put = async (blobs: Blobs, data: ReadableStream<Uint8Array> | Uint8Array, max = 1 << 20) => {
  const stored = await blobs.put(data, max);
  if (!stored.ok) throw new Error(stored.error);
  return stored.value;
};

const textOf = async (stream: ReadableStream<Uint8Array> | undefined) =>
  stream && (await new Response(stream).text());

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );

test("a blob is named by its hash and read back whole or in part", async () => {
  const blobs = await createBlobs({ dataDir: temporaryFolder() });
  const data = bytesOf("0123456789");
  const { hash, bytes } = await put(blobs, data);
  expect(hash).toBe(await sha256(data));
  expect(bytes).toBe(10);
  expect(await textOf(await blobs.open(hash))).toBe("0123456789");
  expect(await textOf(await blobs.open(hash, { start: 2, end: 4 }))).toBe("234");
  expect(await blobs.stat(hash)).toEqual({ bytes: 10 });
  expect(await blobs.has(await sha256("other"))).toBe(false);
  expect(await blobs.open(await sha256("other"))).toBeUndefined();
});

test("a stream that is too long or breaks off leaves nothing behind", async () => {
  const dataDir = temporaryFolder();
  const blobs = await createBlobs({ dataDir });
  let cancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(1000)),
    cancel: () => {
      cancelled = true;
    },
  });
  expect(await blobs.put(endless, 5000)).toEqual({ ok: false, error: "too-large" });
  expect(cancelled).toBe(true);
  const broken = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.error(new Error("line cut")),
  });
  await expect(blobs.put(broken, 5000)).rejects.toThrow("line cut");
  expect(filesUnder(dataDir)).toEqual([]);
});

test("the same bytes put twice are one blob", async () => {
  const dataDir = temporaryFolder();
  const blobs = await createBlobs({ dataDir });
  await Promise.all([put(blobs, bytesOf("same")), put(blobs, bytesOf("same"))]);
  await put(blobs, bytesOf("same"));
  expect(filesUnder(dataDir)).toHaveLength(1);
});

test("a sweep takes what no entry names after a day, and what a crash left half written", async () => {
  const clock = createTestClock(Date.now());
  const blobs = await createBlobs({ dataDir: temporaryFolder(), clock });
  const named = (await put(blobs, bytesOf("named"))).hash;
  const forgotten = (await put(blobs, bytesOf('{"forgotten":1}'))).hash;
  await blobs.textSegment(forgotten);
  clock.advance(23 * 3600_000);
  expect(await blobs.sweep(nothing)).toBe(0);
  clock.advance(2 * 3600_000);
  const touched = (await put(blobs, bytesOf("touched"))).hash;
  await blobs.touch(touched);
  expect(await blobs.sweep(async () => new Set([named]))).toBe(1);
  expect(await blobs.has(named)).toBe(true);
  expect(await blobs.has(touched)).toBe(true);
  expect(await blobs.has(forgotten)).toBe(false);
  expect(await blobs.textSegment(forgotten)).toBeUndefined();
});

test("a partial that nobody went on with for a day is swept, and its sender begins again", async () => {
  const clock = createTestClock(Date.now());
  const dataDir = temporaryFolder();
  const { partials, sweep } = await createBlobs({ dataDir, clock });
  const of = (text: string) => ({ by: "a".repeat(43) as KeyId, hash: text.padEnd(43, "_") as Hash });
  const write = (text: string, offset: number) =>
    partials.append(of(text), offset, new Blob([text]).stream(), 1000);
  await write("left", 0);
  clock.advance(23 * 3600_000);
  await sweep(nothing);
  expect(await partials.size(of("left"))).toBe(4);
  clock.advance(2 * 3600_000);
  await sweep(nothing);
  expect(await partials.size(of("left"))).toBe(0);
  expect(filesUnder(dataDir)).toEqual([]);
  expect(await write("left", 4)).toEqual({ ok: false, error: "wrong-offset" });
  expect(await write("left", 0)).toEqual({ ok: true, value: 4 });
});

test("two servers on one folder go on with each other's partials", async () => {
  const dataDir = temporaryFolder();
  const [one, other] = [await createBlobs({ dataDir }), await createBlobs({ dataDir })];
  const name = { by: "a".repeat(43) as KeyId, hash: await sha256("first, second, third") };
  const write = (at: Blobs, offset: number, text: string) =>
    at.partials.append(name, offset, new Blob([text]).stream(), 1000);
  expect(await write(one, 0, "first, ")).toEqual({ ok: true, value: 7 });
  expect(await other.partials.size(name)).toBe(7);
  expect(await Promise.all([write(other, 7, "second, "), write(one, 7, "second, ")])).toEqual([
    { ok: true, value: 15 },
    { ok: true, value: 15 },
  ]);
  await write(one, 15, "third");
  expect(await textOf(await other.partials.open(name))).toBe("first, second, third");
  await other.partials.remove(name);
  expect(await one.partials.size(name)).toBe(0);
  expect(await one.partials.open(name)).toBeUndefined();
});

const unpack = (segments: readonly (Segment | undefined)[]) => {
  const gzip = createGzipSplice();
  const parts = segments.map((segment) => {
    if (!segment) throw new Error("no segment");
    return gzip.add(segment);
  });
  return gunzipSync(Buffer.concat([gzip.header, ...parts, gzip.trailer()])).toString();
};

test("a text's line is compressed once, alone or after its neighbours", async () => {
  const dataDir = temporaryFolder();
  const blobs = await createBlobs({ dataDir });
  const texts = [1, 2, 3].map((i) => `{"v":1,"blocks":[{"k":"p","r":["Điều ${i}. Các chi bộ thực hiện."]}]}`);
  const hashes: Hash[] = [];
  for (const text of texts) hashes.push((await put(blobs, bytesOf(text))).hash);
  const [first, second, third] = hashes as [Hash, Hash, Hash];
  const whole = texts.map((text, i) => `t ${hashes[i]} ${text}\n`).join("");

  expect(unpack(await Promise.all(hashes.map((hash) => blobs.textSegment(hash))))).toBe(whole);
  const chain = async (from: Blobs) => [
    await from.textSegment(first),
    await from.textSegment(second, [first]),
    await from.textSegment(third, [first, second]),
  ];
  const linked = await chain(blobs);
  expect(unpack(linked)).toBe(whole);
  const alone = await blobs.textSegment(third);
  expect(linked[2]?.deflated.length).toBeLessThan((alone?.deflated.length ?? 0) / 2);

  // From disk, by another process; and made anew where a crash cut the file short.
  expect(unpack(await chain(await createBlobs({ dataDir })))).toBe(whole);
  for (const file of filesUnder(dataDir)) if (file.includes(".")) truncateSync(file, statSync(file).size - 3);
  expect(unpack(await chain(await createBlobs({ dataDir })))).toBe(whole);
});

test("compressed forms go after a month, and are made again", async () => {
  const clock = createTestClock(Date.now());
  const dataDir = temporaryFolder();
  const blobs = await createBlobs({ dataDir, clock });
  const { hash } = await put(blobs, bytesOf('{"v":1,"blocks":[]}'));
  await blobs.textSegment(hash);
  const everything = async (hashes: readonly Hash[]) => new Set(hashes);
  clock.advance(29 * 24 * 3600_000);
  await blobs.sweep(everything);
  expect(filesUnder(dataDir)).toHaveLength(2);
  clock.advance(2 * 24 * 3600_000);
  expect(await blobs.sweep(everything)).toBe(0);
  expect(filesUnder(dataDir)).toHaveLength(1);
  expect(await (await createBlobs({ dataDir })).textSegment(hash)).toBeDefined();
});

test("a text with a line break in it has no line", async () => {
  const blobs = await createBlobs({ dataDir: temporaryFolder() });
  const { hash } = await put(blobs, bytesOf('{\n"v":1}'));
  expect(await blobs.textSegment(hash)).toBeUndefined();
});
