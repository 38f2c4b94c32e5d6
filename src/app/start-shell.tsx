import { t } from "../i18n/library";
import { Icon } from "../ui/icon";
import { SkeletonRows } from "../ui/skeleton-rows";
import "./start-shell.css";

/**
 * What is to be seen before anything is known. `index.html` carries the same markup, so that the first paint
 * needs no script; a test compares the two.
 */
export const StartShell = () => (
  <div class="library start-shell" aria-hidden="true">
    <header class="library-head">
      <p class="start-title">{t("title")}</p>
      <p class="start-status" />
      <p class="start-search">
        <Icon name="search" size={20} />
        {t("search")}
      </p>
    </header>
    <SkeletonRows />
  </div>
);
