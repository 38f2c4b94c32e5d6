import { createContext } from "preact";
import { useContext, useLayoutEffect, useState } from "preact/hooks";
import type { Device, DeviceState, Watch } from "../device/device";

/** What the composition root hands to every screen. */
export interface Services {
  readonly device: Device;
  /** Goes to a path of this app; `replace` leaves no step back. */
  readonly navigate: (path: string, options?: { readonly replace?: boolean }) => void;
  /** One step back inside this app; to `fallback` where the app was opened right here. */
  readonly back: (fallback: string) => void;
  /** A short message at the foot of the screen, with an undo where there is one. */
  readonly toast: (text: string, action?: { readonly label: string; readonly run: () => void }) => void;
  /** While the returned function was not called, a new version does not reload the page. */
  readonly holdReload: () => () => void;
}

const ServicesContext = createContext<Services | undefined>(undefined);
export const ServicesProvider = ServicesContext.Provider;

export const useServices = (): Services => {
  const services = useContext(ServicesContext);
  if (!services) throw new Error("no services above this screen");
  return services;
};

/** The current value of something that changes; undefined until it first speaks, and where there is nothing to watch yet. */
export const useWatch = <T>(create: () => Watch<T> | undefined, keys: readonly unknown[]): T | undefined => {
  const [value, setValue] = useState<T>();
  useLayoutEffect(() => create()?.subscribe(setValue), keys);
  return value;
};

export const useDeviceState = <T>(select: (state: DeviceState) => T): T => {
  const { state } = useServices().device;
  const [value, setValue] = useState(() => select(state.getState()));
  useLayoutEffect(() => {
    setValue(select(state.getState()));
    return state.subscribe((next) => setValue(select(next)));
  }, [state]);
  return value;
};
