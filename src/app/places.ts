import { t } from "../i18n/core";
import type { Place } from "../ui/bottom-bar";

/** The bar at the foot. */
export const places = (): readonly Place[] => [
  { href: "/", label: t("library"), icon: "paper" },
  { href: "/hop", label: t("meeting"), icon: "people" },
  { href: "/quet", label: t("scan") },
  { href: "/viec", label: t("tasks"), icon: "tasks" },
  { href: "/toi", label: t("me"), icon: "person" },
];
