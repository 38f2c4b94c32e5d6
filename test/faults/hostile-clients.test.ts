import { mkdtempSync, rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { systemClock } from "../../src/domain/clock";
import { createAssertion } from "../../src/protocol/assertion";
import { type GeneratedDirective, generateDirectives } from "../support/directives";
import { median } from "../support/median";
import { hashOf } from "../support/office";
import { prepareData } from "../support/prepared-data";
import { createServerProcess, type ServerProcess } from "../support/server-process";
import { askAs, linesAs, receiptsOf, syncBody, verdictsIn, type WirePhone } from "../support/wire-client";

/** Longer than what sockets take in on their way. */
const long = generateDirectives(1, 4_000_000)[0] as GeneratedDirective;

let server: ServerProcess;
let phones: readonly WirePhone[];
const phone = (i: number): WirePhone => {
  const found = phones[i];
  if (!found) throw new Error("no such phone");
  return found;
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const port = () => Number(new URL(server.origin).port);

const dataDir = mkdtempSync(join(tmpdir(), "so-chi-bo-"));
beforeAll(async () => {
  phones = (await prepareData(dataDir, { phones: 12, directives: [long] })).phones;
  server = await createServerProcess(dataDir, [], {}, { bare: true });
  await server.start();
}, 120_000);
afterAll(async () => {
  await server?.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

/** What comes back on a socket until it closes, or is silent for so long. */
const heard = (socket: Socket, silence = 3000): Promise<string> =>
  new Promise((resolve) => {
    let text = "";
    let timer = setTimeout(() => resolve(text), silence);
    const end = () => {
      clearTimeout(timer);
      resolve(text);
    };
    socket.on("data", (piece: Buffer) => {
      text += piece.toString("latin1");
      clearTimeout(timer);
      timer = setTimeout(() => resolve(text), 500);
    });
    socket.on("close", end).on("error", end);
  });

const open = (): Socket => {
  const socket = connect(port(), "127.0.0.1");
  socket.on("error", () => undefined);
  onTestFinished(() => {
    socket.destroy();
  });
  return socket;
};
const say = (text: string | Buffer): Promise<string> => {
  const socket = open();
  socket.write(text);
  return heard(socket);
};
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

/** An ordinary phone's exchange: five receipts pushed and answered; how long it took. */
const exchange = async (one: WirePhone): Promise<number> => {
  const started = performance.now();
  const lines = await linesAs(
    server.origin,
    one.signer,
    "/sync",
    syncBody(await receiptsOf(one, 5), one.cursors),
  );
  expect(verdictsIn(lines).map(({ is }) => is)).toEqual(Array(5).fill("applied"));
  expect(lines.at(-1)).toBe(". 0");
  return performance.now() - started;
};
const exchanges = async (count = 9): Promise<number> => {
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) times.push(await exchange(phone(i % 4)));
  return median(times);
};

test("while 500 hold half a request and 300 drip a body, an ordinary phone syncs as it does alone", async () => {
  await exchanges(3);
  const alone = await exchanges();
  const head = "POST /enrol HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n";
  const half = Array.from({ length: 500 }, (_, i) => {
    const socket = open();
    socket.write(head.slice(0, 10 + (i % 60)));
    return socket;
  });
  const dripping = Array.from({ length: 300 }, () => {
    const socket = open();
    socket.write(`${head}Content-Length: 100000\r\n\r\nx`);
    return socket;
  });
  const drip = setInterval(() => {
    for (const socket of [...half, ...dripping]) if (socket.writable) socket.write("x");
  }, 500);
  await pause(500);
  const beside = await exchanges();
  clearInterval(drip);
  process.stdout.write(
    `a sync beside 800 slow-loris connections takes ${(beside / alone).toFixed(2)} × its time alone\n`,
  );
  expect(beside / alone).toBeLessThan(6);
});

test("who hangs up in the middle of a file, or asks for its head alone, leaves nothing open", async () => {
  const path = `/blobs/${hashOf(long.json)}`;
  const get = async (method: "GET" | "HEAD") => {
    const authorization = await createAssertion(phone(6).signer, { method, path }, systemClock);
    const socket = open();
    socket.write(`${method} ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${authorization}\r\n\r\n`);
    const begun = await new Promise<string>((resolve) => {
      socket.once("data", (piece: Buffer) => resolve(piece.toString("latin1")));
    });
    expect(begun).toMatch(/^HTTP\/1\.1 200 /);
    socket.destroy();
  };
  await get("GET");
  await pause(300);
  const before = server.openFiles();
  for (let i = 0; i < 40; i += 1) await Promise.all([get("GET"), get("HEAD")]);
  for (let waited = 0; server.openFiles() > before + 5 && waited < 5000; waited += 100) await pause(100);
  expect(server.openFiles()).toBeLessThanOrEqual(before + 5);
  await exchange(phone(0));
});

test("what is larger than allowed, packed or not, is cut short and costs no memory", async () => {
  const before = server.residentKb();
  const huge = Buffer.alloc(64 * 1024 * 1024, 32);
  const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024));
  const gzip = { headers: { "Content-Encoding": "gzip" } };
  const sent = await Promise.all([
    ...Array.from({ length: 8 }, () =>
      askAs(server.origin, phone(5).signer, "/sync", "", { body: bomb, ...gzip }),
    ),
    askAs(server.origin, phone(5).signer, "/sync", "", { body: huge }).catch(() => undefined),
    fetch(`${server.origin}/enrol`, { method: "POST", body: huge }).catch(() => undefined),
  ]);
  // Where the answer came before all was sent the connection may break off instead: both are an end.
  for (const answer of sent.slice(0, -1)) expect([413, undefined]).toContain(answer?.status);
  // The bodies that dripped counted as attempts to enrol.
  expect([413, 429, undefined]).toContain(sent.at(-1)?.status);
  expect(server.residentKb() - before).toBeLessThan(200 * 1024);
  await exchange(phone(0));
});

test("heads that are too large, twice said or meant to be read in two ways are refused, and end the connection", async () => {
  const authorization = await createAssertion(
    phone(6).signer,
    { method: "POST", path: "/sync" },
    systemClock,
  );
  const line = `POST /sync HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${authorization}\r\n`;
  const inner = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
  const smuggled: readonly (readonly [string, string])[] = [
    ["two lengths", `${line}Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde${inner}`],
    ["two lengths in one", `${line}Content-Length: 5, 6\r\n\r\nabcde${inner}`],
    [
      "a length and chunks",
      `${line}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`,
    ],
    ["chunks that are not last", `${line}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${inner}`],
    ["chunks by another name", `${line}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${inner}`],
    ["a name with a blank", `${line}Content-Length : 5\r\n\r\nabcde${inner}`],
    ["a folded line", `${line}X-A: b\r\n c\r\nContent-Length: +5\r\n\r\nabcde`],
    ["a bare line feed", `POST /sync HTTP/1.1\nHost: localhost\nContent-Length: 0\n\n`],
    ["a chunk of endless length", `${line}Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n`],
    ["a head of a megabyte", `${line}X-A: ${"a".repeat(1024 * 1024)}\r\n\r\n`],
    ["ten thousand heads", `${line}${"X-A: b\r\n".repeat(10_000)}\r\n`],
    ["no host, of another kind", "GET / HTTP/9.9\r\n\r\n"],
    ["a greeting of another protocol", "\u0016\u0003\u0001\u0002\u0000\u0001"],
  ];
  for (const [name, text] of smuggled) {
    const answer = await say(text);
    expect([name, answer.match(/HTTP\/1\.1 /g)?.length ?? 0]).toEqual([name, 1]);
    expect([name, statusOf(answer) >= 400 && statusOf(answer) < 500]).toEqual([name, true]);
    expect(answer).not.toContain('"status":"ok"');
  }
  // A second name for the sender is not believed, and one assertion opens no other path.
  const twice = await say(
    `${line}Authorization: Device x.y.z\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
  );
  expect([400, 401]).toContain(statusOf(twice));
  for (const path of ["/ids", "/sync/", "//sync", "/%73ync", "/sync?x=1#y", "/sync/../ids"]) {
    const answer = await say(
      `${line.replace("/sync", path)}Content-Length: 19\r\nConnection: close\r\n\r\n{"scope":"commune"}`,
    );
    expect([path, statusOf(answer) >= 400]).toEqual([path, true]);
  }
  await exchange(phone(1));
});

test("deep JSON, names of prototypes and half letters are refused and harm nothing", async () => {
  const deep = "[".repeat(200_000) + "]".repeat(200_000);
  // The name of a prototype among the cursors is no scope: it is left out, and the phone is answered.
  const bodies = [
    deep,
    `{"v":1,"epoch":null,"cursors":${deep},"want":[],"texts":true}`,
    '{"v":1,"epoch":null,"cursors":{"__proto__":{"n":1,"full":1,"digest":"x"}},"want":[],"texts":true}',
    '{"scope":"__proto__"}',
    '{"ids":["__proto__"]}',
    "\u0000",
    '{"v":1e999}',
  ];
  for (const body of bodies)
    for (const path of ["/sync", "/ids", "/entries"]) {
      const { status } = await askAs(server.origin, phone(7).signer, path, body);
      expect([
        body.slice(0, 60),
        path,
        status === (body.includes('"__proto__":') && path === "/sync" ? 200 : 400) || status === 413,
      ]).toEqual([body.slice(0, 60), path, true]);
    }
  const halves = await askAs(server.origin, phone(7).signer, "/sync", "", {
    body: new Uint8Array([0xed, 0xa0, 0x80]),
  });
  expect(halves.status).toBe(400);
  await exchange(phone(2));
});

test("who guesses at links or asks without end is told to wait, and nobody waits with him", async () => {
  const guesses: number[] = [];
  for (let i = 0; i < 14; i += 1)
    guesses.push(
      (await fetch(`${server.origin}/offers/01890a5d-ac96-774b-bcce-b3020${String(i).padStart(7, "0")}`))
        .status,
    );
  expect(guesses.filter((status) => status === 404).length).toBeLessThanOrEqual(10);
  expect(guesses.at(-1)).toBe(429);
  expect((await fetch(`${server.origin}/enrol`, { method: "POST", body: "x" })).status).toBe(429);

  const greedy = phone(8);
  const statuses: number[] = [];
  for (let i = 0; i < 340; i += 20)
    statuses.push(
      ...(await Promise.all(
        Array.from({ length: 20 }, async () => {
          const answer = await askAs(server.origin, greedy.signer, "/ids", '{"scope":"office"}');
          await answer.body?.cancel();
          return answer.status;
        }),
      )),
    );
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
  await exchange(phone(3));
});

test("nothing of all this brought the server down, and its log names nobody", async () => {
  expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
  for (const { member, signer } of phones) {
    expect(server.output()).not.toContain(member);
    expect(server.output()).not.toContain(signer.id);
  }
  expect(server.output()).not.toContain("fault ");
  expect(await server.stop()).toBe(0);
});
