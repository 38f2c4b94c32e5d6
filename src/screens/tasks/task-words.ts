import type { TaskPerson, TaskRow } from "../../device/tasks/tasks";
import { dayAt, daysBetween } from "../../domain/commune-day";
import { t } from "../../i18n/tasks";

type Due = Pick<TaskRow, "standing" | "dueOn" | "endedAt">;

/** When it is due, in words: `Còn 3 ngày`, `Quá hạn 2 ngày`; of what is ended, how: `Xong đúng hạn`. */
export const dueWords = ({ standing, dueOn, endedAt }: Due, now: number): string => {
  if (standing === "dropped") return t("dropped");
  if (standing === "done-in-time") return t(dueOn ? "doneInTime" : "done");
  if (!dueOn) return t("noDay");
  if (standing === "done-late") return t("doneLate", { n: daysBetween(dueOn, dayAt(endedAt ?? now)) });
  const left = daysBetween(dayAt(now), dueOn);
  if (left < 0) return t("late", { n: -left });
  if (left === 0) return t("dueToday");
  return left === 1 ? t("dueTomorrow") : t("daysLeft", { n: left });
};

/** How loud the words are; the words alone say it too. */
export const dueTone = ({ standing, dueOn }: Due, now: number): "red" | "gold" | "soft" => {
  if (standing === "overdue") return "red";
  const open = standing === "waiting" || standing === "doing";
  return open && dueOn && daysBetween(dayAt(now), dueOn) <= 1 ? "gold" : "soft";
};

export const nameOf = ({ name }: Pick<TaskPerson, "name">): string => name || t("elsewhereMember");

/** `Bùi Thị Lành; phối hợp: Đinh Thị Hường, Bùi Văn Dũng`. */
export const peopleWords = ({ lead, support }: Pick<TaskRow, "lead" | "support">): string =>
  support.length === 0
    ? nameOf(lead)
    : t("withSupport", { lead: nameOf(lead), support: support.map(nameOf).join(", ") });
