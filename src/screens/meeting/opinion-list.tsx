import type { Opinion } from "../../device/meetings/meetings";
import { moment } from "../../i18n/date";
import { t } from "../../i18n/meeting-prepare";
import { useServices } from "../services";

interface OpinionListProps {
  readonly opinions: readonly (Pick<Opinion, "at" | "text"> & { readonly name?: string })[];
}

/** What was sent before a meeting, with whose it is where it may be anyone's. */
export const OpinionList = ({ opinions }: OpinionListProps) => {
  const { device } = useServices();
  return (
    <ul class="opinions">
      {opinions.map(({ name, at, text }) => (
        <li key={`${at} ${name ?? ""} ${text}`}>
          {name !== undefined && <b>{name}</b>}
          <p>{text}</p>
          <small>{t("sentAt", { when: moment(at, device.now()) })}</small>
        </li>
      ))}
    </ul>
  );
};
