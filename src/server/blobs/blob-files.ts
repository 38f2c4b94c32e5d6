import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Hash } from "../../domain/ids";

/** Where a blob lies: two levels of folders keep each folder short. */
export const blobPath = (root: string, hash: Hash): string =>
  join(root, hash.slice(0, 2), hash.slice(2, 4), hash);

/** Files in the making; whatever a crash leaves here is swept. */
export const draftFolder = (root: string): string => join(root, "drafts");
export const newDraft = (root: string): string => join(draftFolder(root), randomUUID());

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Gives a finished and fsynced draft its name; durable once this resolved. */
export const settle = async (draft: string, path: string): Promise<void> => {
  const folder = dirname(path);
  if ((await mkdir(folder, { recursive: true })) !== undefined) {
    await syncFolder(dirname(folder));
    await syncFolder(dirname(dirname(folder)));
  }
  await rename(draft, path);
  await syncFolder(folder);
};

/** Writes small bytes whole or not at all; not fsynced: for what can be made again. */
export const writeCache = async (root: string, path: string, bytes: Uint8Array): Promise<void> => {
  const draft = newDraft(root);
  const handle = await open(draft, "wx");
  try {
    await handle.writeFile(bytes);
  } finally {
    await handle.close();
  }
  await rename(draft, path).catch(() => rm(draft, { force: true }));
};

/** A blob's own file and the compressed forms beside it. */
export const removeWithForms = async (path: string): Promise<void> => {
  const folder = dirname(path);
  const name = path.slice(folder.length + 1);
  const files = await readdir(folder).catch(() => []);
  await Promise.all(
    files.filter((file) => file.startsWith(name)).map((file) => rm(join(folder, file), { force: true })),
  );
};

/** Every file of a blob, folder by folder: the blob itself, or with `form` a compressed form beside it. */
export async function* blobFiles(
  root: string,
): AsyncGenerator<{ readonly hash: Hash; readonly form: boolean; readonly path: string }> {
  for (const first of await folders(root))
    for (const second of await folders(join(root, first)))
      for (const name of await readdir(join(root, first, second))) {
        const hash = /^[A-Za-z0-9_-]{43}(?=\.|$)/.exec(name)?.[0];
        const path = join(root, first, second, name);
        if (hash) yield { hash: hash as Hash, form: name.length > hash.length, path };
      }
}

const folders = async (path: string): Promise<string[]> =>
  (await readdir(path, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && entry.name.length === 2)
    .map((entry) => entry.name);
