import { expect, onTestFinished, test } from "vitest";
import type { RunningDevice } from "../../src/device/create-device";
import { countTexts } from "../../src/device/store/texts";
import type { DocumentId } from "../../src/domain/ids";
import { cellScope, committeeScope, memberScope } from "../../src/domain/scope";
import { listen } from "../../src/server/cli/listen";
import { enrolByLink, newMachine, now } from "../support/machine";
import { startNginx } from "../support/nginx";
import { createTestOffice, hashOf, type TestOffice } from "../support/office";
import { publishWord, readWord } from "../support/word-paper";

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The office behind nginx, and machines that reach it by that way alone. */
const openFronted = async (settings?: string) => {
  const office = await createTestOffice();
  const road = {
    /** What nginx answered itself. */
    pages: [] as number[],
    /** Bodies as they were sent, in bytes, by method. */
    sent: [] as {
      readonly method: string;
      readonly path: string;
      readonly bytes: number;
      readonly range: string | null;
    }[],
    /** What the server does with its answer before nginx hears of it. */
    atServer: async (answer: Response, _path: string): Promise<Response> => answer,
    /** How the phone says what it says. */
    upward: (body: ArrayBuffer, _method: string): BodyInit => body,
    /** How the phone takes what it hears. */
    downward: (answer: Response, _path: string): Response => answer,
  };
  const slow = {
    fetch: async (request: Request, env: { readonly address: string }) =>
      road.atServer(await office.app.fetch(request, env), new URL(request.url).pathname),
  };
  const listening = await listen(slow, { port: 0, trustProxy: true });
  onTestFinished(() => listening.close(0));
  const origin = await startNginx(`http://127.0.0.1:${listening.port}`, settings);
  const fetchThrough = async (request: Request) => {
    const { pathname: path, search } = new URL(request.url);
    const { method, headers, signal } = request;
    const whole = ["GET", "HEAD"].includes(method) ? undefined : await request.arrayBuffer();
    road.sent.push({ method, path, bytes: whole?.byteLength ?? 0, range: headers.get("Range") });
    const body = whole && { body: road.upward(whole, method), duplex: "half" };
    const answer = await fetch(origin + path + search, { method, headers, signal, ...body });
    if (answer.headers.get("Content-Type")?.startsWith("text/html")) road.pages.push(answer.status);
    return road.downward(answer, path);
  };
  return { office, road, fronted: { ...office, app: { fetch: fetchThrough } } };
};
type Fronted = Awaited<ReturnType<typeof openFronted>>;

const openDesk = async ({ office, fronted }: Fronted) => {
  const { commune } = office;
  const { device } = newMachine(fronted);
  await enrolByLink(office, device, commune.root, commune.office.member, commune.officeCell, "office");
  return device;
};
const openPhone = async ({ office, fronted }: Fronted) => {
  const { commune } = office;
  const machine = newMachine(fronted);
  const { member } = commune.east.members[0];
  await enrolByLink(office, machine.device, commune.office.signer, member, commune.east.org, "member");
  return machine;
};

/** The phone's copy is the server's, and nothing waits. */
const expectEqual = async (phone: RunningDevice, { log, commune }: TestOffice) => {
  const scopes = [
    "commune",
    cellScope(commune.east.org),
    memberScope(commune.east.members[0].member),
  ] as const;
  const heads = await log.heads(scopes);
  for (const scope of scopes) {
    const head = heads.get(scope) ?? 0;
    const row = await phone.store.mirror.scopes.get(scope);
    if (head > 0)
      expect([scope, row?.n, row?.digest]).toEqual([scope, head, await log.digestAt(scope, head)]);
  }
  expect(await now(phone.outbox.items())).toEqual([]);
  expect(phone.state.getState().sync.problem).toBeUndefined();
};

test("a file larger than nginx lets through in one body goes up in pieces, as nginx comes", async () => {
  const world = await openFronted();
  const device = await openDesk(world);
  const paper = await readWord("KẾ HOẠCH", "118-KH-ĐU.docx", 3 * 1024 * 1024);
  expect((await publishWord(device, world.office.commune.random, {}, paper)).is).toBe("applied");
  expect(world.road.pages).toEqual([]);
  expect(await world.office.blobs.stat(hashOf(paper.bytes))).toEqual({ bytes: paper.bytes.length });
});

test("where nginx lets less through, pieces become smaller until they fit, and so does a file of one piece", async () => {
  const world = await openFronted("client_max_body_size 256k;");
  const { road, office } = world;
  const device = await openDesk(world);
  for (const bytes of [400 * 1024, 1_500_000]) {
    road.sent.length = 0;
    const paper = await readWord("KẾ HOẠCH", "118-KH-ĐU.docx", bytes);
    expect((await publishWord(device, office.commune.random, {}, paper)).is).toBe("applied");
    expect(await office.blobs.stat(hashOf(paper.bytes))).toEqual({ bytes: paper.bytes.length });
    // One was too large; what follows fits.
    const sent = road.sent.filter(({ bytes }) => bytes > 100_000);
    expect(sent.filter(({ bytes }) => bytes > 256 * 1024)).toHaveLength(1);
  }
  expect(road.pages).toEqual([413, 413]);
});

