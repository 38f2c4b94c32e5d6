import { defineMessages } from "./messages";

export const vi = {
  justNow: "vừa xong",
  minutesAgo: "{n} phút trước",
  hoursAgo: "{n} giờ trước",
  yesterday: "hôm qua {time}",
  dayAndTime: "{day} lúc {time}",
} as const;

export const t = defineMessages("dates", vi);
