import { useState } from "preact/hooks";
import { t } from "../../i18n/find";
import { IconButton } from "../../ui/button";
import { useServices } from "../services";
import { type Filter, noFilter } from "./filter";
import { filterWords } from "./filter-words";
import "./found.css";
import { readSearches, type Searches, writeSearches } from "./searches";

/** Under the empty field: what was saved, and what was sought lately. */
export const PastSearches = ({ onSearch }: { readonly onSearch: (filter: Filter) => void }) => {
  const { toast } = useServices();
  const [searches, setSearches] = useState(readSearches);
  const { recent, saved } = searches;
  if (recent.length + saved.length === 0) return null;
  const put = (next: Searches) => {
    writeSearches(next);
    setSearches(next);
  };
  const remove = (next: Searches, said: string) => {
    put(next);
    toast(said, { label: t("undo"), run: () => put(searches) });
  };
  return (
    // A press keeps the keyboard in the field: leaving it closes this.
    <div class="past-searches" onPointerDown={(event) => event.preventDefault()}>
      {saved.length > 0 && <h2>{t("saved")}</h2>}
      <ul>
        {saved.map((one) => (
          <PastSearch
            key={JSON.stringify(one)}
            label={filterWords(one)}
            onPress={() => onSearch(one)}
            onRemove={() =>
              remove({ recent, saved: saved.filter((other) => other !== one) }, t("savedRemoved"))
            }
          />
        ))}
      </ul>
      {recent.length > 0 && (
        <div class="past-head">
          <h2>{t("recent")}</h2>
          <button
            type="button"
            class="past-clear"
            onClick={() => remove({ recent: [], saved }, t("recentRemoved"))}
          >
            {t("removeAll")}
          </button>
        </div>
      )}
      <ul>
        {recent.map((words) => (
          <PastSearch
            key={words}
            label={words}
            onPress={() => onSearch({ ...noFilter, words })}
            onRemove={() =>
              remove({ saved, recent: recent.filter((one) => one !== words) }, t("recentRemoved"))
            }
          />
        ))}
      </ul>
    </div>
  );
};

interface PastSearchProps {
  readonly label: string;
  readonly onPress: () => void;
  readonly onRemove: () => void;
}

const PastSearch = ({ label, onPress, onRemove }: PastSearchProps) => (
  <li>
    <button type="button" class="past-search" onClick={onPress}>
      {label}
    </button>
    <IconButton icon="close" label={t("remove", { what: label })} onPress={onRemove} />
  </li>
);
