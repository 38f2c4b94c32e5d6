import { keyScopes } from "../domain/enrolment";
import type { Core } from "./core";
import { writeEntries } from "./outbox/write";

/** Revokes this device's own key, tries to tell the office, and wipes the phone whether that worked or not. */
export const leave = async (core: Core, sync: () => Promise<void>): Promise<void> => {
  const identity = core.identity();
  const device = identity && core.keeper.current().keys.get(identity.key);
  if (identity && device) {
    const draft = {
      type: "device.revoked",
      scopes: keyScopes(identity.org, device.office),
      subject: identity.key,
      body: { org: identity.org, since: Math.round(core.clock.now()) + 1 },
    };
    await writeEntries(core, [draft]).then(sync, () => undefined);
  }
  await core.wipe();
};
