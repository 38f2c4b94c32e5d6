import { t as core } from "../../i18n/core";
import { longDay } from "../../i18n/date";
import { t as papersText } from "../../i18n/papers";
import { t } from "../../i18n/reader-tools";
import { Dialog } from "../../ui/dialog";
import { LinkRow } from "../../ui/list";
import type { LinkLayer } from "./link-layer";
import "./tools.css";

interface ChoosePaperProps {
  readonly choice: LinkLayer["choices"][number];
  readonly onClose: () => void;
}

/** A number-symbol alone never identifies a paper: series begin anew with each term. */
export const ChoosePaper = ({ choice: { papers, slug }, onClose }: ChoosePaperProps) => (
  <Dialog title={t("choosePaper")} closeLabel={core("close")} onClose={onClose}>
    <p>{t("choosePaperText")}</p>
    <div class="menu-rows">
      {papers.map((row) => (
        <LinkRow
          key={row.id}
          href={`/van-ban/${row.id}${slug && `#${slug}`}`}
          text={row.abstract}
          detail={[papersText(row.kind), row.number, longDay(row.issuedOn), row.issuer]
            .filter(Boolean)
            .join(" · ")}
        />
      ))}
    </div>
  </Dialog>
);
