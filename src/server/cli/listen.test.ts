import { connect } from "node:net";
import { expect, it } from "vitest";
import { addressOf, listen } from "./listen";
import { OperatorError } from "./settings";

const from = (remoteAddress: string | undefined, forwarded?: string) => ({
  headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
  socket: { remoteAddress },
});

it("takes the socket's word, and a proxy's only where that is trusted", () => {
  expect(addressOf(from("203.0.113.5", "198.51.100.1"), false)).toBe("203.0.113.5");
  expect(addressOf(from("127.0.0.1", "198.51.100.1"), true)).toBe("198.51.100.1");
  // The first ones anybody can write into the request himself.
  expect(addressOf(from("127.0.0.1", "1.2.3.4, 198.51.100.1"), true)).toBe("198.51.100.1");
  expect(addressOf(from("127.0.0.1"), true)).toBe("127.0.0.1");
  expect(addressOf(from(undefined), false)).toBe("");
});

it("counts a household's IPv6 network as one", () => {
  expect(addressOf(from("2001:db8:1:2:3:4:5:6"), false)).toBe("2001:db8:1:2");
  expect(addressOf(from("2001:db8:1:2::99"), false)).toBe("2001:db8:1:2");
  expect(addressOf(from("2001:db8::1"), false)).toBe("2001:db8:0:0");
  expect(addressOf(from("::1"), false)).toBe("0:0:0:0");
  expect(addressOf(from("::ffff:203.0.113.5"), false)).toBe("203.0.113.5");
});

const quick = { port: 0, trustProxy: false };

it("lets running answers finish, takes no new ones, and then is closed", async () => {
  const finish: (() => void)[] = [];
  const slow = new Promise<void>((resolve) => finish.push(resolve));
  const listening = await listen({ fetch: () => slow.then(() => new Response("whole")) }, quick);
  const url = `http://127.0.0.1:${listening.port}/`;
  const running = fetch(url);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const closed = listening.close(60_000);
  await expect(fetch(url)).rejects.toThrow();
  finish[0]?.();
  expect(await (await running).text()).toBe("whole");
  await closed;
});

it("cuts an answer that never ends", async () => {
  const listening = await listen({ fetch: () => new Promise<Response>(() => undefined) }, quick);
  const running = fetch(`http://127.0.0.1:${listening.port}/`);
  const failed = expect(running).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 100));
  await listening.close(50);
  await failed;
});

it("says plainly that a port is taken, and hands on where a request came from", async () => {
  const app = { fetch: (_request: Request, env: { readonly address: string }) => new Response(env.address) };
  const listening = await listen(app, quick);
  expect(await (await fetch(`http://127.0.0.1:${listening.port}/`)).text()).toBe("127.0.0.1");
  await expect(listen(app, { ...quick, port: listening.port })).rejects.toThrow(OperatorError);
  await listening.close(1000);
});

it("gives the place of those who hold one to whoever asks, and never cuts an answer under way for it", async () => {
  const finish: (() => void)[] = [];
  const slow = new Promise<void>((resolve) => finish.push(resolve));
  let asked = 0;
  const app = {
    fetch: async (request: Request) => {
      asked += 1;
      if (request.url.endsWith("/slow")) await slow;
      return new Response("whole");
    },
  };
  const listening = await listen(app, { ...quick, most: 20 });
  const url = `http://127.0.0.1:${listening.port}`;
  const running = fetch(`${url}/slow`);
  await expect.poll(() => asked, { timeout: 10_000 }).toBe(1);
  const holding = Array.from({ length: 100 }, () => {
    const socket = connect(listening.port, "127.0.0.1");
    socket.on("error", () => undefined).resume();
    socket.write("GET / HTTP/1.1\r\nHost: a\r\n");
    return socket;
  });
  const held = () => holding.filter((socket) => !socket.closed).length;
  await expect.poll(held, { timeout: 10_000 }).toBeLessThanOrEqual(20);
  expect(await (await fetch(`${url}/`)).text()).toBe("whole");
  finish[0]?.();
  expect(await (await running).text()).toBe("whole");
  for (const socket of holding) socket.destroy();
  await listening.close(1000);
});

it("asks for no second question on a connection whose body it did not take to the end", async () => {
  const listening = await listen({ fetch: () => new Response("no", { status: 413 }) }, quick);
  const heads = (length: number, body: string) =>
    new Promise<string>((resolve) => {
      const socket = connect(listening.port, "127.0.0.1");
      socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n${body}`);
      socket.once("data", (piece: Buffer) => {
        socket.destroy();
        resolve(piece.toString());
      });
    });
  expect(await heads(3, "abc")).not.toContain("Connection: close");
  expect(await heads(300_000, "abc")).toContain("Connection: close");
  await listening.close(100);
});
