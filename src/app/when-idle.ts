/** Runs a task once the first screen had its time; Safari has no idle callback. */
export const whenIdle = (task: () => void): void => {
  if ("requestIdleCallback" in window) requestIdleCallback(task, { timeout: 4000 });
  else setTimeout(task, 1500);
};
