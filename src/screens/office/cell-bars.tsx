import { useState } from "preact/hooks";
import { t } from "../../i18n/office";
import { Button } from "../../ui/button";
import { useDirectory } from "../use-directory";
import { Bar } from "./bar";
import type { CellCoverage } from "./use-document-coverage";

interface CellBarsProps {
  readonly cells: readonly CellCoverage[];
  /** The paper asks to be confirmed, so it is told how many did. */
  readonly confirmed: boolean;
}

/** The cells of a paper's audience, those that lack most first; the others on request. */
export const CellBars = ({ cells, confirmed }: CellBarsProps) => {
  const directory = useDirectory();
  const [all, setAll] = useState(false);
  const lacking = (cell: CellCoverage) => cell.members - cell.onPhone;
  const sorted = [...cells].sort((a, b) => lacking(b) - lacking(a));
  const short = sorted.filter((cell) => lacking(cell) > 0);
  const shown = all ? sorted : short;
  return (
    <section class="cell-bars">
      <h3 class="list-title">{t(all ? "cellsAll" : "cellsShort")}</h3>
      {short.length === 0 && !all && <p class="pane-line">{t("allHave")}</p>}
      {shown.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t("deviceCell")}</th>
              <th scope="col">{t("onPhone")}</th>
              <th scope="col">{t("read")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((cell) => (
              <tr key={cell.org}>
                <th scope="row">{directory?.orgs.get(cell.org)?.name ?? cell.org}</th>
                <td>
                  <Bar n={cell.onPhone} of={cell.members} whole />
                </td>
                <td class="cell-read">
                  {cell.read}
                  {confirmed && <span>{t("confirmed", { n: cell.acknowledged })}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {cells.length > short.length && (
        <Button kind="quiet" small onPress={() => setAll(!all)}>
          {all ? t("showShortCells") : t("showAllCells", { n: cells.length })}
        </Button>
      )}
    </section>
  );
};
