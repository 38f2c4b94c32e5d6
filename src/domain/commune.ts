import * as v from "valibot";
import type { Directory } from "./directory";
import type { EntryDefinition } from "./entry";
import { publicKey } from "./public-key";
import { sameScopes } from "./scope";
import { line } from "./text-field";

const foundedBody = v.object({ name: line(120), key: publicKey });

/** The first entry of a commune: the root key introduces itself. Phones pin its thumbprint when they enrol. */
export const communeFounded: EntryDefinition<
  "commune.founded",
  v.InferOutput<typeof foundedBody>,
  Directory
> = {
  type: "commune.founded",
  view: "directory",
  body: foundedBody,
  introduces: (body) => body.key,
  claims: () => ["commune"],
  mayWrite: (_author, entry, directory) => {
    if (directory.commune && directory.commune.root !== entry.by) return "wrong-commune";
    return sameScopes(entry.scopes, ["commune"]) ? undefined : "wrong-scope";
  },
  reduce: (directory, entry) => {
    directory.commune = {
      id: entry.subject,
      name: entry.body.name,
      root: entry.by,
      key: entry.body.key,
    };
    return directory;
  },
};

const attestedBody = v.object({
  upTo: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  digest: v.pipe(v.string(), v.length(43)),
  /** Every key revoked so far, and since when: a server that hides a revocation is found out. */
  revoked: v.array(v.tuple([v.pipe(v.string(), v.length(43)), v.number()])),
});

/** The office vouches, with its own signature, for the directory as it stands. */
export const directoryAttested: EntryDefinition<
  "directory.attested",
  v.InferOutput<typeof attestedBody>,
  Directory
> = {
  type: "directory.attested",
  view: "directory",
  body: attestedBody,
  mayWrite: (author, entry) => {
    if (!author.office) return "not-allowed";
    return sameScopes(entry.scopes, ["commune"]) ? undefined : "wrong-scope";
  },
  reduce: (directory, entry) => {
    if ((directory.attestation?.at ?? 0) < entry.at)
      directory.attestation = { at: entry.at, upTo: entry.body.upTo, digest: entry.body.digest };
    for (const [key, since] of entry.body.revoked) revoke(directory, key as never, since);
    return directory;
  },
};

/** Of two revocations of one key the earlier moment holds. */
export const revoke = (
  directory: Directory,
  key: Parameters<Directory["revoked"]["get"]>[0],
  since: number,
) => {
  directory.revoked.set(key, Math.min(since, directory.revoked.get(key) ?? since));
};
