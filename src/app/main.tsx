import "../ui/tokens.css";
import "../ui/fonts.css";
import "../ui/base.css";
import {
  browserLock,
  browserOrigin,
  browserRandom,
  browserSignals,
  browserTimer,
  browserTransport,
} from "../device/browser-ports";
import { createDevice } from "../device/create-device";
import { systemClock } from "../domain/clock";
import { forgetDrawn, keepDrawnList } from "../screens/library/drawn-list";
import { mountApp } from "./mount";
import { keepHeavyChunks, startServiceWorker } from "./sw-bridge";
import { whenIdle, whenSynced } from "./when-idle";

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

const root = document.getElementById("app");
if (!root) throw new Error("no place for the app in this page");
const mounted = mountApp(root, device);

// A browser that ran out of room takes the database, and leaves the drawing of what was in it.
void device.opened.then(() => device.state.getState().phase === "blank" && forgetDrawn());
whenIdle(() => void mounted.then(startServiceWorker));
whenSynced(device, () => {
  void keepHeavyChunks();
  // Where the line broke halfway, it goes on when there is one again.
  addEventListener("online", keepHeavyChunks);
  keepDrawnList(device);
});
