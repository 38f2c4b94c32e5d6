import { createDevice, type RunningDevice } from "../../../src/device/create-device";
import type { Transport } from "../../../src/device/sync/ports";
import type { Random } from "../../../src/domain/random";
import { asTaken } from "../../support/as-taken";
import { asTab, type Browser, type TabPorts } from "./browser";
import { worldNow } from "./loop";

/** One open tab: the real device core on this world's ports. */
export interface Tab {
  readonly device: RunningDevice;
  readonly ports: TabPorts;
}

export interface TabOptions {
  readonly browser: Browser;
  readonly server: string;
  readonly random: Random;
  /** How wrong the phone's clock goes, in milliseconds. */
  readonly skew: () => number;
  readonly transport: (ports: TabPorts) => Transport;
}

export const openTab = ({ browser, server, random, skew, transport }: TabOptions): Tab => {
  const ports = browser.openTab();
  const line = transport(ports);
  const device = asTab(browser, () =>
    createDevice({
      server,
      transport: (request) => (ports.alive() ? line(request) : new Promise<never>(() => undefined)),
      clock: { now: () => Math.floor(worldNow() + skew()) },
      random,
      lock: ports.lock,
      timer: ports.timer,
      signals: ports.signals,
      origin: ports.origin,
      shrink: asTaken,
      database: browser.name,
    }),
  );
  return { device, ports };
};
