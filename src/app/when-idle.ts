import type { Device } from "../device/device";

/** Runs a task once the first screen had its time; Safari has no idle callback. */
export const whenIdle = (task: () => void): void => {
  if ("requestIdleCallback" in window) requestIdleCallback(task, { timeout: 4000 });
  else setTimeout(task, 1500);
};

/** Runs a task once the papers are on the phone and nothing is on its way: the first sync has the line to itself. */
export const whenSynced = ({ state }: Device, task: () => void): void => {
  const isTime = ({ phase, sync }: ReturnType<typeof state.getState>) =>
    phase === "ready" && sync.at !== undefined && !sync.running;
  if (isTime(state.getState())) {
    whenIdle(task);
    return;
  }
  const stop = state.subscribe((next) => {
    if (!isTime(next)) return;
    stop();
    whenIdle(task);
  });
};
