import { useEffect, useRef } from "preact/hooks";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/office";
import { PhoneStatus } from "../phone-status";

interface OfficeMenuProps {
  readonly communeName: string;
  readonly parts: readonly { readonly href: string; readonly label: string; readonly here: boolean }[];
}

/** The parts of the desk: a column on a desk, on a phone a row that scrolls, with the part one is in always in sight. */
export const OfficeMenu = ({ communeName, parts }: OfficeMenuProps) => {
  const list = useRef<HTMLUListElement>(null);
  const here = parts.find((part) => part.here)?.href;
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>("[aria-current]");
    if (list.current && current)
      list.current.scrollLeft = current.offsetLeft - (list.current.clientWidth - current.offsetWidth) / 2;
  }, [here]);
  return (
    <nav class="office-menu" aria-label={t("menu")}>
      <p class="office-name">{core("appName")}</p>
      <p class="office-of">{communeName}</p>
      <ul ref={list}>
        {parts.map((part) => (
          <li key={part.href}>
            <a href={part.href} aria-current={part.here ? "page" : undefined}>
              {part.label}
            </a>
          </li>
        ))}
      </ul>
      <div class="office-foot">
        <PhoneStatus />
        <a href="/">{t("toPhone")}</a>
      </div>
    </nav>
  );
};
