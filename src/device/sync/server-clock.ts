import type { Clock } from "../../domain/clock";

/** Below this, a difference is the line's slowness, not the clock's. */
const tolerance = 2_000;

/** The phone's clock, set right by what the server says: a wrong date on a phone must not stop it. */
export interface ServerClock extends Clock {
  /** Milliseconds to add to the phone's clock. */
  offset(): number;
  /** The server's time as it was last heard; 0 before. What cannot be undone goes by this: the phone's clock may jump. */
  heard(): number;
  restore(offset: number): void;
  /** Takes the server's time of an answer to a question asked at `sentAt` (phone's clock). */
  learn(serverNow: number, sentAt: number): void;
}

export const createServerClock = (phone: Clock, onLearned: (offset: number) => void): ServerClock => {
  let offset = 0;
  let heard = 0;
  return {
    now: () => phone.now() + offset,
    offset: () => offset,
    heard: () => heard,
    restore: (known) => {
      offset = known;
    },
    learn: (serverNow, sentAt) => {
      heard = serverNow;
      const heardAt = phone.now();
      const measured = Math.round(serverNow - (sentAt + heardAt) / 2);
      const doubt = tolerance + Math.abs(heardAt - sentAt) / 2;
      if (Math.abs(measured - offset) <= doubt) return;
      offset = measured;
      onLearned(offset);
    },
  };
};
