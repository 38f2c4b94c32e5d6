import { authorOf, type Directory } from "../../src/domain/directory";
import type { Author, Entry } from "../../src/domain/entry";
import { definitionOf } from "../../src/domain/every-definition";
import { type EntryId, type KeyId, newEntryId } from "../../src/domain/ids";
import type { PublicKey } from "../../src/domain/public-key";
import { createSeededRandom } from "../../src/domain/random";
import type { Refusal } from "../../src/domain/refusal";
import type { Scope } from "../../src/domain/scope";

/** Names of the right shape without any key behind them: the rules of the domain never look at signatures. */
export const keyNamed = (name: string): KeyId => name.padEnd(43, "_").slice(0, 43) as KeyId;
export const pointNamed = (name: string): PublicKey => ({
  x: `${keyNamed(name).slice(0, 42)}A`,
  y: `${keyNamed(`${name}y`).slice(0, 42)}A`,
});
export const idNamed = <T extends string>(name: string): T =>
  name
    .toLowerCase()
    .replace(/[ilou]/g, "x")
    .padEnd(12, "0")
    .slice(0, 12) as T;

const random = createSeededRandom(11);

/** An entry as it stands after its signature was checked. */
export const entryOf = (
  type: string,
  by: KeyId,
  at: number,
  scopes: readonly Scope[],
  subject: string,
  body: unknown,
  id: EntryId = newEntryId({ now: () => at }, random),
): Entry => ({ id, type, scopes, subject, at, by, body });

/** Who wrote it: as the directory knows the key, or as the entry that brings its own key introduces itself. */
export const writerOf = (directory: Directory, entry: Entry): Author | undefined => {
  if (!definitionOf(entry.type)?.introduces) return authorOf(directory, entry.by, entry.at);
  const root = entry.type === "commune.founded";
  return { key: entry.by, root, office: root, committee: false, secretary: false };
};

/** Judges and applies one entry of the directory, as every receiver does. Undefined where it was applied. */
export const applyTo = (directory: Directory, entry: Entry): Refusal | undefined => {
  const definition = definitionOf(entry.type);
  const author = writerOf(directory, entry);
  if (!definition) return "unknown-type";
  if (!author) return "unknown-author";
  const refusal = definition.mayWrite(author, entry, directory);
  if (refusal) return refusal;
  definition.reduce(directory, entry, author);
  return undefined;
};
