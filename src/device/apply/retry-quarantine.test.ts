import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { openApplier } from "../../../test/support/applier";
import { createTestCommune } from "../../../test/support/commune";
import { applyEarly } from "./apply-page";
import { retryQuarantine } from "./retry-quarantine";

test("an enrolment that was altered each time it came is asked for again after a start, by the key that it brings", async () => {
  const commune = await createTestCommune();
  const { applier } = await openApplier(commune);
  const { member, org } = commune.east.members[0];
  const { entries } = await commune.enrol(commune.office.signer, member, org, "member");
  const [, enrolment] = entries;
  const { payload, signature, entry } = enrolment;
  const altered = { signature, payload: payload.replace(`"at":${entry.at}`, `"at":${entry.at + 1}`) };
  expect(altered.payload).not.toBe(payload);
  await applyEarly(applier, commune.founding);
  const asked = async () => (await applier.db.quarantine.toArray()).map(({ code, asked }) => [code, asked]);
  for (const [signed, again] of [
    [enrolment, true],
    [altered, false],
  ] as const) {
    await applier.db.quarantine.clear();
    // Its offer has not come: nothing else is known of that key.
    await applyEarly(applier, [signed]);
    await applier.db.quarantine.toCollection().modify({ asked: true });
    await retryQuarantine(applier, true);
    expect(await asked()).toEqual([["offer-unknown", again]]);
  }
});
