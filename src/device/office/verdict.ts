import type { EntryId } from "../../domain/ids";
import { type Refusal, refusals } from "../../domain/refusal";
import type { Draft } from "../../protocol/signed-entry";
import type { Device, OutboxItem, SyncProblem } from "../device";

/** What became of facts just written. Only the server's verdict makes them issued. */
export type Outcome =
  | { readonly is: "applied" }
  | { readonly is: "refused"; readonly code: Refusal }
  /** On this machine, in the outbox: they go when there is a connection. */
  | { readonly is: "waiting"; readonly problem?: SyncProblem };

/** Writes facts, sends them, and tells how the server answered. The ids are those of the drafts, in order. */
export const submit = async (
  device: Device,
  drafts: readonly Draft[],
): Promise<{ readonly ids: readonly EntryId[]; readonly outcome: Outcome }> => {
  let ids: readonly EntryId[];
  try {
    ids = await device.write(drafts);
  } catch (error) {
    // The rule of the entry itself said no, before anything was written.
    const code = refusals.find((one) => error instanceof Error && error.message.endsWith(`: ${one}`));
    if (!code) throw error;
    return { ids: [], outcome: { is: "refused", code } };
  }
  return { ids, outcome: await awaitVerdict(device, ids) };
};

/** A sync under way may have begun before the entries were written. */
const attempts = 3;

/** Sends now and tells how the server answered, for all of the entries together. */
const awaitVerdict = async (device: Device, ids: readonly EntryId[]): Promise<Outcome> => {
  for (let attempt = 1; ; attempt += 1) {
    await device.sync();
    const items = await outboxNow(device);
    const own = items.filter((item) => ids.includes(item.id));
    const refused = own.find((item) => item.state === "refused");
    if (refused) return { is: "refused", code: refused.code ?? "malformed" };
    if (own.length === 0) return { is: "applied" };
    const { problem } = device.state.getState().sync;
    if (problem || attempt === attempts) return { is: "waiting", ...(problem && { problem }) };
  }
};

const outboxNow = (device: Device): Promise<readonly OutboxItem[]> =>
  new Promise((resolve) => {
    let stop: (() => void) | undefined;
    let told = false;
    stop = device.outbox.items().subscribe((items) => {
      told = true;
      resolve(items);
      stop?.();
    });
    if (told) stop();
  });
