import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { systemClock } from "../src/domain/clock";
import { cellScope, type Scope } from "../src/domain/scope";
import { createAssertion } from "../src/protocol/assertion";
import { parseEnrolmentLink } from "../src/protocol/enrolment-link";
import { proveEnrolment } from "../src/protocol/enrolment-proof";
import { createSigner, generateKeyPair, importPrivateKey } from "../src/protocol/keys";
import { signEntry } from "../src/protocol/signed-entry";
import { formatSigned, formatSyncRequest } from "../src/protocol/sync-request";
import { protocolVersion } from "../src/protocol/version";
import { type MadeLink, readLinks } from "../src/server/cli/links";
import { systemRandom } from "../src/server/cli/open-office";
import { embeddedFolder } from "./support/embedded";
import { temporaryFolder } from "./support/folder";
import { createServerProcess, type ServerProcess } from "./support/server-process";

const startFile = join(import.meta.dirname, "../src/server/start.mjs");

/** Runs one office command to its end. */
const run = (server: ServerProcess, args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const port = new URL(server.origin).port;
  const { status, stdout, stderr } = spawnSync(process.execPath, [startFile, ...args], {
    env: { ...process.env, PORT: port, DATA_DIR: server.dataDir, ...env },
    encoding: "utf8",
    input: "",
  });
  return { status, said: `${stdout}${stderr}` };
};

const serverOn = async (dataDir: string, args: readonly string[] = []) => {
  const server = await createServerProcess(dataDir, args);
  onTestFinished(() => server.kill());
  return server;
};

/** Real processes on a busy machine: what matters is that they end, and how. */
vi.setConfig({ testTimeout: 400_000 });

const empty = ["--empty", "--name", "Đảng bộ xã Mới"];

/** Takes up a link as a phone does; the new device's key. */
const enrolByLink = async (server: ServerProcess, link: MadeLink | undefined) => {
  if (!link) throw new Error("there is no link");
  const { offer, key } = link.ticket;
  const device = await createSigner(await generateKeyPair(false));
  const proof = await proveEnrolment(await createSigner(await importPrivateKey(key)), offer, device.id);
  const scopes: Scope[] = ["commune", cellScope(link.org), "office"];
  const body = { offer, org: link.org, key: device.key, proof };
  const draft = { type: "device.enrolled", scopes, subject: link.member, body };
  const signed = await signEntry(device, draft, systemClock, systemRandom);
  const answer = await fetch(`${server.origin}/enrol`, { method: "POST", body: formatSigned(signed) });
  expect([answer.status, await answer.text()]).toEqual([200, '{"is":"applied"}']);
  return device;
};

const offers = (server: ServerProcess) => readLinks(server.dataDir).map(({ ticket }) => ticket.offer);
const mode = (path: string) => statSync(path).mode & 0o777;

