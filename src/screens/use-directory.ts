import type { Directory } from "../domain/directory";
import { useServices, useWatch } from "./services";

/** The verified directory: names of cells, and what sort of place they work in. */
export const useDirectory = (): Directory | undefined => {
  const { device } = useServices();
  return useWatch(() => device.directory(), [device]);
};
