import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { gunzipped } from "./gunzipped";

const content = Buffer.from(randomBytes(300_000).toString("hex"));
const packed = gzipSync(content);
const inPieces = (bytes: Uint8Array, onCancel?: () => void) => {
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + 7000));
      at += 7000;
    },
    cancel: () => onCancel?.(),
  });
};

it("unpacks what was packed", async () => {
  const whole = Buffer.from(await new Response(gunzipped(inPieces(packed))).arrayBuffer());
  expect(whole.equals(content)).toBe(true);
});

it("fails where the bytes are damaged or end too early", async () => {
  const damaged = Uint8Array.from(packed);
  damaged.fill(0, 5000, 6000);
  await expect(new Response(gunzipped(inPieces(damaged))).arrayBuffer()).rejects.toThrow();
  await expect(new Response(gunzipped(inPieces(packed.subarray(0, 9000)))).arrayBuffer()).rejects.toThrow();
});

it("can be cancelled at any moment, and lets go of its source", async () => {
  const thrown: unknown[] = [];
  const note = (error: unknown) => thrown.push(error);
  process.on("uncaughtException", note);
  for (let pieces = 0; pieces < 30; pieces++) {
    let letGo: (() => void) | undefined;
    const released = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const reader = gunzipped(inPieces(packed, letGo)).getReader();
    for (let i = 0; i < pieces; i++) await reader.read();
    if (pieces % 2) void reader.read();
    await reader.cancel();
    await released;
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off("uncaughtException", note);
  expect(thrown).toEqual([]);
});
