import type { Directory } from "../../domain/directory";
import type { KeyId } from "../../domain/ids";
import type { Refusal } from "../../domain/refusal";
import { firstDefinitionOf } from "../../domain/registry";
import { type Admitted, admit } from "../../protocol/admit";
import type { SignedEntry } from "../../protocol/signed-entry";

/** An entry that came in, and what became of it. */
export interface Judged {
  readonly signed: SignedEntry;
  readonly outcome: Admitted | { readonly refused: Refusal };
}

export const isAdmitted = (outcome: Judged["outcome"]): outcome is Admitted => "entry" in outcome;

/**
 * Lets entries in, in their order, changing `directory` as it goes: an entry may rest on those before it. Papers and
 * receipts change nothing in the directory, so a run of them is checked at once, side by side; nothing here may
 * happen inside a database transaction, which ends while a signature is checked.
 */
export const admitInOrder = async (
  batch: readonly SignedEntry[],
  directory: Directory,
  root: KeyId,
): Promise<{ readonly judged: readonly Judged[]; readonly directoryChanged: boolean }> => {
  const changesDirectory = batch.map(({ payload }) => viewOf(payload) === "directory");
  const judged: Judged[] = [];
  let directoryChanged = false;
  const take = ({ outcome }: Judged) => {
    if (!isAdmitted(outcome) || outcome.definition.view !== "directory") return;
    outcome.definition.reduce(directory, outcome.entry, outcome.author);
    directoryChanged = true;
  };
  const judge = async (signed: SignedEntry): Promise<Judged> => {
    const result = await admit(signed, directory, { root });
    return { signed, outcome: result.ok ? result.value : { refused: result.error } };
  };

  for (let i = 0; i < batch.length; ) {
    let end = i + 1;
    if (!changesDirectory[i]) while (end < batch.length && !changesDirectory[end]) end += 1;
    const run = await Promise.all(batch.slice(i, end).map(judge));
    run.forEach(take);
    judged.push(...run);
    i = end;
  }
  return { judged, directoryChanged };
};

/** Good enough to plan by: what counts is the definition that `admit` found. */
const viewOf = (payload: string): string | undefined =>
  firstDefinitionOf(/"type":"([a-z.]+)"/.exec(payload)?.[1] ?? "")?.view;