test("where nginx lets nothing of it through, a file is refused in so many words, nothing is written, and a smaller one goes", async () => {
  const world = await openFronted("client_max_body_size 16k;");
  const { office, road } = world;
  const device = await openDesk(world);
  const large = await readWord("KẾ HOẠCH", "118-KH-ĐU.docx", 1024 * 1024);
  const issue = (paper: typeof large) => publishWord(device, office.commune.random, {}, paper);
  const heads = await office.log.heads(["commune"]);
  expect(await issue(large)).toEqual({ is: "refused", code: "too-large" });
  expect(road.pages).toEqual([413, 413, 413, 413, 413]);
  expect(await office.log.heads(["commune"])).toEqual(heads);
  expect(await now(device.outbox.items())).toEqual([]);
  expect((await issue(await readWord("KẾ HOẠCH"))).is).toBe("applied");
});

test("what a phone wrote offline goes in pieces that nginx lets through, to the last", async () => {
  const world = await openFronted("client_max_body_size 4k;");
  const { office, road } = world;
  const papers = [];
  for (let i = 0; i < 60; i += 1) papers.push(await office.issue(await office.commune.paper()));
  const { device, line } = await openPhone(world);
  line.up = false;
  for (const { signed } of papers) await device.library.markRead(signed.entry.subject as DocumentId);
  expect(await now(device.outbox.items(), (items) => items.length === 60)).toHaveLength(60);
  line.up = true;
  await device.sync();
  expect(await now(device.outbox.items(), (items) => items.length === 0)).toEqual([]);
  expect(road.pages).toContain(413);
});

/*
 * nginx waits a minute for the server's next word (`proxy_read_timeout`), for the phone's next word (`client_body_timeout`) and
 * for the phone to take the next of an answer (`send_timeout`), then it cuts. Here it waits two seconds. Nothing of what is
 * shown depends on how long that is: each timer starts anew with every byte, and neither phone nor server has a limit of
 * its own below a minute, so that it is nginx that cuts, as it is with its own minute.
 */
const limit = 2000;
const impatient = "proxy_read_timeout 2s; client_body_timeout 2s; send_timeout 2s;";

/** A body that is silent once, for so long, after it has given so many bytes. */
const silentAfter = (bytes: number, silence: () => Promise<void>) => {
  let given = 0;
  let silent = false;
  return new TransformStream<Uint8Array, Uint8Array>({
    transform: async (piece, controller) => {
      // A large piece is given in parts, or all of it would be out before the silence.
      for (let at = 0; at < piece.length; at += 4096) {
        if (given >= bytes && !silent) {
          silent = true;
          await silence();
        }
        controller.enqueue(piece.slice(at, at + 4096));
        given += Math.min(4096, piece.length - at);
      }
    },
  });
};
const through = (answer: Response, transform: TransformStream<Uint8Array, Uint8Array>) =>
  new Response(answer.body?.pipeThrough(transform) ?? null, {
    status: answer.status,
    headers: answer.headers,
  });

const issueMany = async (office: TestOffice, count: number) => {
  const papers = [];
  for (let i = 0; i < count; i += 1)
    papers.push(
      await office.issue(await office.commune.paper({ words: `Văn bản số ${i * 7919}. `.repeat(40) })),
    );
  return papers;
};

test("a server silent for longer than nginx waits: the phone says so, and what the server took meanwhile counts once", async () => {
  const world = await openFronted(impatient);
  const { office, road } = world;
  const papers = await issueMany(office, 5);
  const { device, line } = await openPhone(world);
  line.up = false;
  for (const { id } of papers) await device.library.markRead(id);
  line.up = true;
  const scope = committeeScope(office.commune.east.org);
  const before = (await office.log.heads([scope])).get(scope) ?? 0;
  road.atServer = async (answer, path) => {
    if (path === "/sync") await pause(2 * limit);
    return answer;
  };
  await device.sync();
  expect(road.pages).toEqual([504]);
  expect(device.state.getState().sync).toMatchObject({ running: false, problem: "unreachable" });
  expect(await now(device.outbox.items())).toHaveLength(5);

  road.atServer = async (answer) => answer;
  await device.sync();
  await expectEqual(device, office);
  expect((await office.log.heads([scope])).get(scope)).toBe(before + 5);
});

