import type { vi } from "../display";
import type { Translation } from "../messages";

export const display: Translation<typeof vi> = {
  textSize: "Text size",
  larger: "Larger text",
  smaller: "Smaller text",
  sizeNow: "Size {size}",
  sample: "The cell meets regularly once a month.",
  theme: "Colours",
  system: "As the phone",
  light: "Light",
  dark: "Dark",
  contrast: "High contrast",
};
