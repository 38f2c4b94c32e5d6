import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createBlobs } from "../../src/server/blobs/create-blobs";
import { temporaryFolder } from "../support/folder";
import { enrolByLink, newMachine } from "../support/machine";
import { createTestOffice, hashOf, type TestOffice } from "../support/office";
import { prepareData } from "../support/prepared-data";
import { createServerProcess } from "../support/server-process";
import { askAs } from "../support/wire-client";

/*
 * A file of many pieces over a line that fails between and in the middle of them. What is said at the end of each: the file is
 * at the server as it was, and what had arrived was not sent again.
 */

const piece = 512 * 1024;

/** Bytes of a paper, of which no two stretches are alike. */
const paper = (length: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(length).map((_, i) => Math.imul(i + 1, 2_654_435_761) >>> 24);
  bytes.set(new TextEncoder().encode("%PDF-1.7\n"));
  return bytes;
};

/** A clerk's desk; bytes of the bodies that it sent, and what becomes of a piece on its way. */
const openDesk = async () => {
  const office = await createTestOffice();
  const { commune } = office;
  const road = {
    sent: [] as string[],
    bytes: 0,
    /** How many bytes of this piece come through before the line breaks; undefined: all, and the answer, too. */
    cut: (_from: number): number | undefined => undefined,
    /** The line is dead for so many requests more. */
    dead: 0,
  };
  const fetchOver = async (request: Request, env: { readonly address: string }): Promise<Response> => {
    const { method, url, headers } = request;
    if (!["PUT", "PATCH"].includes(method) && !url.includes("/uploads/"))
      return office.app.fetch(request, env);
    if (road.dead > 0) {
      road.dead -= 1;
      throw new TypeError("no line");
    }
    const body = new Uint8Array(await request.arrayBuffer());
    const from = Number(headers.get("Upload-Offset") ?? 0);
    const arrives = method === "PATCH" ? road.cut(from) : undefined;
    road.sent.push(`${method} ${from}+${body.length}`);
    road.bytes += arrives ?? body.length;
    const broken = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(body.slice(0, arrives)),
      pull: (controller) => controller.error(new Error("line cut")),
    });
    const inner = new Request(url, {
      method,
      headers,
      ...(method !== "GET" && { body: arrives === undefined ? body : broken, duplex: "half" as const }),
    });
    const answer = await office.app.fetch(inner, env);
    if (arrives !== undefined) throw new TypeError("the line broke");
    return answer;
  };
  const { device } = newMachine({ ...office, app: { fetch: fetchOver } });
  await enrolByLink(office, device, commune.root, commune.office.member, commune.officeCell, "office");
  return { office, device, road };
};

/** Whether it lies at the server under its name, byte for byte. */
const kept = async ({ blobs }: Pick<TestOffice, "blobs">, data: Uint8Array<ArrayBuffer>): Promise<boolean> =>
  Buffer.compare((await blobs.read(hashOf(data))) ?? new Uint8Array(), data) === 0;

/** Once, at the piece that begins there or later. */
const cutOnce = (at: number, arrives: number) => {
  let left = 1;
  return (from: number) => (from >= at && left-- > 0 ? arrives : undefined);
};

test("a small file is one request; a large one is asked for once and goes in pieces, and tells its progress", async () => {
  const { office, device, road } = await openDesk();
  const small = paper(piece);
  expect(await device.files.upload(new Blob([small]))).toEqual({ ok: true, value: hashOf(small) });
  expect(road.sent).toEqual([`PUT 0+${piece}`]);

  road.sent.length = 0;
  const large = paper(3 * piece + 100);
  const told: number[] = [];
  expect(await device.files.upload(new Blob([large]), (done) => told.push(done))).toMatchObject({ ok: true });
  expect(road.sent).toEqual([
    "GET 0+0",
    ...[0, 1, 2].map((i) => `PATCH ${i * piece}+${piece}`),
    `PATCH ${3 * piece}+100`,
  ]);
  expect(told).toEqual([0, 0, piece, 2 * piece, 3 * piece, large.length]);
  expect(await kept(office, large)).toBe(true);

  // What the server has is not sent again.
  road.sent.length = 0;
  expect(await device.files.upload(new Blob([large]))).toMatchObject({ ok: true });
  expect(road.sent).toEqual(["GET 0+0"]);
});

test("cut off in the middle of a piece it goes on from the byte that arrived, in the same attempt", async () => {
  const { office, device, road } = await openDesk();
  const data = paper(5 * piece);
  road.cut = cutOnce(3 * piece, 200_000);
  expect(await device.files.upload(new Blob([data]))).toEqual({ ok: true, value: hashOf(data) });
  expect(await kept(office, data)).toBe(true);
  expect(road.sent.filter((one) => one.startsWith("GET"))).toHaveLength(2);
  expect(road.sent).toContain(`PATCH ${3 * piece + 200_000}+${piece / 2}`);
  expect(road.bytes).toBe(data.length);
});

