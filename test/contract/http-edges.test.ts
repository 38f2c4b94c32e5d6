import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { formatSigned, formatSyncRequest } from "../../src/protocol/sync-request";
import type { Blobs } from "../../src/server/blobs/blobs";
import { openBuiltFiles } from "../../src/server/http/built-files";
import { createTokenBuckets } from "../../src/server/http/token-bucket";
import { newSigner } from "../support/commune";
import { temporaryFolder } from "../support/folder";
import { createTestOffice, hashOf } from "../support/office";

const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());
const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test("every answer carries the strict headers, and no answer of the API is kept", async () => {
  const office = await createTestOffice();
  const clerk = office.commune.office.signer;
  const answers = [
    await office.send(undefined, "GET", "/healthz"),
    await office.send(undefined, "GET", "/nothing-here"),
    await office.send(undefined, "POST", "/sync"),
    await office.send(undefined, "DELETE", "/time"),
    await office.send(clerk, "GET", "/coverage"),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 404, 401, 404, 200]);
  for (const { headers } of answers) {
    const policy = headers.get("Content-Security-Policy") ?? "";
    expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; /);
    expect(policy).not.toContain("unsafe-inline");
    expect(policy).not.toContain("'unsafe-eval'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(headers.get("Permissions-Policy")).toContain("camera=(self)");
    expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
    expect(headers.get("Strict-Transport-Security")).toContain("max-age=");
  }
  for (const { headers } of [answers[0], answers[2], answers[3], answers[4]].flatMap((one) => one ?? []))
    expect(headers.get("Cache-Control")).toBe("no-store");
  const plain = await createTestOffice(() => ({ origin: "http://localhost:8080" }));
  expect(
    (await plain.send(undefined, "GET", "/healthz")).headers.get("Strict-Transport-Security"),
  ).toBeNull();
});

test("a file that was opened for a question about its head alone is closed again", async () => {
  let closed = 0;
  const opened = () =>
    new ReadableStream<Uint8Array>({
      cancel: () => {
        closed += 1;
      },
    });
  const blobs = { stat: async () => ({ bytes: 9 }), open: async () => opened() } as unknown as Blobs;
  const office = await createTestOffice(() => ({ blobs }));
  const paper = await office.issue(await office.commune.paper());
  const by = office.commune.east.members[0].signer;
  const answer = await office.send(by, "HEAD", `/blobs/${paper.textHash}`);
  expect([answer.status, answer.headers.get("Content-Length"), answer.body]).toEqual([200, "9", null]);
  expect(closed).toBe(1);
});

test("a blob comes whole, in part, or not again", async () => {
  const office = await createTestOffice();
  const { commune, send } = office;
  const paper = await office.issue(await commune.paper({ words: "Trồng rừng vụ xuân. ".repeat(200) }));
  const whole = new TextEncoder().encode(paper.text);
  const get = (headers: Record<string, string> = {}) =>
    send(commune.east.members[0].signer, "GET", `/blobs/${paper.textHash}`, { headers });

  const full = await get();
  expect(full.status).toBe(200);
  expect(await bytesOf(full)).toEqual(whole);
  expect(full.headers.get("Cache-Control")).toBe("private, max-age=31536000, immutable");
  expect(full.headers.get("Content-Length")).toBe(String(whole.length));
  const etag = full.headers.get("ETag") ?? "";
  expect(etag).toBe(`"${paper.textHash}"`);

  const part = await get({ Range: "bytes=100-199" });
  expect(part.status).toBe(206);
  expect(part.headers.get("Content-Range")).toBe(`bytes 100-199/${whole.length}`);
  expect(await bytesOf(part)).toEqual(whole.slice(100, 200));
  const rest = await get({ Range: `bytes=${whole.length - 7}-`, "If-Range": etag });
  expect(await bytesOf(rest)).toEqual(whole.slice(-7));
  const stale = await get({ Range: "bytes=5-", "If-Range": '"another"' });
  expect([stale.status, (await bytesOf(stale)).length]).toEqual([200, whole.length]);

  const outside = await get({ Range: `bytes=${whole.length}-` });
  expect([outside.status, outside.headers.get("Content-Range")]).toEqual([416, `bytes */${whole.length}`]);
  expect((await get({ "If-None-Match": etag })).status).toBe(304);
});

