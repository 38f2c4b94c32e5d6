import { existsSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import * as v from "valibot";
import { systemClock } from "../../domain/clock";
import { deviceRevoked } from "../../domain/enrolment";
import type { KeyId } from "../../domain/ids";
import { cellScope } from "../../domain/scope";
import { signEntry } from "../../protocol/signed-entry";
import { askPassphrase } from "./ask";
import { makeLink, showLink } from "./links";
import { systemRandom } from "./open-office";
import { readPrivateFile, writePrivateFile } from "./private-file";
import { reachLog } from "./reach-log";
import { readRootKey, rootKeyPath } from "./root-key";
import { openSealed, seal, sealed } from "./seal";
import { OperatorError, type Settings } from "./settings";

const usage = "key list | key move-offline FILE | key rotate-publisher KEY [--key FILE]";

/** `key …`: what is done with the commune's root key, by hand and seldom. */
export const key = async (args: readonly string[], settings: Settings, say: (line: string) => void) => {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { key: { type: "string" } },
  });
  const [what, target, ...more] = positionals;
  if (what === "list" && !target) return listPublishers(settings, say, values.key);
  if (what === "move-offline" && target && !more.length) return moveOffline(resolve(target), settings, say);
  if (what === "rotate-publisher" && target && !more.length)
    return rotatePublisher(target, settings, say, values.key);
  throw new OperatorError(usage);
};

const shortestPassphrase = 12;

/** Seals the root key into a file elsewhere, reads it back, and only then removes it from this machine. */
const moveOffline = async (path: string, { dataDir }: Settings, say: (line: string) => void) => {
  const here = rootKeyPath(dataDir);
  const text = readPrivateFile(here);
  if (text === undefined) throw new OperatorError(`there is no root key in ${dataDir}: it was moved already`);
  if (existsSync(path)) throw new OperatorError(`${path} exists already`);
  const passphrase = await askPassphrase(
    `Passphrase for the root key (at least ${shortestPassphrase} characters):`,
  );
  if (passphrase.length < shortestPassphrase)
    throw new OperatorError(`the passphrase needs at least ${shortestPassphrase} characters`);
  if ((await askPassphrase("Once more:")) !== passphrase)
    throw new OperatorError("the two were not the same");
  writePrivateFile(path, `${JSON.stringify({ v: 1, sealed: await seal(text, passphrase) })}\n`);
  const written = v.parse(v.object({ sealed }), JSON.parse(readPrivateFile(path) ?? "{}"));
  if ((await openSealed(written.sealed, passphrase)) !== text)
    throw new Error("the sealed file could not be read back");
  rmSync(here);
  say(`the root key is now in ${path}, sealed, and no longer in ${dataDir}`);
  say("keep two copies in two places; without file and passphrase no new office desk can ever be certified");
};

const withRoot = async (settings: Settings, file: string | undefined) => {
  const path = file ? resolve(file) : rootKeyPath(settings.dataDir);
  const found = await readRootKey(path, () => askPassphrase("Passphrase of the root key:"));
  if (!found) throw new OperatorError(`there is no root key in ${path}: name its file with --key FILE`);
  return found.signer;
};

const listPublishers = async (settings: Settings, say: (line: string) => void, file: string | undefined) => {
  const root = await withRoot(settings, file);
  const reached = await reachLog(settings, root, say);
  try {
    const { keys, members, revoked } = await reached.directory();
    for (const { id, member, title, office } of keys.values())
      if (office)
        say(
          `${id}  ${revoked.has(id) ? "revoked" : "in force"}  ${title ?? ""}, ${members.get(member)?.name ?? ""}`,
        );
  } finally {
    await reached.close();
  }
};

/** Revokes a publishing key from now on, and invites the same desk anew. What it signed before stays valid. */
const rotatePublisher = async (
  target: string,
  settings: Settings,
  say: (line: string) => void,
  file: string | undefined,
) => {
  const root = await withRoot(settings, file);
  const reached = await reachLog(settings, root, say);
  try {
    const directory = await reached.directory();
    const device = directory.keys.get(target as KeyId);
    const member = device && directory.members.get(device.member);
    if (!device?.office || !member)
      throw new OperatorError(`${target} is not a publishing key: see key list`);
    const revocation = await signEntry(
      root,
      {
        type: deviceRevoked.type,
        scopes: ["commune", cellScope(member.org), "office"],
        subject: device.id,
        body: { org: member.org, since: systemClock.now() },
      },
      systemClock,
      systemRandom,
    );
    const invited = {
      member: member.id,
      org: member.org,
      name: member.name,
      orgName: directory.orgs.get(member.org)?.name ?? "",
      role: "office" as const,
      ...(device.title && { title: device.title }),
    };
    const { signed, link } = await makeLink(invited, root, systemClock, systemRandom);
    await reached.accept([revocation, signed]);
    say(`revoked ${device.id}: it wipes itself at its next contact, and what it signed before stays valid`);
    say(showLink(link, settings.origin));
  } finally {
    await reached.close();
  }
};
