import {
  browserLock,
  browserOrigin,
  browserRandom,
  browserSignals,
  browserTimer,
  browserTransport,
} from "../../../src/device/browser-ports";
import { createDevice } from "../../../src/device/create-device";
import type { DeviceState } from "../../../src/device/device";
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

const until = (holds: (state: DeviceState) => boolean) =>
  new Promise<void>((resolve) => {
    const stop = device.state.subscribe((state) => {
      if (!holds(state)) return;
      stop();
      resolve();
    });
    if (holds(device.state.getState())) {
      stop();
      resolve();
    }
  });

/** Resolves when nothing waits to be sent. */
const pushed = () => until(({ outbox }) => outbox.waiting === 0);
/** Resolves when nothing is on its way either. */
const settled = () =>
  until(
    ({ sync, outbox }) => !sync.running && !sync.problem && outbox.waiting === 0 && sync.at !== undefined,
  );

Object.assign(window, { device, pushed, settled });
