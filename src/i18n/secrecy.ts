import { defineMessages } from "./messages";

/** The rules by which something may not enter, by their codes in `domain/secrecy`. */
export const vi = {
  "secret-mark":
    "tài liệu có độ mật không được soạn, lưu trên máy nối mạng (Luật Bảo vệ bí mật nhà nước 117/2025/QH15, Điều 5).",
  "personnel-work": "văn bản công tác cán bộ được quản lý, phát hành theo quy định riêng.",
} as const;

export const t = defineMessages("secrecy", vi);
