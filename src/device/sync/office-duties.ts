import type { Core } from "../core";
import { attest } from "./attest";
import { vouch } from "./vouch";

/** What an office device signs by itself after a whole sync. */
export const doOfficeDuties = async (core: Core): Promise<void> => {
  await vouch(core);
  await attest(core);
};
