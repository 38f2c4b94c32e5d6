import { expect, test } from "vitest";
import { cellScope, committeeScope } from "../../src/domain/scope";
import { admit } from "../../src/protocol/admit";
import { createAssertion } from "../../src/protocol/assertion";
import type { Signer } from "../../src/protocol/keys";
import { formatSigned, formatSyncRequest, parseSigned } from "../../src/protocol/sync-request";
import { newSigner, type TestPaper } from "../support/commune";
import { createTestOffice, hashOf, type TestOffice } from "../support/office";

const roles = ["nobody", "stranger", "revoked", "member", "secretary", "office"] as const;
type Role = (typeof roles)[number];

interface World extends TestOffice {
  readonly as: Readonly<Record<Role, Signer | undefined>>;
  readonly paper: TestPaper;
  /** Sent to the other cell only. */
  readonly foreign: TestPaper;
  readonly foreignEntry: string;
  readonly offer: string;
}

const createWorld = async (): Promise<World> => {
  const office = await createTestOffice();
  const { commune } = office;
  const { east, west } = commune;
  const paper = await office.issue(await commune.paper({ words: "Trồng rừng vụ xuân" }));
  const foreign = await office.issue(
    await commune.paper({ scopes: [cellScope(west.org), "office"], words: "Chỉ cho thôn Đoài" }),
  );
  const foreignReceipt = await commune.receipt(west.members[0], foreign.id);
  await office.log.accept([foreignReceipt]);
  const lost = east.members[1];
  const revocation = await commune.sign(commune.office.signer, {
    type: "device.revoked",
    scopes: [cellScope(east.org), "office"],
    subject: lost.signer.id,
    body: { org: east.org, since: commune.clock.now() },
  });
  const offered = await commune.offer(commune.office.signer, east.members[0].member, east.org, "member");
  await office.log.accept([revocation, offered.signed]);
  return {
    ...office,
    paper,
    foreign,
    foreignEntry: foreignReceipt.entry.id,
    offer: offered.signed.entry.id,
    as: {
      nobody: undefined,
      stranger: await newSigner(),
      revoked: lost.signer,
      member: east.members[0].signer,
      secretary: east.secretary.signer,
      office: commune.office.signer,
    },
  };
};

const hello = (world: World) =>
  formatSyncRequest({
    hello: { v: 1, epoch: world.log.epoch, cursors: {}, want: [], texts: true },
    push: [],
  });
const json = (value: unknown) => JSON.stringify(value);
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: (world: World) => string;
  readonly body?: (world: World) => BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
  /** Status for each role, in the order of `roles`. */
  readonly status: readonly number[];
}

const signedIn = [401, 401, 403] as const;

