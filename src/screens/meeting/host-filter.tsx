import type { Host } from "../../domain/meeting-host";
import { t } from "../../i18n/meeting";
import { LabelledField } from "../../ui/field";
import { useDirectory } from "../use-directory";

interface HostFilterProps {
  /** Whose meetings there are. */
  readonly hosts: readonly Host[];
  /** Undefined for everyone's. */
  readonly value: Host | undefined;
  readonly onChange: (host: Host | undefined) => void;
}

/** Whose meetings the office looks at: it reads of those of every cell. */
export const HostFilter = ({ hosts, value, onChange }: HostFilterProps) => {
  const directory = useDirectory();
  const nameOf = (host: Host) => (host === "office" ? t("office") : (directory?.orgs.get(host)?.name ?? ""));
  const named = hosts
    .map((host) => ({ host, name: nameOf(host) }))
    .sort((a, b) => a.name.localeCompare(b.name, "vi", { numeric: true }));
  return (
    <div class="meetings-filter">
      <LabelledField label={t("meetingsOf")}>
        {(control) => (
          <select
            {...control}
            value={value ?? ""}
            onChange={(event) => onChange((event.currentTarget.value || undefined) as Host | undefined)}
          >
            <option value="">{t("meetingsOfAll")}</option>
            {named.map(({ host, name }) => (
              <option key={host} value={host}>
                {name}
              </option>
            ))}
          </select>
        )}
      </LabelledField>
    </div>
  );
};
