import type { Clock } from "../domain/clock";
import type { Random } from "../domain/random";
import type { Device } from "./device";
import type { Lock, Origin, Signals, Timer, Transport } from "./sync/ports";

export interface DeviceDeps {
  /** Scheme, host and port of the server, without a slash at the end: `location.origin`. */
  readonly server: string;
  readonly transport: Transport;
  /** The phone's own clock, right or wrong. */
  readonly clock: Clock;
  readonly random: Random;
  readonly lock: Lock;
  readonly timer: Timer;
  readonly signals: Signals;
  readonly origin: Origin;
  /** Name of the database; default `so-chi-bo`. */
  readonly database?: string;
}

/** A device and the way to stop it. */
export interface RunningDevice extends Device {
  /** Settles when the database is open and `state` has left `starting`. */
  readonly opened: Promise<void>;
  /** Stops listening and closes the database, as closing the tab would. */
  close(): Promise<void>;
}

/** Starts at once; everything that needs the database waits for it. */
export const createDevice = (_deps: DeviceDeps): RunningDevice => {
  throw new Error("to be built");
};