/** Every route for every role, its own data and the other cell's. */
const routes: readonly Route[] = [
  { name: "healthz", method: "GET", path: () => "/healthz", status: [200, 200, 200, 200, 200, 200] },
  { name: "time", method: "GET", path: () => "/time", status: [200, 200, 200, 200, 200, 200] },
  {
    name: "an offer",
    method: "GET",
    path: (world) => `/offers/${world.offer}`,
    status: [200, 200, 200, 200, 200, 200],
  },
  {
    name: "an entry that is no offer",
    method: "GET",
    path: (world) => `/offers/${world.foreign.signed.entry.id}`,
    status: [404, 404, 404, 404, 404, 404],
  },
  {
    name: "sync",
    method: "POST",
    path: () => "/sync",
    body: hello,
    status: [...signedIn, 200, 200, 200],
  },
  {
    name: "ids of the commune",
    method: "POST",
    path: () => "/ids",
    body: () => json({ scope: "commune" }),
    status: [...signedIn, 200, 200, 200],
  },
  {
    name: "ids of one's cell",
    method: "POST",
    path: () => "/ids",
    body: (world) => json({ scope: cellScope(world.commune.east.org) }),
    status: [...signedIn, 200, 200, 403],
  },
  {
    name: "ids of the committee of one's cell",
    method: "POST",
    path: () => "/ids",
    body: (world) => json({ scope: committeeScope(world.commune.east.org) }),
    status: [...signedIn, 403, 200, 403],
  },
  {
    name: "ids of the other cell",
    method: "POST",
    path: () => "/ids",
    body: (world) => json({ scope: cellScope(world.commune.west.org) }),
    status: [...signedIn, 403, 403, 403],
  },
  {
    name: "ids of the office",
    method: "POST",
    path: () => "/ids",
    body: () => json({ scope: "office" }),
    status: [...signedIn, 403, 403, 200],
  },
  {
    name: "ids of the directory, which is no scope of anyone's",
    method: "POST",
    path: () => "/ids",
    body: () => json({ scope: "directory" }),
    status: [...signedIn, 400, 400, 400],
  },
  {
    name: "entries",
    method: "POST",
    path: () => "/entries",
    body: (world) => json({ ids: [world.paper.signed.entry.id] }),
    status: [...signedIn, 200, 200, 200],
  },
  {
    name: "a text of everyone's",
    method: "GET",
    path: (world) => `/blobs/${world.paper.textHash}`,
    status: [...signedIn, 200, 200, 200],
  },
  {
    name: "a text of the other cell",
    method: "GET",
    path: (world) => `/blobs/${world.foreign.textHash}`,
    status: [...signedIn, 404, 404, 200],
  },
  {
    name: "a blob that is not there",
    method: "GET",
    path: () => `/blobs/${hashOf("nothing")}`,
    status: [...signedIn, 404, 404, 404],
  },
  {
    name: "a path that is no hash",
    method: "GET",
    path: () => "/blobs/..%2F..%2Froot-key.json",
    status: [...signedIn, 404, 404, 404],
  },
  {
    name: "putting a blob",
    method: "PUT",
    path: () => `/blobs/${hashOf(png)}`,
    body: () => png,
    status: [...signedIn, 403, 204, 204],
  },
  {
    name: "how far an upload has come",
    method: "GET",
    path: () => `/uploads/${hashOf("not whole")}`,
    status: [...signedIn, 403, 204, 204],
  },
  {
    name: "how far an upload of a paper of the other cell has come",
    method: "HEAD",
    path: (world) => `/uploads/${world.foreign.textHash}`,
    status: [...signedIn, 403, 204, 204],
  },
  {
    name: "a piece of a blob",
    method: "PATCH",
    path: () => `/uploads/${hashOf("in pieces")}`,
    body: () => png,
    headers: { "Upload-Offset": "0" },
    status: [...signedIn, 403, 204, 204],
  },
  {
    name: "a piece that does not say where it belongs",
    method: "PATCH",
    path: () => `/uploads/${hashOf("in pieces")}`,
    body: () => png,
    status: [...signedIn, 403, 400, 400],
  },
  {
    name: "a piece of what is no hash",
    method: "PATCH",
    path: () => "/uploads/..%2F..%2Froot-key.json",
    body: () => png,
    headers: { "Upload-Offset": "0" },
    status: [...signedIn, 403, 400, 400],
  },
  {
    name: "an upload whose method is not there",
    method: "DELETE",
    path: () => `/uploads/${hashOf("in pieces")}`,
    status: [...signedIn, 404, 404, 404],
  },
  { name: "coverage", method: "GET", path: () => "/coverage", status: [...signedIn, 403, 200, 200] },
  {
    name: "coverage of a paper",
    method: "GET",
    path: (world) => `/coverage/${world.paper.id}`,
    status: [...signedIn, 403, 200, 200],
  },
  {
    name: "coverage of the other cell's paper",
    method: "GET",
    path: (world) => `/coverage/${world.foreign.id}`,
    status: [...signedIn, 403, 404, 200],
  },
  {
    name: "a method that is not there",
    method: "DELETE",
    path: (world) => `/blobs/${world.paper.textHash}`,
    status: [...signedIn, 404, 404, 404],
  },
];

const ask = (world: World, route: Route, role: Role): Promise<Response> => {
  const { method, body, headers } = route;
  return world.send(world.as[role], method, route.path(world), {
    ...(body && { body: body(world) }),
    ...(headers && { headers: { ...headers } }),
  });
};

test("every route for every role, and for the other cell's data", async () => {
  const world = await createWorld();
  const seen: Record<string, unknown> = {};
  const wanted: Record<string, unknown> = {};
  for (const route of routes) {
    const statuses: Partial<Record<Role, number>> = {};
    for (const role of roles) {
      const answer = await ask(world, route, role);
      await answer.arrayBuffer();
      statuses[role] = answer.status;
    }
    seen[route.name] = statuses;
    wanted[route.name] = Object.fromEntries(roles.map((role, i) => [role, route.status[i]]));
  }
  expect(seen).toEqual(wanted);
});

