import type { StoreApi } from "zustand/vanilla";
import type { Signer } from "../protocol/keys";
import type { Applier } from "./apply/apply-page";
import type { DirectoryKeeper } from "./apply/directory-keeper";
import type { DeviceDeps } from "./create-device";
import type { DeviceState, Identity } from "./device";
import type { Store } from "./store/open-store";
import type { MetaValues } from "./store/rows";
import type { Http } from "./sync/http";
import type { ServerClock } from "./sync/server-clock";

/** What the parts of one device share. Made in `create-device.ts`; nothing here is global. */
export interface Core {
  readonly deps: DeviceDeps;
  readonly store: Store;
  readonly clock: ServerClock;
  readonly keeper: DirectoryKeeper;
  readonly http: Http;
  readonly state: StoreApi<DeviceState>;
  /** True once the store may be read; false where it never will be. */
  readonly ready: Promise<boolean>;
  self(): MetaValues["self"] | undefined;
  /** This device's key; undefined on a blank phone. */
  signer(): Promise<Signer | undefined>;
  identity(): Identity | undefined;
  /** Undefined on a blank phone. */
  applier(): Applier | undefined;
  /** Takes up an enrolment that the server accepted. */
  adopt(self: MetaValues["self"]): Promise<void>;
  /** Asks for a sync soon; many calls are one sync. */
  syncSoon(): void;
  /** Deletes everything on this phone. */
  wipe(): Promise<void>;
}
