import { useState } from "preact/hooks";
import { type DocumentKind, documentKinds } from "../../domain/document-kind";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/library";
import { t as papers } from "../../i18n/papers";
import { Chip, Chips } from "../../ui/chips";
import { Dialog } from "../../ui/dialog";
import { ButtonRow } from "../../ui/list";
import type { Filter } from "./filter";

/** The kinds a cell meets most; the others are one press further. */
const usual: readonly DocumentKind[] = ["nghi_quyet", "ke_hoach", "thong_bao", "huong_dan", "chi_thi"];

interface FiltersProps {
  readonly filter: Filter;
  readonly counts: { readonly unread: number; readonly toAcknowledge: number } | undefined;
  readonly onChange: (change: Partial<Filter>) => void;
}

export const Filters = ({ filter, counts, onChange }: FiltersProps) => {
  const [choosing, setChoosing] = useState(false);
  const { show, kind, from } = filter;
  const kinds = kind && !usual.includes(kind) ? [kind, ...usual] : usual;
  const toggleShow = (value: Filter["show"]) => onChange({ show: show === value ? "all" : value });
  const toggleFrom = (value: "commune" | "cell") => onChange({ from: from === value ? undefined : value });
  const toggleKind = (value: DocumentKind) => onChange({ kind: kind === value ? undefined : value });
  const choose = (value: DocumentKind | undefined) => {
    setChoosing(false);
    onChange({ kind: value });
  };
  return (
    <>
      <Chips label={t("filters")}>
        {(counts?.toAcknowledge || show === "to-acknowledge") && (
          <Chip on={show === "to-acknowledge"} onPress={() => toggleShow("to-acknowledge")}>
            {t("toAcknowledge", { n: counts?.toAcknowledge ?? 0 })}
          </Chip>
        )}
        <Chip on={show === "unread"} onPress={() => toggleShow("unread")}>
          {t("unread", { n: counts?.unread ?? "" }).trim()}
        </Chip>
        <Chip on={from === "commune"} onPress={() => toggleFrom("commune")}>
          {t("fromCommune")}
        </Chip>
        <Chip on={from === "cell"} onPress={() => toggleFrom("cell")}>
          {t("fromCell")}
        </Chip>
        {kinds.map((value) => (
          <Chip key={value} on={kind === value} onPress={() => toggleKind(value)}>
            {papers(value)}
          </Chip>
        ))}
        <Chip on={false} onPress={() => setChoosing(true)}>
          {t("otherKinds")}
        </Chip>
      </Chips>
      {choosing && (
        <Dialog title={t("kindsTitle")} closeLabel={core("close")} onClose={() => setChoosing(false)}>
          <div class="library-kinds">
            <ButtonRow text={t("allKinds")} onPress={() => choose(undefined)} />
            {documentKinds.map((value) => (
              <ButtonRow key={value} text={papers(value)} onPress={() => choose(value)} />
            ))}
          </div>
        </Dialog>
      )}
    </>
  );
};
