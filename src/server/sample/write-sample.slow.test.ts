import { expect, test } from "vitest";
import { authorOf, cellsOf, emptyDirectory, membersOf } from "../../domain/directory";
import { type DocumentView, emptyDocument, isRecalled, supersededBy } from "../../domain/document";
import type { EntryId } from "../../domain/ids";
import { createSeededRandom } from "../../domain/random";
import { admit } from "../../protocol/admit";
import { emptyDigest, extendDigest } from "../../protocol/digest";
import { createSigner, generateKeyPair } from "../../protocol/keys";
import { sha256 } from "../../protocol/sha256";
import type { SignedEntry } from "../../protocol/signed-entry";
import type { Verdict } from "../../protocol/sync-line";
import { desks } from "./desks";
import { sampleCommune } from "./sample-commune";
import { writeSample } from "./write-sample";

const now = Date.UTC(2026, 10, 24, 12);

/** Lets entries in through the one gate and keeps views, like the log but in memory. */
const createMemoryLog = async () => {
  const root = await createSigner(await generateKeyPair(false));
  const directory = emptyDirectory();
  const documents = new Map<string, DocumentView>();
  const log: SignedEntry[] = [];
  const largest = { batch: 0 };
  let digest = emptyDigest;
  let attested: string | undefined;
  const accept = async (entries: readonly SignedEntry[]) => {
    largest.batch = Math.max(largest.batch, entries.length);
    const verdicts: Verdict[] = [];
    for (const signed of entries) {
      const result = await admit(signed, directory, { root: root.id });
      const id = (JSON.parse(signed.payload) as { id: EntryId }).id;
      if (!result.ok) {
        verdicts.push({ id, is: "rejected", code: result.error });
        continue;
      }
      const { definition, entry, author } = result.value;
      if (definition.view === "directory") definition.reduce(directory, entry, author);
      else
        documents.set(
          entry.subject,
          definition.reduce(documents.get(entry.subject) ?? emptyDocument, entry, author) as DocumentView,
        );
      if (entry.type === "directory.attested") attested = digest;
      if (entry.scopes.includes("commune")) digest = await extendDigest(digest, signed.signature);
      log.push(signed);
      verdicts.push({ id, is: "applied" });
    }
    return verdicts;
  };
  return { root, directory, documents, log, accept, largest, attested: () => attested };
};

test("the whole sample passes the gate, and everyone can be enrolled after it", {
  timeout: 60_000,
}, async () => {
  const commune = sampleCommune(1);
  const { root, directory, documents, log, accept, largest, attested } = await createMemoryLog();
  const texts = new Map<string, string>();
  const files = new Set<string>();
  const people = await writeSample(commune, {
    accept,
    putText: async (json) => {
      const name = await sha256(json);
      texts.set(name, json);
      return name;
    },
    putFile: async (bytes) => {
      const name = await sha256(bytes);
      files.add(name);
      return name;
    },
    root,
    clock: { now: () => now },
    random: createSeededRandom(2),
  });

  expect(largest.batch).toBeLessThanOrEqual(200);
  expect(directory.commune?.name).toBe("Đảng bộ xã Lạc Sơn");
  expect(directory.orgs.size).toBe(68);
  expect(directory.members.size).toBe(1657);
  for (const cell of cellsOf(directory)) {
    const members = membersOf(directory, cell.id);
    expect(members.filter(({ id }) => directory.roles.get(id) === "secretary")).toHaveLength(1);
  }
  expect([...directory.keys.values()].filter(({ office }) => office).map(({ title }) => title)).toEqual(
    desks.map(({ title }) => title),
  );
  expect(directory.attestation?.digest).toBe(attested());

  expect(documents.size).toBe(commune.documents.length);
  for (const document of commune.documents) {
    const view = documents.get(document.id);
    expect(view?.issued?.abstract).toBe(document.abstract);
    expect(texts.get(view?.issued?.text.hash ?? "")).toBe(JSON.stringify(document.text));
    if (document.withFile) expect(files).toContain(view?.issued?.file?.hash);
    expect(view && isRecalled(view)).toBe(document.recalled !== undefined);
    if (document.supersedes) {
      const old = documents.get(document.supersedes);
      expect(old && supersededBy(old)).toBe(document.id);
    }
  }
  const moments = log.map(({ payload }) => (JSON.parse(payload) as { at: number }).at);
  expect(Math.max(...moments)).toBe(now);

  expect(directory.members.get(people.clerk.member)?.name).toBe(people.clerk.name);
  expect(directory.roles.get(people.secretary.member)).toBe("secretary");
  expect(directory.members.get(people.member.member)?.org).toBe(people.secretary.org);
  expect(directory.roles.has(people.member.member)).toBe(false);
  expect(authorOf(directory, root.id)?.office).toBe(true);
});
