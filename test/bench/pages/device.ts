import {
  browserLock,
  browserOrigin,
  browserRandom,
  browserSignals,
  browserTimer,
  browserTransport,
} from "../../../src/device/browser-ports";
import { createDevice } from "../../../src/device/create-device";
import { systemClock } from "../../../src/domain/clock";

/** The phone without its screens, for figures that no screen should blur. */
const device = createDevice({
  server: location.origin,
  transport: browserTransport,
  clock: systemClock,
  random: browserRandom,
  lock: browserLock,
  timer: browserTimer,
  signals: browserSignals,
  origin: browserOrigin,
});

/** Resolves when nothing is on its way and nothing waits. */
const settled = () =>
  new Promise<void>((resolve) => {
    const check = () => {
      const { sync, outbox } = device.state.getState();
      if (!sync.running && !sync.problem && outbox.waiting === 0 && sync.at !== undefined) resolve();
      else setTimeout(check, 20);
    };
    check();
  });

Object.assign(window, { device, settled });
