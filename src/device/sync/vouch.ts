import { placeAt } from "../../domain/directory";
import { deviceEnrolled } from "../../domain/enrolment";
import type { Entry } from "../../domain/entry";
import type { KeyId, OrgId } from "../../domain/ids";
import { deviceVouched, memberMoved, mostVouched } from "../../domain/member";
import { cellScope } from "../../domain/scope";
import type { Draft } from "../../protocol/signed-entry";
import type { Core } from "../core";
import { phonesOf } from "../office/phones-of";
import { writeEntries } from "../outbox/write";
import { findEntries } from "../store/entries";
import { putMeta, readMeta } from "../store/meta";

/** Types that make a phone known to a cell. */
const telling = new Set<string>([deviceEnrolled.type, memberMoved.type, deviceVouched.type]);

/**
 * On an office device after a whole sync: makes phones known to the cell in which their member stands by now, where only
 * another cell heard of them. A move names the phones that its desk knew; one that enrolled before the server heard of the
 * move is not among them, and nobody in the new cell could check what it signs.
 */
export const vouch = async (core: Core): Promise<void> => {
  const { mirror } = core.store;
  const directory = core.keeper.current();
  const moved = new Map(
    [...directory.places]
      .filter(([, facts]) => facts.some((fact) => "was" in fact))
      .map(([member]) => [member, placeAt(directory, member, Number.POSITIVE_INFINITY).org]),
  );
  if (moved.size === 0) return;
  // Looked through once for each state of the directory: what nobody added to has been answered.
  const [revision, vouched] = await readMeta(mirror, ["revision", "vouched"]);
  if (revision === vouched) return;
  const told = await toldCells(core);
  const drafts: Draft[] = [];
  for (const [member, org] of moved) {
    const devices = phonesOf(directory, member).filter(({ id }) => !told.get(id)?.has(org));
    if (org && devices.length > 0)
      drafts.push({
        type: deviceVouched.type,
        scopes: [cellScope(org), "office"],
        subject: member,
        // The others are still untold after the next sync.
        body: { org, devices: devices.slice(0, mostVouched) },
      });
  }
  if (drafts.length > 0) await writeEntries(core, drafts);
  if (revision !== undefined) await putMeta(mirror, "vouched", revision);
};

interface Telling {
  readonly org?: OrgId;
  readonly to?: OrgId;
  readonly devices?: readonly { readonly id: KeyId }[];
}

/** Of each phone the cells that have heard of it. */
const toldCells = async ({ store }: Core): Promise<ReadonlyMap<KeyId, ReadonlySet<OrgId | undefined>>> => {
  const told = new Map<KeyId, Set<OrgId | undefined>>();
  for (const { type = "", payload } of await findEntries(store.mirror, (row) =>
    telling.has(row.type ?? ""),
  )) {
    if (payload === undefined) continue;
    const { by, body } = JSON.parse(payload) as Entry<string, Telling>;
    for (const id of type === deviceEnrolled.type ? [by] : (body.devices ?? []).map((device) => device.id)) {
      if (!told.has(id)) told.set(id, new Set());
      told.get(id)?.add(body.to ?? body.org);
    }
  }
  return told;
};