test("cut off with the line dead, it ends as unreachable and goes on at the next attempt, repeating nothing", async () => {
  const { office, device, road } = await openDesk();
  const data = paper(10 * piece);
  const upload = () => device.files.upload(new Blob([data]));
  road.cut = (from) => {
    if (from < 9 * piece) return undefined;
    road.dead = 1;
    return 1000;
  };
  expect(await upload()).toEqual({ ok: false, error: "unreachable" });
  expect(road.bytes).toBe(9 * piece + 1000);
  road.cut = () => undefined;
  expect(await upload()).toMatchObject({ ok: true });
  expect(road.bytes).toBe(data.length);
  expect(await kept(office, data)).toBe(true);
});

test("a proxy that keeps pieces back until they are whole costs the piece that broke, and no more", async () => {
  const { office, device, road } = await openDesk();
  const data = paper(6 * piece);
  let repeated = 0;
  const once = cutOnce(2 * piece, 0);
  road.cut = (from) => {
    const cut = once(from);
    if (cut !== undefined) repeated += piece;
    return cut;
  };
  expect(await device.files.upload(new Blob([data]))).toMatchObject({ ok: true });
  expect(repeated).toBe(piece);
  expect(road.bytes).toBe(data.length);
  expect(await kept(office, data)).toBe(true);
});

test("a line that lets nothing through is given up after a few breaks, and not asked for ever", async () => {
  const { device, road } = await openDesk();
  road.cut = () => 0;
  expect(await device.files.upload(new Blob([paper(3 * piece)]))).toEqual({
    ok: false,
    error: "unreachable",
  });
  expect(road.sent.filter((one) => one.startsWith("PATCH")).length).toBeLessThan(8);
});

test("what a server that lost power left of it is no beginning: it is sent anew, once", async () => {
  const { office, device, road } = await openDesk();
  const data = paper(4 * piece);
  road.cut = (from) => {
    if (from < 2 * piece) return undefined;
    road.dead = 1;
    return 0;
  };
  expect(await device.files.upload(new Blob([data]))).toMatchObject({ ok: false });
  road.cut = () => undefined;
  const [by = ""] = readdirSync(join(office.dataDir, "blobs/partials"));
  const file = join(office.dataDir, "blobs/partials", by, hashOf(data));
  const torn = readFileSync(file).fill(0, piece);
  writeFileSync(file, torn);
  expect(await device.files.upload(new Blob([data]))).toMatchObject({ ok: true });
  expect(await kept(office, data)).toBe(true);
});

test("a server from before there were pieces gets the file as a whole", async () => {
  const { office, device, road } = await openDesk();
  const data = paper(2 * piece);
  const { fetch } = office.app;
  office.app.fetch = (request: Request, ...rest) =>
    request.url.includes("/uploads/")
      ? Response.json({ code: "not-found" }, { status: 404 })
      : fetch.call(office.app, request, ...rest);
  expect(await device.files.upload(new Blob([data]))).toMatchObject({ ok: true });
  expect(road.sent).toEqual(["GET 0+0", `PUT 0+${data.length}`]);
});

test("a server that is killed between two pieces, and in the middle of one, goes on after its start", async () => {
  const dataDir = temporaryFolder();
  const { root } = await prepareData(dataDir, { phones: 1 });
  const server = await createServerProcess(dataDir, [], {}, { bare: true });
  onTestFinished(() => server.kill());
  await server.start();
  const data = paper(4 * piece);
  const path = `/uploads/${hashOf(data)}`;
  const send = (from: number, body: BodyInit, complete = false) => {
    const headers = { "Upload-Offset": String(from), "Upload-Complete": complete ? "?1" : "?0" };
    const init = { method: "PATCH", body, headers, duplex: "half" };
    return askAs(server.origin, root, path, "", init);
  };
  const stands = async () => {
    const answer = await askAs(server.origin, root, path, "", { method: "GET", body: null });
    return Number(answer.headers.get("Upload-Offset"));
  };
  expect((await send(0, data.slice(0, piece))).status).toBe(204);
  await server.kill();
  await server.start();
  expect(await stands()).toBe(piece);

  const half = data.slice(piece, piece + 100_000);
  const never = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(half) });
  const sending = send(piece, never).catch(() => undefined);
  await expect.poll(stands).toBe(piece + half.length);
  await server.kill();
  await sending;
  await server.start();
  const at = await stands();
  expect(at).toBe(piece + half.length);
  expect((await send(at, data.slice(at), true)).status).toBe(204);
  await server.stop();
  expect(await kept({ blobs: await createBlobs({ dataDir }) }, data)).toBe(true);
});
