import { t } from "../i18n/library";
import { Icon } from "../ui/icon";
import { SkeletonRows } from "../ui/skeleton-rows";
import "./start-shell.css";

/**
 * What is to be seen before anything is known. `index.html` carries the same markup, so that the first paint
 * needs no script; a test compares the two.
 */
export const StartShell = () => (
  <div class="library start-shell">
    <header class="library-head">
      <h1>{t("title")}</h1>
      <p class="start-status" />
      <p class="start-search" aria-hidden="true">
        <Icon name="search" size={20} />
        {t("search")}
      </p>
    </header>
    <SkeletonRows />
  </div>
);
