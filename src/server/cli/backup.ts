import { createHash, type Hash as Digest } from "node:crypto";
import { type FileHandle, open, rename } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Hash } from "../../domain/ids";
import { createBlobs } from "../blobs/create-blobs";
import { formatJournalLine, type JournalRecord } from "../log/journal-line";
import { storedEntry } from "../log/stored-entry";
import { readPrivateFile } from "./private-file";
import { rootKeyPath } from "./root-key";
import type { Settings } from "./settings";
import { everyRecord } from "./stored-records";
import { tarEnd, tarMember } from "./tar";

/** Lines of the log in one member of the archive, in characters. */
const partLength = 8 * 1024 * 1024;

/**
 * `backup [--to FILE] [--with-root-key]`: the whole log and every paper in one tar archive with checksums, while the
 * server goes on running. The root key stays out unless it is asked for: whoever holds it is the commune.
 */
export const backup = async (args: readonly string[], settings: Settings, say: (line: string) => void) => {
  const { values } = parseArgs({
    args: [...args],
    options: { to: { type: "string" }, "with-root-key": { type: "boolean", default: false } },
  });
  const now = Date.now();
  const path = resolve(
    values.to ?? `so-chi-bo-${new Date(now).toISOString().slice(0, 16).replaceAll(":", "")}.tar`,
  );
  const draft = `${path}.unfinished`;
  const file = await open(draft, "w", 0o600);
  try {
    const archive = createArchive(file, now);
    const { entries, wanted } = await writeEntries(settings, archive);
    const { papers, gone } = await writeBlobs(settings, wanted, archive);
    const key = values["with-root-key"] ? readPrivateFile(rootKeyPath(settings.dataDir)) : undefined;
    if (key) await archive.add("root-key.json", new TextEncoder().encode(key));
    await archive.end();
    await file.sync();
    say(`${entries} entries and ${papers} texts and files in ${path}`);
    if (gone) say(`${gone} texts and files of withdrawn papers were not there any more`);
    say(key ? "the root key is in it: keep it under lock" : "the root key is not in it");
  } finally {
    await file.close();
  }
  await rename(draft, path);
};

type Archive = ReturnType<typeof createArchive>;

/** Writes members one after the other; the last lists the checksum of each, for `sha256sum -c`. */
const createArchive = (file: FileHandle, now: number) => {
  const sums: string[] = [];
  const write = async (name: string, bytes: Uint8Array) => {
    for (const piece of tarMember({ name, bytes }, now)) await file.writeFile(piece);
  };
  return {
    add: async (name: string, bytes: Uint8Array) => {
      sums.push(`${hex(createHash("sha256").update(bytes))}  ${name}\n`);
      await write(name, bytes);
    },
    end: async () => {
      await write("SHA256SUMS", new TextEncoder().encode(sums.join("")));
      await file.writeFile(tarEnd());
    },
  };
};
const hex = (digest: Digest) => digest.digest("hex");

const writeEntries = async (settings: Settings, archive: Archive) => {
  const wanted = new Set<Hash>();
  let entries = 0;
  let part = 0;
  let lines: string[] = [];
  let length = 0;
  const flush = async () => {
    part += 1;
    await archive.add(`log/${String(part).padStart(6, "0")}`, new TextEncoder().encode(lines.join("")));
    lines = [];
    length = 0;
  };
  for await (const record of everyRecord(settings)) {
    for (const hash of blobsNamed(record)) wanted.add(hash);
    const line = formatJournalLine(record);
    lines.push(line);
    length += line.length;
    entries += 1;
    if (length >= partLength) await flush();
  }
  await flush();
  return { entries, wanted };
};

const blobsNamed = ({ payload }: JournalRecord): Hash[] => {
  const { entry, definition } = storedEntry(payload);
  return [...(definition.texts?.(entry.body) ?? []), ...(definition.files?.(entry.body) ?? [])].map(
    ({ hash }) => hash,
  );
};

/** What the entries name. Papers that were withdrawn or ran out have none any more. */
const writeBlobs = async ({ dataDir }: Settings, wanted: ReadonlySet<Hash>, archive: Archive) => {
  const blobs = await createBlobs({ dataDir });
  let papers = 0;
  for (const hash of wanted) {
    const bytes = await blobs.read(hash);
    if (!bytes) continue;
    await archive.add(`blobs/${hash}`, bytes);
    papers += 1;
  }
  return { papers, gone: wanted.size - papers };
};
