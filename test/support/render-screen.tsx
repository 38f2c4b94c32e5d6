import { render } from "@testing-library/preact";
import type { ComponentChild } from "preact";
import { type Services, ServicesProvider } from "../../src/screens/services";
import { createFakeDevice, type FakeOptions } from "./fake-device";

/** A screen around a device in memory; what it asked of the app is kept for the test to see. */
export const renderScreen = (screen: ComponentChild, options: FakeOptions = {}) => {
  const fake = createFakeDevice(options);
  const went: string[] = [];
  const said: string[] = [];
  let offered: (() => void) | undefined;
  let holds = 0;
  const services: Services = {
    device: fake.device,
    navigate: (path) => void went.push(path),
    back: (fallback) => void went.push(`back or ${fallback}`),
    toast: (text, action) => {
      said.push(text);
      offered = action?.run;
    },
    holdReload: () => {
      holds += 1;
      return () => {
        holds -= 1;
      };
    },
  };
  return {
    ...fake,
    ...render(<ServicesProvider value={services}>{screen}</ServicesProvider>),
    went: went as readonly string[],
    said: said as readonly string[],
    holds: () => holds,
    /** Presses what the last message offered. */
    undo: () => {
      if (!offered) throw new Error("the last message offers nothing");
      offered();
    },
  };
};
