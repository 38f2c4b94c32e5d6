import * as v from "valibot";
import type { Clock } from "../../domain/clock";
import type { Directory } from "../../domain/directory";
import type { Entry } from "../../domain/entry";
import { definitionOf } from "../../domain/every-definition";
import { type EntryId, entryId, type KeyId } from "../../domain/ids";
import type { Refusal } from "../../domain/refusal";
import { type Admitted, admit } from "../../protocol/admit";
import { maxClockAhead } from "../../protocol/limits";
import { parseEntry, type SignedEntry } from "../../protocol/signed-entry";
import type { Verdict } from "../../protocol/sync-line";
import type { Blobs } from "../blobs/blobs";
import { copyDirectory } from "./live-directory";

export interface AdmissionParts {
  readonly blobs: Blobs;
  readonly clock: Clock;
  readonly root: KeyId | undefined;
  readonly door: ((entry: Entry) => Promise<Refusal | undefined>) | undefined;
  /** Of these entry ids the ones in the log. */
  stored(ids: readonly EntryId[]): Promise<ReadonlyMap<string, SignedEntry>>;
  /** Of these names the ones claimed by some entry. */
  claimed(names: readonly string[]): Promise<ReadonlySet<string>>;
}

export interface Admission {
  /** One for each entry, in order; `applied` holds once `accepted` is written. */
  readonly verdicts: readonly Verdict[];
  readonly accepted: readonly Admitted[];
  /** With the accepted entries applied; the very same object where none changes it. */
  readonly directory: Directory;
}

const idOnly = v.object({ id: entryId });

/** A name that goes into an index: printable ASCII, as all ids are. */
const subjectPattern = /^[\x21-\x7e]{1,64}$/;

/**
 * Judges a group of entries in order: each against the directory as the ones before it leave it.
 * Those that do not change the directory are checked side by side.
 */
export const admitGroup = async (
  entries: readonly SignedEntry[],
  before: Directory,
  parts: AdmissionParts,
): Promise<Admission> => {
  const candidates = entries.map((signed) => {
    const parsed = parseEntry(signed.payload);
    return parsed.ok ? { signed, entry: parsed.value } : { signed, refusal: parsed.error };
  });
  const known = new Map(await parts.stored(candidates.flatMap((one) => (one.entry ? [one.entry.id] : []))));
  const taken = new Set<string>();
  const verdicts: Verdict[] = [];
  const accepted: Admitted[] = [];
  let directory = before;

  const judge = async (signed: SignedEntry, entry: Entry): Promise<Admitted | Refusal> => {
    if (!subjectPattern.test(entry.subject)) return "malformed";
    if (entry.at > parts.clock.now() + maxClockAhead) return "clock-ahead";
    const root = parts.root ?? directory.commune?.root;
    if (!root) return "wrong-commune";
    const admitted = await admit(signed, directory, { root });
    if (!admitted.ok) return admitted.error;
    const { definition, entry: read } = admitted.value;
    const named = [...(definition.texts?.(read.body) ?? []), ...(definition.files?.(read.body) ?? [])];
    for (const { hash, bytes } of named) {
      const here = (await parts.blobs.touch(hash)) && (await parts.blobs.stat(hash));
      if (!here || here.bytes !== bytes) return "blob-missing";
    }
    return (await parts.door?.(admitted.value.entry)) ?? admitted.value;
  };

  /** Judged together, settled in order. */
  const settle = async (run: readonly { readonly signed: SignedEntry; readonly entry: Entry }[]) => {
    const judged = await Promise.all(
      run.map(async ({ signed, entry }) => (known.has(entry.id) ? undefined : judge(signed, entry))),
    );
    const names = judged.flatMap((one) => (isAdmitted(one) ? claimsOf(one) : []));
    for (const name of names.length ? await parts.claimed(names) : []) taken.add(name);
    run.forEach(({ signed, entry }, i) => {
      const { id } = entry;
      const earlier = known.get(id);
      if (earlier) {
        verdicts.push(
          isSame(earlier, signed) ? { id, is: "duplicate" } : { id, is: "rejected", code: "id-reused" },
        );
        return;
      }
      const one = judged[i] ?? "malformed";
      const code = isAdmitted(one) ? claimRefusal(claimsOf(one).find((name) => taken.has(name))) : one;
      if (!isAdmitted(one) || code) {
        verdicts.push({ id, is: "rejected", code: code as Refusal });
        return;
      }
      for (const name of claimsOf(one)) taken.add(name);
      known.set(id, signed);
      accepted.push(one);
      verdicts.push({ id, is: "applied" });
      if (one.definition.view !== "directory") return;
      if (directory === before) directory = copyDirectory(before);
      one.definition.reduce(directory, one.entry, one.author);
    });
  };

  let run: { readonly signed: SignedEntry; readonly entry: Entry }[] = [];
  const flush = async () => {
    const together = run;
    run = [];
    if (together.length) await settle(together);
  };
  for (const one of candidates) {
    if (!one.entry) {
      await flush();
      verdicts.push({ id: readableId(one.signed), is: "rejected", code: one.refusal });
      continue;
    }
    const changesDirectory = definitionOf(one.entry.type)?.view === "directory";
    // The same id twice in one push must be judged one after the other, too.
    if (changesDirectory || run.some(({ entry }) => entry.id === one.entry.id)) await flush();
    run.push(one);
    if (changesDirectory) await flush();
  }
  await flush();
  return { verdicts, accepted, directory };
};

const isAdmitted = (one: Admitted | Refusal | undefined): one is Admitted => typeof one === "object";
const isSame = (a: SignedEntry, b: SignedEntry) => a.payload === b.payload && a.signature === b.signature;
export const claimsOf = ({ definition, entry }: Pick<Admitted, "definition" | "entry">): readonly string[] =>
  definition.claims?.(entry) ?? [];

/** What the loser of a claim is told. */
const claimRefusal = (name: string | undefined): Refusal | undefined => {
  if (name === undefined) return undefined;
  if (name === "commune") return "wrong-commune";
  return name.startsWith("offer:") || name.startsWith("key:") ? "offer-used" : "id-reused";
};

/** The id of an entry that is otherwise unreadable, so that the phone can tell which one was meant. */
const readableId = ({ payload }: SignedEntry): EntryId | null => {
  try {
    const parsed = v.safeParse(idOnly, JSON.parse(payload));
    return parsed.success ? parsed.output.id : null;
  } catch {
    return null;
  }
};
