import { defineMessages } from "./messages";

/** Why a text or a file could not be fetched, to whoever wants to read it. */
export const vi = {
  unreachable: "Chưa có mạng. Có mạng, đồng chí bấm tải lại.",
  "damaged-file": "Tải về bị lỗi giữa chừng nên máy không giữ lại. Đồng chí bấm tải lại.",
  "not-found": "Văn phòng không còn giữ tệp này, có thể đã thu hồi. Những thứ khác trên máy còn nguyên.",
} as const;

export const t = defineMessages("fetching", vi);