test("a first start makes everything, a second keeps it, and both close cleanly", async () => {
  const server = await serverOn(join(temporaryFolder(), "data"));
  await server.start();
  const health = await fetch(`${server.origin}/healthz`);
  expect([health.status, await health.text()]).toEqual([200, '{"status":"ok"}']);
  expect(server.output()).toContain("67 organisations");
  expect(server.output()).toContain("1657 members");
  for (const role of ["office", "secretary", "member"] as const) {
    expect(parseEnrolmentLink(server.link(role)).ok).toBe(true);
    expect(server.output()).toContain(server.link(role));
  }
  expect(server.output().match(/█ ▄▄▄▄▄ █/g)?.length).toBeGreaterThanOrEqual(6);
  for (const name of ["root-key.json", "links.json", "setup.json"])
    expect([name, mode(join(server.dataDir, name))]).toEqual([name, 0o600]);

  const second = run(server, []);
  expect(second.status).toBe(1);
  expect(second.said).toMatch(/is in use by the process \d+/);

  const page = await fetch(server.origin, { headers: { Accept: "text/html" } });
  expect(page.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
  expect(await page.text()).toContain("Sổ Chi bộ");

  expect(await server.stop()).toBe(0);
  const before = offers(server);
  expect(before).toHaveLength(3);
  const log = server.output().length;
  const started = performance.now();
  await server.start();
  expect(performance.now() - started).toBeLessThan(60_000);
  const again = server.output().slice(log);
  expect(again).not.toContain("sample commune");
  expect(again).toContain(server.link("member"));
  expect(offers(server)).toEqual(before);
  expect(await server.stop()).toBe(0);
});

test("an empty commune asks for its name, and invites its first clerk", async () => {
  const server = await serverOn(await embeddedFolder(), empty);
  const unnamed = run(server, ["--empty"]);
  expect([unnamed.status, unnamed.said]).toEqual([1, expect.stringContaining("--name")]);
  await server.start();
  expect(server.output()).toContain("Đảng bộ xã Mới");
  expect(readLinks(server.dataDir).map(({ role }) => role)).toEqual(["office"]);
  expect(await server.stop()).toBe(0);
});

test("backed up while it runs, restored elsewhere under a new epoch with the same entries", async () => {
  const folder = temporaryFolder();
  const server = await serverOn(await embeddedFolder(), empty);
  await server.start();
  const tar = join(folder, "backup.tar");
  const made = run(server, ["backup", "--to", tar]);
  expect([made.status, made.said]).toEqual([
    0,
    expect.stringMatching(/^5 entries and 0 texts and files in /),
  ]);
  expect(made.said).toContain("the root key is not in it");
  expect(mode(tar)).toBe(0o600);
  expect(spawnSync("tar", ["-xf", tar], { cwd: folder }).status).toBe(0);
  for (const line of readFileSync(join(folder, "SHA256SUMS"), "utf8").split("\n").filter(Boolean)) {
    const [sum, name = ""] = line.split("  ");
    expect(
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex"),
    ).toBe(sum);
  }
  expect(run(server, ["restore", tar]).said).toContain("is not empty");
  expect(await server.stop()).toBe(0);

  const copy = await serverOn(join(folder, "copy"));
  const bytes = readFileSync(tar);
  bytes[700] = (bytes[700] ?? 0) ^ 1;
  writeFileSync(join(folder, "damaged.tar"), bytes);
  const damaged = run(copy, ["restore", join(folder, "damaged.tar")]);
  expect([damaged.status, damaged.said]).toEqual([1, expect.stringMatching(/damaged|checksums/)]);
  const restored = run(copy, ["restore", tar]);
  expect([restored.status, restored.said]).toEqual([0, expect.stringContaining("5 entries restored")]);
  await copy.start();
  expect(copy.output()).not.toContain("sample commune");
  expect(await copy.stop()).toBe(0);
  const epoch = (dataDir: string) => {
    const head = readFileSync(join(dataDir, "journal/journal.000001"), "utf8").split("\n")[0] ?? "";
    return (JSON.parse(head.slice(9)) as { epoch: string }).epoch;
  };
  expect(epoch(copy.dataDir)).not.toBe(epoch(server.dataDir));
  const entries = (dataDir: string) =>
    readFileSync(join(dataDir, "journal/journal.000001"), "utf8").split("\n").slice(1);
  expect(entries(copy.dataDir)).toEqual(entries(server.dataDir));
});

test("the root key moves offline, and from there still certifies and revokes desks", async () => {
  const folder = temporaryFolder();
  const server = await serverOn(await embeddedFolder(), empty);
  await server.start();
  await server.stop();
  const file = join(folder, "root.sealed");
  const secret = { PASSPHRASE: "một câu dài dễ nhớ" };
  expect(run(server, ["key", "move-offline", file], { PASSPHRASE: "ngắn" }).said).toContain("at least 12");
  expect(run(server, ["key", "move-offline", file]).said).toContain("PASSPHRASE");
  const moved = run(server, ["key", "move-offline", file], secret);
  expect([moved.status, moved.said]).toEqual([0, expect.stringContaining("no longer in")]);
  expect(() => statSync(join(server.dataDir, "root-key.json"))).toThrow();
  expect(readFileSync(file, "utf8")).not.toContain('"d"');

  const invite = ["link", "--role", "office", "--member", "Văn thư", "--title", "Văn phòng Đảng ủy"];
  expect(run(server, invite).said).toContain("there is no root key");
  expect(run(server, [...invite, "--key", file], { PASSPHRASE: "câu khác hẳn nhau" }).said).toContain(
    "does not open",
  );
  const stopped = run(server, [...invite, "--key", file], secret);
  expect([stopped.status, stopped.said]).toEqual([0, expect.stringMatching(/Văn thư[\s\S]*\/ghi-danh#/)]);

  await server.start();
  const running = run(server, [...invite, "--key", file], secret);
  expect([running.status, running.said]).toEqual([0, expect.stringContaining("/ghi-danh#")]);
  const nobody = run(server, ["link", "--role", "member", "--member", "Không Ai", "--key", file], secret);
  expect([nobody.status, nobody.said]).toEqual([1, "there is no member Không Ai\n"]);
  const clerk = await enrolByLink(server, readLinks(server.dataDir)[0]);
  const sync = async () => {
    const authorization = await createAssertion(clerk, { method: "POST", path: "/sync" }, systemClock);
    const hello = { v: protocolVersion, epoch: null, cursors: {}, want: [], texts: false };
    const headers = { Authorization: authorization };
    const body = formatSyncRequest({ hello, push: [] });
    return fetch(`${server.origin}/sync`, { method: "POST", headers, body });
  };
  expect((await sync()).status).toBe(200);
  expect(run(server, ["key", "list", "--key", file], secret).said).toContain(`${clerk.id}  in force`);
  const rotated = run(server, ["key", "rotate-publisher", clerk.id, "--key", file], secret);
  expect([rotated.status, rotated.said]).toEqual([0, expect.stringContaining(`revoked ${clerk.id}`)]);
  expect(rotated.said).toContain("/ghi-danh#");
  expect(run(server, ["key", "list", "--key", file], secret).said).toContain(`${clerk.id}  revoked`);
  const wiped = await sync();
  expect([wiped.status, await wiped.text()]).toEqual([403, expect.stringContaining("device.revoked")]);
  const unknown = run(server, ["key", "rotate-publisher", "x".repeat(43), "--key", file], secret);
  expect(unknown.said).toContain("is not a publishing key");
  expect(await server.stop()).toBe(0);
});

test("stopped through npm, whose shell does not pass the signal on, it closes as cleanly", async () => {
  const server = await serverOn(await embeddedFolder(), empty);
  const npm = spawn("npm", ["start", "--", ...empty], {
    cwd: join(import.meta.dirname, ".."),
    env: { ...process.env, PORT: new URL(server.origin).port, DATA_DIR: server.dataDir },
  });
  let output = "";
  npm.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  await vi.waitUntil(() => output.includes("serving "), { timeout: 120_000, interval: 100 });
  npm.kill("SIGTERM");
  await vi.waitUntil(() => output.includes("everything is on disk"), { timeout: 30_000, interval: 100 });
  // The folder is free again: nobody was left behind.
  expect(run(server, ["link", "--role", "member", "--member", "Văn thư"]).status).toBe(0);
});

test("what cannot be done is said in a line, without a stack", async () => {
  const server = await serverOn(temporaryFolder());
  for (const [args, env, words] of [
    [["nonsense"], {}, "no such command"],
    [["--nonsense"], {}, "nonsense"],
    [["restore"], {}, "which backup?"],
    [["backup", "--to", join(server.dataDir, "x.tar")], {}, "nothing to back up"],
    [["key", "burn"], {}, "move-offline"],
    [["link"], {}, "--role"],
    [[], { PORT: "eighty" }, "PORT"],
  ] as [string[], Record<string, string>, string][]) {
    const { status, said } = run(server, args, env);
    expect([args, status === 0, said]).toEqual([args, false, expect.stringContaining(words)]);
    expect(said).not.toMatch(/\n\s+at /);
  }
});
