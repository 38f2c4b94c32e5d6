import type { EntryId } from "../../domain/ids";
import type { Refusal } from "../../domain/refusal";
import type { Device, OutboxItem, SyncProblem } from "../device";

/** What became of facts just written. Only the server's verdict makes them issued. */
export type Outcome =
  | { readonly is: "applied" }
  | { readonly is: "refused"; readonly code: Refusal }
  /** On this machine, in the outbox: they go when there is a connection. */
  | { readonly is: "waiting"; readonly problem?: SyncProblem };

/** A sync under way may have begun before the entries were written. */
const attempts = 3;

/** Sends now and tells how the server answered, for all of the entries together. */
export const awaitVerdict = async (device: Device, ids: readonly EntryId[]): Promise<Outcome> => {
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
