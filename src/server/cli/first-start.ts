import { rmSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { memberId, orgId } from "../../domain/ids";
import type { Signer } from "../../protocol/keys";
import { ask } from "./ask";
import { foundEmpty, foundSample } from "./found-commune";
import type { Invited } from "./links";
import { type Office, openOffice } from "./open-office";
import { readPrivateFile, writePrivateFile } from "./private-file";
import { createRootKey, readRootKey, rootKeyPath } from "./root-key";
import { OperatorError, type Settings } from "./settings";

const invited = v.object({
  member: memberId,
  org: orgId,
  name: v.string(),
  orgName: v.string(),
  role: v.picklist(["office", "secretary", "member"]),
  title: v.optional(v.string()),
});

/** What a first start made, and for whom each start shows links. `founding`: it was broken off half-way. */
const setupFile = v.object({
  state: v.picklist(["founding", "done"]),
  sample: v.boolean(),
  invited: v.array(invited),
});
export type Setup = v.InferOutput<typeof setupFile>;

const setupPath = (dataDir: string) => join(dataDir, "setup.json");
export const saveSetup = (dataDir: string, setup: Setup) =>
  writePrivateFile(setupPath(dataDir), `${JSON.stringify(setup)}\n`);
const readSetup = (dataDir: string): Setup | undefined => {
  const text = readPrivateFile(setupPath(dataDir));
  return text === undefined ? undefined : v.parse(setupFile, JSON.parse(text));
};

export interface Started {
  readonly office: Office;
  /** Undefined where it was moved offline. */
  readonly root: Signer | undefined;
  readonly setup: Setup;
}

export interface StartOptions {
  readonly settings: Settings;
  /** Found a real, empty commune. */
  readonly empty: boolean;
  readonly name: string | undefined;
  readonly say: (line: string) => void;
}

/** Opens the office; where there is no commune yet, makes root key and commune first. */
export const startOffice = async (options: StartOptions): Promise<Started> => {
  const { settings, say } = options;
  const { dataDir } = settings;
  const known = await readRootKey(rootKeyPath(dataDir)).catch((error: unknown) => {
    // Sealed or damaged: the office runs without it.
    say(`the root key is not at hand: ${error instanceof Error ? error.message : "unreadable"}`);
    return undefined;
  });
  const fresh = known ? undefined : await createRootKey();
  const root = known?.signer ?? fresh?.signer;
  const open = () => openOffice({ settings, root: root?.id, say });

  let office = await open();
  try {
    if (readSetup(dataDir)?.state === "founding") {
      if (office.database.kind === "postgres")
        throw new OperatorError(
          "the first start was broken off: give it an empty database and an empty DATA_DIR",
        );
      // Nobody was served from it yet, so nothing is lost by beginning anew.
      say("the first start was broken off; it begins anew");
      await office.close();
      for (const name of ["pg", "journal", "blobs", "links.json", "setup.json"])
        rmSync(join(dataDir, name), { recursive: true, force: true });
      office = await open();
    }
    const { commune } = await office.log.directory();
    if (commune) {
      const setup = readSetup(dataDir) ?? { state: "done", sample: false, invited: [] };
      return { office, root: known?.signer.id === commune.root ? known.signer : undefined, setup };
    }
    if (!root) throw new Error("no root key");
    fresh?.save(dataDir);
    if (fresh)
      say(`root key made: ${rootKeyPath(dataDir)} (npm run key -- move-offline takes it off this machine)`);
    return { office, root, setup: await found(office, root, options) };
  } catch (error) {
    await office.close();
    throw error;
  }
};

const found = async (
  office: Office,
  root: Signer,
  { settings, empty, name, say }: StartOptions,
): Promise<Setup> => {
  const { dataDir } = settings;
  const communeName = empty
    ? (name ?? (await ask("Name of the commune's Party organisation?", '--name "…"')))
    : "";
  if (empty && !communeName.trim()) throw new OperatorError("the commune needs a name");
  saveSetup(dataDir, { state: "founding", sample: !empty, invited: [] });
  let people: Invited[];
  if (empty) {
    people = await foundEmpty(office, root, communeName);
    say(`commune founded: ${communeName}`);
  } else {
    say("writing the sample commune …");
    people = await foundSample(office, root);
    const { orgs, members, commune } = await office.log.directory();
    const under = [...orgs.values()].filter(({ parent }) => parent).length;
    say(`sample commune written: ${commune?.name}, ${under} organisations, ${members.size} members`);
  }
  const setup: Setup = { state: "done", sample: !empty, invited: people };
  saveSetup(dataDir, setup);
  return setup;
};
