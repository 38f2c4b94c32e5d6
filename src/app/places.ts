import { t } from "../i18n/core";
import type { Place } from "../ui/bottom-bar";

/** The bar at the foot: of five, or in the simple way the way back to the first page and little else. */
export const places = (simple = false): readonly Place[] =>
  simple
    ? [{ href: "/", label: t("home"), icon: "home" }, { href: "/quet", label: t("scan") }, meOf()]
    : allPlaces();

const meOf = (): Place => ({ href: "/toi", label: t("me"), icon: "person" });
const allPlaces = (): readonly Place[] => [
  { href: "/", label: t("library"), icon: "paper" },
  { href: "/hop", label: t("meeting"), icon: "people" },
  { href: "/quet", label: t("scan") },
  { href: "/viec", label: t("tasks"), icon: "tasks" },
  meOf(),
];
