import type { Translation } from "../messages";
import type { vi } from "../secrecy";

export const secrecy: Translation<typeof vi> = {
  "secret-mark":
    "papers with a secrecy mark may not be drafted or kept on a networked machine (Law 117/2025/QH15 on state secrets, article 5).",
  "personnel-work": "papers on personnel work are kept and issued under rules of their own.",
};
