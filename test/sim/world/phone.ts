import { createDevice, type RunningDevice } from "../../../src/device/create-device";
import type { Shrink } from "../../../src/device/photos/photos";
import type { Transport } from "../../../src/device/sync/ports";
import type { Random } from "../../../src/domain/random";
import { err, ok } from "../../../src/domain/result";
import { readJpeg } from "../../../src/protocol/jpeg";
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

/** What a world's camera takes is a page as it is. */
const shrink: Shrink = async (file) => {
  const data = new Uint8Array(await file.arrayBuffer());
  const jpeg = readJpeg(data);
  if (!jpeg || jpeg === "damaged") return err("not-a-picture");
  return ok({ data, width: jpeg.width, height: jpeg.height });
};

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
      shrink,
      database: browser.name,
    }),
  );
  return { device, ports };
};
