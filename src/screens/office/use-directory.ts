import type { Directory } from "../../domain/directory";
import { useServices, useWatch } from "../services";

/** The verified directory, drawn anew whenever it changes. */
export const useDirectory = (): Directory | undefined => {
  const { device } = useServices();
  return useWatch(() => device.directory(), [device]);
};
