import type { DocumentKind } from "../../domain/document-kind";
import { t } from "../../i18n/library";
import { t as papers } from "../../i18n/papers";
import { Chip, Chips } from "../../ui/chips";
import type { Filter } from "./filter";

/** The kinds a cell meets most; the others are in the sheet. */
const usual: readonly DocumentKind[] = ["nghi_quyet", "ke_hoach", "thong_bao", "huong_dan", "chi_thi"];

interface FiltersProps {
  readonly filter: Filter;
  readonly counts: { readonly unread: number; readonly toAcknowledge: number } | undefined;
  readonly onChange: (change: Partial<Filter>) => void;
  readonly onOpen: () => void;
}

/** What is chosen most, one press each; what was chosen in the sheet stands first, and a press takes it off. */
export const Filters = ({ filter, counts, onChange, onOpen }: FiltersProps) => {
  const { show, kind, issuer, year, urgency, tasks } = filter;
  const kinds = kind && !usual.includes(kind) ? [kind, ...usual] : usual;
  const chip = <Part extends keyof Filter>(part: Part, value: Filter[Part], label: string) => {
    const on = filter[part] === value;
    const off = part === "show" ? "all" : undefined;
    return (
      <Chip key={label} on={on} onPress={() => onChange({ [part]: on ? off : value })}>
        {label}
      </Chip>
    );
  };
  return (
    <Chips label={t("filters")}>
      <Chip on={false} onPress={onOpen}>
        {t("filter")}
      </Chip>
      {year && chip("year", year, year)}
      {urgency && chip("urgency", urgency, papers(urgency))}
      {issuer && chip("issuer", issuer, issuer)}
      {tasks && chip("tasks", tasks, t("withTasks"))}
      {(counts?.toAcknowledge || show === "to-acknowledge") &&
        chip("show", "to-acknowledge", t("toAcknowledge", { n: counts?.toAcknowledge ?? 0 }))}
      {chip("show", "unread", t("unread", { n: counts?.unread ?? "" }).trim())}
      {chip("from", "commune", t("fromCommune"))}
      {chip("from", "cell", t("fromCell"))}
      {kinds.map((value) => chip("kind", value, papers(value)))}
    </Chips>
  );
};