test("a server silent within its answer for longer than nginx waits: what came before stays, and the next contact goes on from there", async () => {
  const world = await openFronted(impatient);
  const { office, road } = world;
  const { device } = await openPhone(world);
  await issueMany(office, 300);
  road.atServer = async (answer, path) =>
    path === "/sync"
      ? through(
          answer,
          silentAfter(20_000, () => pause(2 * limit)),
        )
      : answer;
  const cursor = async () => (await device.store.mirror.scopes.get("commune"))?.n ?? 0;
  const before = await cursor();
  await device.sync();
  expect(device.state.getState().sync).toMatchObject({ running: false, problem: "unreachable" });
  const reached = await cursor();
  expect(reached).toBeGreaterThan(before);
  const texts = await countTexts(device.store.mirror);
  expect(texts).toBeLessThan(300);

  // The same again, which now has less to say.
  let heard = 0;
  road.downward = (answer, path) =>
    path === "/sync"
      ? through(
          answer,
          new TransformStream({
            transform: (piece, controller) => {
              heard += [...new TextDecoder().decode(piece).matchAll(/^t /gm)].length;
              controller.enqueue(piece);
            },
          }),
        )
      : answer;
  road.atServer = async (answer) => answer;
  // The phone may have tried again by itself meanwhile, into the silence: that run is waited for, and then one more.
  for (let i = 0; i < 3 && (await countTexts(device.store.mirror)) < 300; i += 1) await device.sync();
  expect(await countTexts(device.store.mirror)).toBe(300);
  expect(heard).toBeLessThanOrEqual(300 - texts);
  await expectEqual(device, office);
});

test("an answer with pauses shorter than nginx waits is not cut, however long it takes", async () => {
  const world = await openFronted(impatient);
  const { office, road } = world;
  const { device } = await openPhone(world);
  await issueMany(office, 100);
  let pauses = 0;
  road.atServer = async (answer, path) =>
    path === "/sync"
      ? through(
          answer,
          new TransformStream({
            transform: async (piece, controller) => {
              for (let at = 0; at < piece.length; at += 2048) {
                if (pauses < 8) {
                  pauses += 1;
                  await pause(limit / 4);
                }
                controller.enqueue(piece.slice(at, at + 2048));
              }
            },
          }),
        )
      : answer;
  const started = performance.now();
  road.sent.length = 0;
  await device.sync();
  expect(performance.now() - started).toBeGreaterThan(1.5 * limit);
  expect(pauses).toBe(8);
  expect(road.sent.filter(({ path }) => path === "/sync")).toHaveLength(1);
  expect(await countTexts(device.store.mirror)).toBe(100);
  await expectEqual(device, office);
});

test("a phone that falls silent in the middle of a piece is cut, and goes on with a smaller one", async () => {
  const world = await openFronted(impatient);
  const { office, road } = world;
  const device = await openDesk(world);
  const paper = await readWord("KẾ HOẠCH", "118-KH-ĐU.docx", 1_500_000);
  let silent = 0;
  road.upward = (body, method) => {
    if (method !== "PATCH" || silent++ > 0) return body;
    return new Blob([body]).stream().pipeThrough(silentAfter(100_000, () => pause(2 * limit)));
  };
  expect((await publishWord(device, office.commune.random, {}, paper)).is).toBe("applied");
  expect(await office.blobs.stat(hashOf(paper.bytes))).toEqual({ bytes: paper.bytes.length });
  const pieces = road.sent.filter(({ method }) => method === "PATCH").map(({ bytes }) => bytes);
  expect(pieces.slice(0, 2)).toEqual([512 * 1024, 256 * 1024]);
  expect(pieces.reduce((sum, one) => sum + one, 0)).toBe(paper.bytes.length + 512 * 1024);
});

test("a phone that takes nothing for longer than nginx waits is cut, and fetches the rest", async () => {
  const world = await openFronted(impatient);
  const { office, road } = world;
  const device = await openDesk(world);
  // More than lies on the way in the buffers of both ends.
  const paper = await readWord("KẾ HOẠCH", "118-KH-ĐU.docx", 24 * 1024 * 1024);
  const bytes = paper.bytes.length;
  expect((await publishWord(device, office.commune.random, {}, paper)).is).toBe("applied");
  const { device: phone } = await openPhone(world);
  road.downward = (answer, path) =>
    path.startsWith("/blobs/")
      ? through(
          answer,
          silentAfter(1_000_000, () => pause(3 * limit)),
        )
      : answer;
  const fetched = () => phone.files.fetch(hashOf(paper.bytes), bytes, paper.media, () => undefined);
  expect(await fetched()).toEqual({ ok: false, error: "unreachable" });
  road.downward = (answer) => answer;
  road.sent.length = 0;
  const file = await fetched();
  expect(file.ok && file.value.size).toBe(bytes);
  const [{ range } = { range: null }] = road.sent;
  expect(Number(/^bytes=(\d+)-$/.exec(range ?? "")?.[1])).toBeGreaterThan(0);
});
