import type { OutboxItem, RegisterRow } from "../../device/device";
import type { DocumentId } from "../../domain/ids";
import { shortDay } from "../../i18n/date";
import { t } from "../../i18n/office";
import { t as papers } from "../../i18n/papers";
import { Tag } from "../../ui/tag";
import { Bar } from "./bar";
import type { Counts } from "./use-coverage";
import "./table.css";

interface RegisterTableProps {
  readonly rows: readonly RegisterRow[];
  readonly counts: ReadonlyMap<DocumentId, Counts>;
  readonly recalls: ReadonlyMap<string, OutboxItem>;
  readonly chosen: DocumentId | undefined;
  readonly now: number;
  readonly onChoose: (id: DocumentId) => void;
}

/** One paper a row. The subject is the button that opens the row; arrows go from row to row. */
export const RegisterTable = ({ rows, counts, recalls, chosen, now, onChoose }: RegisterTableProps) => (
  <table class="office-table register-table" onKeyDown={stepByArrow}>
    <thead>
      <tr>
        <th scope="col">{t("number")}</th>
        <th scope="col">{t("abstract")}</th>
        <th scope="col">{t("day")}</th>
        <th scope="col">{t("onPhone")}</th>
        <th scope="col">{t("read")}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => {
        const count = counts.get(row.id);
        return (
          <tr key={row.id} class={row.id === chosen ? "on" : undefined} onClick={() => onChoose(row.id)}>
            <td class="register-number">{row.number ?? papers(row.kind)}</td>
            <td>
              <button
                type="button"
                class="register-open"
                aria-pressed={row.id === chosen}
                onClick={() => onChoose(row.id)}
              >
                {row.abstract}
              </button>{" "}
              {row.urgency !== "normal" && <Tag>{papers(row.urgency)}</Tag>}{" "}
              {row.state !== "in-force" && <Tag tone="soft">{t(`state-${row.state}`)}</Tag>}{" "}
              {recalls.get(row.id)?.state === "waiting" && <Tag tone="gold">{t("recallPending")}</Tag>}
            </td>
            <td class="register-day">{shortDay(row.issuedOn, now)}</td>
            <td data-label={t("onPhone")}>{count && <Bar n={count.onPhone} of={count.members} whole />}</td>
            <td data-label={t("read")}>{count && <Bar n={count.read} of={count.members} />}</td>
          </tr>
        );
      })}
    </tbody>
  </table>
);

const stepByArrow = (event: KeyboardEvent) => {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0 || !(event.currentTarget instanceof HTMLElement)) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>(".register-open")];
  const next = buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step];
  if (!next || !buttons.includes(document.activeElement as HTMLButtonElement)) return;
  event.preventDefault();
  next.focus();
};
