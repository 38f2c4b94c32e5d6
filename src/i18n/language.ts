import { chooseCatalogue } from "./messages";

export const languages = ["vi", "en"] as const;
export type Language = (typeof languages)[number];

let current: Language = "vi";

export const currentLanguage = (): Language => current;

/** Resolves once every message is there in that language; English is fetched only when chosen. */
export const setLanguage = async (language: Language): Promise<void> => {
  chooseCatalogue(language === "en" ? (await import("./en")).en : undefined);
  current = language;
};