test("only papers, texts and pictures are put, under their own names, and no larger than allowed", async () => {
  const office = await createTestOffice();
  const clerk = office.commune.office.signer;
  const put = (data: Uint8Array<ArrayBuffer>, name = hashOf(data), headers: Record<string, string> = {}) =>
    office.send(clerk, "PUT", `/blobs/${name}`, { body: data, headers });
  const code = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];

  const pdf = bytes(`%PDF-1.7\n${"x".repeat(5000)}`);
  expect((await put(pdf)).status).toBe(204);
  expect((await put(pdf)).status).toBe(204);
  expect(await office.blobs.has(hashOf(pdf))).toBe(true);

  const packed = bytes(`%PDF-1.4\n${"y".repeat(9000)}`);
  const gzip = { "Content-Encoding": "gzip" };
  expect((await put(new Uint8Array(gzipSync(packed)), hashOf(packed), gzip)).status).toBe(204);
  expect(await office.blobs.read(hashOf(packed))).toEqual(packed);

  expect(await code(await put(pdf, hashOf("another name")))).toEqual([422, "damaged-file"]);
  const page = bytes("<html><script>alert(1)</script></html>");
  expect(await code(await put(page))).toEqual([422, "not-a-document"]);
  expect(await office.blobs.has(hashOf(page))).toBe(false);
  expect(await code(await put(bytes("MZ program")))).toEqual([422, "not-a-document"]);

  const huge = new Uint8Array(30 * 1024 * 1024 + 1);
  huge.set(bytes("%PDF-1.7"));
  expect(await code(await put(huge))).toEqual([413, "too-large"]);
  expect(await office.blobs.has(hashOf(huge))).toBe(false);
  const longText = bytes(`{"v":1,"blocks":[${" ".repeat(8 * 1024 * 1024)}]}`);
  expect(await code(await put(longText))).toEqual([413, "too-large"]);
  const bomb = gzipSync(Buffer.concat([Buffer.from("%PDF-1.7"), Buffer.alloc(40 * 1024 * 1024)]));
  expect(await code(await put(new Uint8Array(bomb), hashOf("bomb"), gzip))).toEqual([413, "too-large"]);
});

test("a body too large, packed or not, ends in 413; one that is none of ours in 400", async () => {
  const office = await createTestOffice();
  const phone = office.commune.east.members[0].signer;
  const sync = (body: BodyInit, headers: Record<string, string> = {}) =>
    office.send(phone, "POST", "/sync", { body, headers });
  const gzip = { "Content-Encoding": "gzip" };
  expect((await sync("x".repeat(4 * 1024 * 1024))).status).toBe(413);
  expect((await sync(new Uint8Array(gzipSync(Buffer.alloc(64 * 1024 * 1024))), gzip)).status).toBe(413);
  expect((await sync("not packed", gzip)).status).toBe(400);
  expect((await sync("{}")).status).toBe(400);
  expect((await sync("")).status).toBe(400);
  const hello = { v: 1, epoch: null, cursors: {}, want: [], texts: true };
  const line = `${"a".repeat(86)} {}`;
  expect((await sync([JSON.stringify(hello), ...Array(501).fill(line)].join("\n"))).status).toBe(413);
  expect((await sync(formatSyncRequest({ hello: { ...hello, v: 99 }, push: [] }))).status).toBe(426);
  expect((await sync(formatSyncRequest({ hello: { ...hello, v: 0 }, push: [] }))).status).toBe(426);
});

test("a device that asks too often waits, and others do not wait with it", async () => {
  const strict = await createTestOffice((clock) => ({
    limits: {
      device: createTokenBuckets({ capacity: 3, perSecond: 1 }, clock),
      address: createTokenBuckets({ capacity: 4, perSecond: 1 }, clock),
      enrolment: createTokenBuckets({ capacity: 10, perSecond: 1 }, clock),
      idle: 1000,
    },
  }));
  const { clock } = strict;
  const clerk = strict.commune.office.signer;
  const ask = () => strict.send(clerk, "GET", "/coverage");
  expect([(await ask()).status, (await ask()).status, (await ask()).status]).toEqual([200, 200, 200]);
  const waits = await ask();
  expect([waits.status, waits.headers.get("Retry-After")]).toEqual([429, "1"]);
  expect(((await waits.json()) as { code: string }).code).toBe("too-many-requests");
  expect((await strict.send(strict.commune.east.secretary.signer, "GET", "/coverage")).status).toBe(200);
  clock.advance(1000);
  expect((await ask()).status).toBe(200);

  // Keys that do not check are counted by address: one that guesses is stopped before anything is verified.
  const stranger = await newSigner();
  const guess = (address: string) => strict.send(stranger, "GET", "/coverage", { address });
  for (let i = 0; i < 4; i += 1) expect((await guess("203.0.113.9")).status).toBe(401);
  expect((await guess("203.0.113.9")).status).toBe(429);
  expect((await guess("203.0.113.10")).status).toBe(401);
});

