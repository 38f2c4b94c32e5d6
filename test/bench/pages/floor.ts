import Dexie from "dexie";
import { indexTexts } from "../../../src/device/library/check-texts";
import type { DocumentId, Hash } from "../../../src/domain/ids";

/**
 * The floor of a first sync: the same texts as one gzip stream, written in bulk by plain Dexie. No signatures,
 * no cursor, no index. `window.floor(url)` resolves with milliseconds from the request to the last commit.
 */
const batchSize = 50;

const floor = async (url: string): Promise<number> => {
  const db = new Dexie("floor");
  db.version(1).stores({ texts: "id" });
  await db.open();
  await db.table("texts").clear();
  const started = performance.now();
  const response = await fetch(url);
  if (!response.body) throw new Error("no body");
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  let id = 0;
  let batch: { id: number; text: string }[] = [];
  for (;;) {
    const { value, done } = await reader.read();
    const lines = (rest + (value ?? "")).split("\n");
    rest = lines.pop() ?? "";
    for (const text of lines) {
      batch.push({ id, text });
      id += 1;
      if (batch.length === batchSize) {
        await db.table("texts").bulkPut(batch);
        batch = [];
      }
    }
    if (done) break;
  }
  if (batch.length) await db.table("texts").bulkPut(batch);
  const ended = performance.now();
  const count = await db.table("texts").count();
  if (count !== id) throw new Error(`${count} of ${id} texts`);
  db.close();
  return ended - started;
};

/** The floor of a push: one gzip POST of the same lines. */
const floorPost = async (url: string, lines: readonly string[]): Promise<number> => {
  const started = performance.now();
  const body = await new Response(
    new Blob([lines.join("\n")]).stream().pipeThrough(new CompressionStream("gzip")),
  ).blob();
  const response = await fetch(url, { method: "POST", body });
  await response.text();
  return performance.now() - started;
};

/** What the search index of the same texts takes by itself, in milliseconds: batch by batch, as they come. */
const indexing = async (url: string): Promise<number> => {
  const lines = (await (await fetch(url)).text()).split("\n").filter(Boolean);
  const texts = lines.map((line, i) => ({ hash: `${i}` as Hash, data: new TextEncoder().encode(line) }));
  const started = performance.now();
  for (let from = 0; from < texts.length; from += batchSize) {
    const batch = texts.slice(from, from + batchSize);
    const heads = batch.map(({ hash }) => ({
      id: hash as string as DocumentId,
      hash,
      issuedOn: "2026-11-29",
      abstract: "",
    }));
    indexTexts(batch, heads);
  }
  return performance.now() - started;
};

Object.assign(window, { floor, floorPost, indexing });
