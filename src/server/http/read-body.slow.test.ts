import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { openBody, readJson, readText } from "./read-body";

const limits = { maxBytes: 1000, idle: 200 };
const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://office/sync", { method: "POST", body, headers, duplex: "half" } as RequestInit);
const gzip = { "Content-Encoding": "gzip" };
const streamed = (pieces: readonly Uint8Array[], end = true) => {
  const rest = [...pieces];
  return new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const next = rest.shift();
      if (next) controller.enqueue(next);
      else if (end) controller.close();
      else return new Promise(() => undefined);
    },
  });
};

it("reads plain and packed text", async () => {
  expect(await readText(post("Đảng ủy"), limits)).toEqual({ ok: true, value: "Đảng ủy" });
  expect(await readText(post(gzipSync("Đảng ủy"), gzip), limits)).toEqual({ ok: true, value: "Đảng ủy" });
  expect(await readText(new Request("http://office/"), limits)).toEqual({ ok: true, value: "" });
});

it("refuses what is too large, declared, streamed or packed", async () => {
  const tooLarge = { ok: false, error: "too-large" };
  expect(openBody(post("x", { "Content-Length": "1001" }), limits)).toEqual(tooLarge);
  expect(await readText(post("x".repeat(1001)), limits)).toEqual(tooLarge);
  expect(await readText(post(gzipSync("x".repeat(1001)), gzip), limits)).toEqual(tooLarge);
});

it("stops a gzip bomb long before it is unpacked", async () => {
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
  const before = process.memoryUsage().arrayBuffers;
  expect(await readText(post(bomb, gzip), limits)).toEqual({ ok: false, error: "too-large" });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024);
});

it("gives up a sender who stalls", async () => {
  const request = post(streamed([new TextEncoder().encode("{")], false));
  expect(await readText(request, { maxBytes: 1000, idle: 20 })).toEqual({ ok: false, error: "malformed" });
});

it("gives up a sender who drips a byte now and then to keep its place", async () => {
  let sent = 0;
  const drip = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      sent += 1;
      controller.enqueue(Uint8Array.of(32));
    },
  });
  expect(await readText(post(drip), { maxBytes: 1000, idle: 200 })).toEqual({
    ok: false,
    error: "malformed",
  });
  expect(sent).toBeLessThan(100);
});

it("refuses bytes that are not UTF-8, a broken gzip, an unknown packing, broken JSON", async () => {
  const malformed = { ok: false, error: "malformed" };
  expect(await readText(post(new Uint8Array([0xff, 0xfe])), limits)).toEqual(malformed);
  expect(await readText(post(gzipSync("hello world").subarray(0, 12), gzip), limits)).toEqual(malformed);
  expect(await readText(post("not packed at all", gzip), limits)).toEqual(malformed);
  expect(await readText(post("x", { "Content-Encoding": "br" }), limits)).toEqual(malformed);
  expect(await readJson(post("{"), limits)).toEqual(malformed);
});
