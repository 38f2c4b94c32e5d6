import type { MeetingRecord } from "../../device/meetings/meetings";
import type { MeetingKind } from "../../domain/meeting-host";
import { foldVietnamese } from "../../domain/vietnamese";
import { dayOf } from "../../i18n/date";

const kinds: Record<MeetingKind, string> = {
  regular: "thuong-ky",
  thematic: "chuyen-de",
  committee: "chi-uy",
  conference: "hoi-nghi",
};

/** `2026-11-25-bien-ban-thuong-ky`: letters that every system and every upload form takes. */
export const fileName = (
  { meeting, closing }: MeetingRecord,
  what: "bien-ban" | "nghi-quyet" | "ho-so",
): string => `${dayOf(closing.startedAt)}-${what}-${kinds[meeting.kind]}`;

/** `Danh sách hộ nghèo` → `danh-sach-ho-ngheo`, as the name of a folder. */
export const plainName = (title: string): string =>
  foldVietnamese(title)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40);
