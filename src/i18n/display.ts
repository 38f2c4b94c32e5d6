import { defineMessages } from "./messages";

export const vi = {
  textSize: "Cỡ chữ",
  larger: "Chữ to hơn",
  smaller: "Chữ nhỏ hơn",
  sizeNow: "Cỡ {size}",
  sample: "Chi bộ họp thường kỳ mỗi tháng một lần.",
  theme: "Màu nền",
  system: "Theo máy",
  light: "Sáng",
  dark: "Tối",
  contrast: "Tương phản cao",
} as const;

export const t = defineMessages("display", vi);