test("enrolling: one link, one device; ten failures from one address, then patience", async () => {
  const office = await createTestOffice();
  const { commune, clock, log } = office;
  const { east } = commune;
  const offered = await commune.offer(commune.office.signer, east.members[0].member, east.org, "member");
  await log.accept([offered.signed]);
  const enrol = async (line: string, address = "203.0.113.5") => {
    const answer = await office.send(undefined, "POST", "/enrol", { body: line, address });
    const { is, code } = (await answer.json()) as { is?: string; code?: string };
    return [answer.status, is ?? code];
  };
  const first = await commune.takeUp(offered);
  expect(await enrol(formatSigned(first.signed))).toEqual([200, "applied"]);
  expect(await enrol(formatSigned(first.signed))).toEqual([200, "duplicate"]);
  expect((await office.send(first.device.signer, "GET", "/coverage")).status).toBe(403);

  const late = await commune.offer(commune.office.signer, east.members[0].member, east.org, "member");
  await log.accept([late.signed]);
  const other = await commune.takeUp(offered);
  expect(await enrol(formatSigned(other.signed))).toEqual([422, "offer-used"]);
  const forged = await commune.takeUp({ signed: late.signed, oneTime: other.device.signer });
  expect(await enrol(formatSigned(forged.signed))).toEqual([422, "bad-signature"]);
  clock.advance(7 * 24 * 3600_000);
  expect(await enrol(formatSigned((await commune.takeUp(late)).signed))).toEqual([422, "offer-expired"]);
  const receipt = await commune.receipt(east.members[0], commune.random.bytes(1).join() as never);
  expect(await enrol(formatSigned(receipt))).toEqual([400, "malformed"]);

  const guesser = "198.51.100.7";
  for (let i = 0; i < 10; i += 1) expect(await enrol("nonsense", guesser)).toEqual([400, "malformed"]);
  const refused = await office.send(undefined, "POST", "/enrol", { body: "nonsense", address: guesser });
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(30);
  const unknown = "/offers/01890a5d-ac96-774b-bcce-b302099a8057";
  expect((await office.send(undefined, "GET", unknown, { address: guesser })).status).toBe(429);
  expect((await office.send(undefined, "GET", unknown, { address: "198.51.100.8" })).status).toBe(404);
  clock.advance(61_000);
  expect(await enrol("nonsense", guesser)).toEqual([400, "malformed"]);
});

test("the built client: packed, kept by name, and one page for every place in the app", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Sổ Chi bộ</title>");
  writeFileSync(join(folder, "sw.js"), "self.addEventListener('fetch', () => {});");
  writeFileSync(join(folder, "assets/app-1a2b.js"), "export {};");
  writeFileSync(join(folder, "assets/app-1a2b.js.br"), "packed with brotli");
  writeFileSync(join(folder, "assets/app-1a2b.js.gz"), "packed with gzip");
  const office = await createTestOffice(() => ({ files: openBuiltFiles(folder) }));
  const get = (path: string, headers: Record<string, string> = {}) =>
    office.send(undefined, "GET", path, { headers });
  const about = async (answer: Response) => ({
    status: answer.status,
    type: answer.headers.get("Content-Type"),
    cache: answer.headers.get("Cache-Control"),
    encoding: answer.headers.get("Content-Encoding"),
    text: await answer.text(),
  });
  const page = {
    status: 200,
    type: "text/html; charset=utf-8",
    cache: "no-cache",
    encoding: null,
    text: "<!doctype html><title>Sổ Chi bộ</title>",
  };
  expect(await about(await get("/"))).toEqual(page);
  expect(await about(await get("/van-ban/abc", { Accept: "text/html,*/*" }))).toEqual(page);
  expect(await about(await get("/ghi-danh", { "Sec-Fetch-Mode": "navigate" }))).toEqual(page);
  expect((await get("/van-ban/abc")).status).toBe(404);
  expect((await get("/assets/gone.js", { Accept: "*/*" })).status).toBe(404);
  expect((await get("/..%2Froot-key.json")).status).toBe(404);
  // A path of the API is never the page, whoever asks: a phone must not take it for an answer.
  expect((await get("/sync", { Accept: "text/html" })).status).toBe(401);

  const script = await about(await get("/assets/app-1a2b.js", { "Accept-Encoding": "gzip, br" }));
  expect(script).toMatchObject({
    type: "text/javascript; charset=utf-8",
    cache: "public, max-age=31536000, immutable",
    encoding: "br",
    text: "packed with brotli",
  });
  const older = await get("/assets/app-1a2b.js", { "Accept-Encoding": "gzip, br;q=0" });
  expect(older.headers.get("Content-Encoding")).toBe("gzip");
  expect((await get("/assets/app-1a2b.js.br")).status).toBe(404);

  const worker = await get("/sw.js");
  expect(worker.headers.get("Cache-Control")).toBe("no-cache");
  const again = await get("/sw.js", { "If-None-Match": worker.headers.get("ETag") ?? "" });
  expect(again.status).toBe(304);
  expect(again.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
});
