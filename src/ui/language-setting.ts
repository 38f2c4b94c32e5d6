import { createStore } from "zustand/vanilla";
import { currentLanguage, type Language, languages, setLanguage } from "../i18n/language";
import { recall, remember } from "./display-settings";

/** Followed by the app, which draws itself anew in the other language. */
export const languageSetting = createStore<Language>()(currentLanguage);

const take = async (language: Language) => {
  await setLanguage(language);
  document.documentElement.lang = language;
  languageSetting.setState(language, true);
};

export const chooseLanguage = async (language: Language): Promise<void> => {
  await take(language);
  remember("language", language);
};

/** At start: Vietnamese at once, another language after its messages came; without them it stays Vietnamese. */
export const recallLanguage = async (): Promise<void> => {
  const language = languages.find((one) => one === recall("language"));
  if (language && language !== currentLanguage()) await take(language).catch(() => undefined);
};
