import { t } from "../../i18n/me";

/** Filled in by the build from `package.json`. */
const version: string = import.meta.env.VITE_APP_VERSION ?? "";

export const About = () => (
  <section>
    <h2 class="list-title">{t("about")}</h2>
    <div class="me-box">
      <p>{t("aboutText")}</p>
      <p>{t("notice")}</p>
      {version && <p>{t("version", { version })}</p>}
    </div>
  </section>
);
