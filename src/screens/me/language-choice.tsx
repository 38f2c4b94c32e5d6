import { currentLanguage } from "../../i18n/language";
import { t } from "../../i18n/me";
import { chooseLanguage } from "../../ui/language-setting";
import { Segmented } from "../../ui/segmented";

/** Each language by its own name, so that one finds the way back. */
export const LanguageChoice = () => (
  <Segmented
    label={t("language")}
    value={currentLanguage()}
    options={[
      { value: "vi", label: t("vietnamese") },
      { value: "en", label: t("english") },
    ]}
    onChange={(language) => void chooseLanguage(language)}
  />
);
