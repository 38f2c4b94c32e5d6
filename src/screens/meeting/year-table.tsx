import type { YearRow } from "../../domain/attendance-year";
import { t } from "../../i18n/meeting-year";

/** Everyone of the cell in the order of a roll. Absences stand under the name: a phone has room for two figures beside it. */
export const YearTable = ({ rows }: { readonly rows: readonly YearRow[] }) => (
  <section>
    <h2 class="list-title">{t("everyone")}</h2>
    <table class="year-table">
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col">{t("came")}</th>
          <th scope="col">{t("rate")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.member}>
            <th scope="row">
              {row.name}
              <Absences row={row} />
            </th>
            <td>{t("nOf", { n: row.present, of: row.called })}</td>
            <td>{row.called > 0 ? t("percent", { n: percentOf(row) }) : t("noRate")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

/** Whole percent. Only who missed nothing has all of it. */
const percentOf = ({ present, called }: YearRow): number =>
  present === called ? 100 : Math.min(99, Math.round((present / called) * 100));

const Absences = ({ row: { excused, unexcused } }: { readonly row: YearRow }) => {
  const parts = [
    ...(excused > 0 ? [t("excused", { n: excused })] : []),
    ...(unexcused > 0 ? [t("unexcused", { n: unexcused })] : []),
  ];
  return parts.length > 0 ? <small>{parts.join(" · ")}</small> : null;
};
