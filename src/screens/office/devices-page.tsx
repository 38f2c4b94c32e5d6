import { useState } from "preact/hooks";
import { type EnrolledDevice, enrolledDevices, revokeDevice } from "../../device/office/devices";
import { foldVietnamese } from "../../domain/vietnamese";
import { t as core } from "../../i18n/core";
import { dayOf, moment, shortDay } from "../../i18n/date";
import { t } from "../../i18n/office";
import { Confirm } from "../../ui/dialog";
import { EmptyState } from "../../ui/empty-state";
import { usePageTitle } from "../../ui/page-title";
import { SearchField } from "../../ui/search-field";
import { Tag } from "../../ui/tag";
import { useDeviceState, useServices } from "../services";
import { useDirectory } from "../use-directory";
import { More, tableRows } from "./more";
import { outcomeText } from "./outcome-text";
import "./table.css";
import "../field.css";

/** Every enrolled machine, whose it is, and the way to take its rights away. */
export const DevicesPage = () => {
  const { device, toast } = useServices();
  const directory = useDirectory();
  const [words, setWords] = useState("");
  const [limit, setLimit] = useState(tableRows);
  const [asked, setAsked] = useState<EnrolledDevice>();
  usePageTitle(t("devices"));
  if (!directory) return null;
  const all = enrolledDevices(directory);
  const folded = foldVietnamese(words.trim());
  const shown = all.filter(({ member, org }) =>
    foldVietnamese(`${member?.name ?? ""} ${org?.name ?? ""}`).includes(folded),
  );
  const revoke = async (one: EnrolledDevice) => {
    setAsked(undefined);
    toast(outcomeText(await revokeDevice(device, directory, one.key.id)));
  };
  return (
    <div class="devices">
      <header class="office-head">
        <h1 tabIndex={-1}>{t("devices")}</h1>
      </header>
      <SearchField
        label={t("searchDevices")}
        clearLabel={t("clearSearch")}
        value={words}
        onInput={setWords}
      />
      {all.length === 0 && <EmptyState title={t("noDevices")} />}
      <table class="office-table">
        <thead>
          <tr>
            <th scope="col">{t("deviceOwner")}</th>
            <th scope="col">{t("deviceCell")}</th>
            <th scope="col">{t("deviceSince")}</th>
            <th scope="col">{t("deviceState")}</th>
            <th scope="col">{t("actions")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, limit).map((one) => (
            <DeviceRow key={one.key.id} one={one} now={device.now()} onRevoke={() => setAsked(one)} />
          ))}
        </tbody>
      </table>
      <More shown={limit} total={shown.length} onMore={() => setLimit(limit + tableRows)} />
      {asked && (
        <Confirm
          title={t("revokeTitle", { name: asked.member?.name ?? "" })}
          text={t("revokeText")}
          yes={t("revokeYes")}
          no={core("cancel")}
          grave
          onYes={() => void revoke(asked)}
          onNo={() => setAsked(undefined)}
        />
      )}
    </div>
  );
};

interface DeviceRowProps {
  readonly one: EnrolledDevice;
  readonly now: number;
  readonly onRevoke: () => void;
}

const DeviceRow = ({ one, now, onRevoke }: DeviceRowProps) => {
  const own = useDeviceState((state) => state.identity?.key === one.key.id);
  const { key, member, org, revokedSince } = one;
  return (
    <tr>
      <th scope="row">
        {member?.name} {own && <Tag tone="soft">{t("thisMachine")}</Tag>}
        {key.office && <small class="device-title">{t("publishingKey", { title: key.title ?? "" })}</small>}
      </th>
      <td data-label={t("deviceCell")}>{org?.name}</td>
      <td data-label={t("deviceSince")}>{shortDay(dayOf(key.enrolledAt), now)}</td>
      <td data-label={t("deviceState")}>
        {revokedSince === undefined
          ? t("deviceActive")
          : t("deviceRevoked", { when: moment(revokedSince, now) })}
      </td>
      <td class="row-actions">
        {revokedSince === undefined &&
          (key.office ? (
            <small>{own ? "" : t("rootOnly")}</small>
          ) : (
            <button type="button" class="text-button" onClick={onRevoke}>
              {t("revoke")}
            </button>
          ))}
      </td>
    </tr>
  );
};