test("what one may not read is not among what one is given", async () => {
  const world = await createWorld();
  const { commune, as, foreign, foreignEntry, paper } = world;
  const entries = async (role: Role, ids: readonly string[]) =>
    (await (await world.send(as[role], "POST", "/entries", { body: json({ ids }) })).text())
      .split("\n")
      .filter(Boolean);
  const ids = [paper.signed.entry.id, foreign.signed.entry.id, foreignEntry];
  expect(await entries("member", ids)).toEqual([formatSigned(paper.signed)]);
  expect(await entries("secretary", ids)).toEqual([formatSigned(paper.signed)]);
  // Receipts are the committee's: not even the office is given them.
  expect((await entries("office", ids)).sort()).toEqual(
    [formatSigned(paper.signed), formatSigned(foreign.signed)].sort(),
  );

  const pulled = async (role: Role) =>
    (await world.send(as[role], "POST", "/sync", { body: hello(world) })).text();
  const mine = await pulled("member");
  expect(mine).toContain(`p ${cellScope(commune.east.org)} 0 `);
  expect(mine).toContain(paper.textHash);
  for (const answer of [mine, await pulled("secretary")]) {
    expect(answer).not.toContain(cellScope(commune.west.org));
    expect(answer).not.toContain(commune.west.members[0].member);
    expect(answer).not.toContain(foreign.id);
    expect(answer).not.toContain(foreign.textHash);
  }
  expect(await pulled("office")).toContain(foreign.textHash);
});

test("a request is only for what its assertion names, and only with the key that signed it", async () => {
  const world = await createWorld();
  const { clock, app } = world;
  const member = world.as.member as Signer;
  const send = (authorization: string, path = "/coverage", method = "GET") =>
    app.fetch(
      new Request(`https://so.example.vn${path}`, { method, headers: { Authorization: authorization } }),
    );
  const good = await createAssertion(member, { method: "GET", path: "/coverage" }, clock);
  expect((await send(good)).status).toBe(403);
  expect(
    (await send(await createAssertion(member, { method: "POST", path: "/coverage" }, clock))).status,
  ).toBe(401);
  expect(
    (await send(await createAssertion(member, { method: "GET", path: "/coverage/x" }, clock))).status,
  ).toBe(401);
  expect((await send(good.slice(0, -4).concat("AAAA"))).status).toBe(401);
  const [scheme, head, , signature] = good.split(/[ .]/);
  const claims = btoa(
    json({ iss: world.commune.office.signer.id, htm: "GET", htu: "/coverage", iat: clock.now() / 1000 }),
  );
  expect((await send(`${scheme} ${head}.${claims.replaceAll("=", "")}.${signature}`)).status).toBe(401);
  expect((await send("Bearer x")).status).toBe(401);
  expect((await send("")).status).toBe(401);
});

test("a clock three days off is told the time, and then served", async () => {
  const { app, clock, as } = await createWorld();
  for (const days of [-3, 3]) {
    const wrong = { now: () => clock.now() + days * 24 * 3600_000 };
    const target = { method: "GET", path: "/coverage" };
    const send = async (by: { now(): number }) =>
      app.fetch(
        new Request("https://so.example.vn/coverage", {
          headers: { Authorization: await createAssertion(as.secretary as Signer, target, by) },
        }),
      );
    const refused = await send(wrong);
    expect(refused.status).toBe(401);
    const { code, now } = (await refused.json()) as { code: string; now: number };
    expect({ code, now }).toEqual({ code: "wrong-clock", now: clock.now() });
    expect((await send({ now: () => now })).status).toBe(200);
  }
});

test("a revoked phone is shown the entry that revoked it, as it was signed", async () => {
  const world = await createWorld();
  const answer = await world.send(world.as.revoked, "POST", "/sync", { body: hello(world) });
  const { code, entry } = (await answer.json()) as { code: string; entry: string };
  expect(code).toBe("revoked-key");
  const signed = parseSigned(entry);
  const directory = await world.log.directory();
  const admitted = signed && (await admit(signed, directory, { root: world.commune.root.id }));
  expect(admitted?.ok && [admitted.value.entry.type, admitted.value.entry.subject]).toEqual([
    "device.revoked",
    world.as.revoked?.id,
  ]);
  // Somebody else's word for it is not enough.
  const target = { method: "POST", path: "/sync" };
  const forged = (await createAssertion(world.as.stranger as Signer, target, world.clock)).split(".");
  const claims = { iss: world.as.revoked?.id, htm: "POST", htu: "/sync", iat: world.clock.now() / 1000 };
  const headers = { Authorization: [forged[0], btoa(json(claims)).replaceAll("=", ""), forged[2]].join(".") };
  const guessed = await world.app.fetch(
    new Request("https://so.example.vn/sync", { method: "POST", body: hello(world), headers }),
  );
  expect(guessed.status).toBe(401);
});

test("the log tells routes and numbers, never content, names or keys", async () => {
  const world = await createWorld();
  for (const route of routes) for (const role of roles) await ask(world, route, role);
  expect(world.lines.length).toBe(routes.length * roles.length);
  for (const line of world.lines) expect(line).toMatch(/^[A-Z]+ [/a-z:*]+ \d{3} \d+ ms$/);
});
