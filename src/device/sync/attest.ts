import { definitionOf } from "../../domain/every-definition";
import type { Core } from "../core";
import { writeEntries } from "../outbox/write";
import type { Database } from "../store/database";
import { getEntries } from "../store/entries";
import { digestAt, numberedIds } from "../store/numbers";

/** The office vouches at least this often, so that a phone can tell a quiet week from a server that hides something. */
const atLeast = 24 * 60 * 60 * 1000;

/**
 * On an office device after a whole sync: signs the digest of its verified copy of the commune's scope, and every
 * revocation it knows, where the directory changed since the office last did or that was a day ago.
 */
export const attest = async (core: Core): Promise<void> => {
  const { mirror } = core.store;
  const directory = core.keeper.current();
  const last = directory.attestation;
  // A later moment wins when attestations are read. One that could not win would be written again after every sync.
  if (last && last.at >= core.clock.now()) return;
  const due = !last || core.clock.now() - last.at >= atLeast;
  const scope = await mirror.transaction("r", [mirror.scopes, mirror.numbers, mirror.entries], async () => {
    const scope = await mirror.scopes.get("commune");
    if (!scope || scope.n === 0 || scope.n < scope.head) return undefined;
    return due || (await changedSince(mirror, last.upTo, last.digest)) ? scope : undefined;
  });
  if (!scope) return;
  await writeEntries(core, [
    {
      type: "directory.attested",
      scopes: ["commune"],
      subject: directory.commune?.id ?? "commune",
      body: { upTo: scope.n, digest: scope.digest, revoked: [...directory.revoked] },
    },
  ]);
};

/** True where the copy vouched for is not this one, or who-is-who moved on after it. */
const changedSince = async (mirror: Database, upTo: number, digest: string): Promise<boolean> => {
  if ((await digestAt(mirror, "commune", upTo)) !== digest) return true;
  const entries = await getEntries(mirror, await numberedIds(mirror, "commune", upTo));
  return [...entries.values()].some(
    (row) => row.type !== "directory.attested" && definitionOf(row.type ?? "")?.view === "directory",
  );
};
