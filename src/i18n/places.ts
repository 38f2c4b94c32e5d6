import { defineMessages } from "./messages";

/** Places of the app that later versions fill. */
export const vi = {
  tasksTitle: "Việc",
  tasksSoon: "Phần giao việc sẽ có trong bản sau",
  tasksText:
    "Sau này việc chi bộ giao cho đồng chí và thời hạn sẽ hiện ở đây. Hiện nay, văn bản nằm ở mục Văn bản.",
  goLibrary: "Xem văn bản",
} as const;

export const t = defineMessages("places", vi);
