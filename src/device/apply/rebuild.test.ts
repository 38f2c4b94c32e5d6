import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { openApplier } from "../../../test/support/applier";
import { createTestCommune } from "../../../test/support/commune";
import { directoryToJson } from "../../domain/directory";
import { applyEarly } from "./apply-page";
import { rebuildDirectory } from "./rebuild";

test("the directory built again is the one that there was, also where a desk's clock was ahead when it offered", async () => {
  const commune = await createTestCommune();
  const { member, org } = commune.east.members[1];
  const hours = 4 * 3600_000;
  commune.clock.advance(hours);
  const offer = await commune.offer(commune.office.signer, member, org, "member");
  commune.clock.advance(-hours);
  const { signed, device } = await commune.takeUp(offer);
  expect(signed.entry.id < offer.signed.entry.id).toBe(true);

  const { applier } = await openApplier(commune);
  await applyEarly(applier, [...commune.founding, offer.signed, signed]);
  const before = applier.keeper.current();
  expect(before.keys.has(device.signer.id)).toBe(true);
  expect(directoryToJson(await rebuildDirectory(applier.db))).toEqual(directoryToJson(before));
});
