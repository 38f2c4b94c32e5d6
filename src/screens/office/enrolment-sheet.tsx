import { useState } from "preact/hooks";
import type { EnrolmentLink, OfferResult } from "../../device/office/offers";
import type { Directory } from "../../domain/directory";
import { t as core } from "../../i18n/core";
import { dayOf, longDay } from "../../i18n/date";
import { t } from "../../i18n/office";
import { t as papers } from "../../i18n/papers";
import { Button } from "../../ui/button";
import { Confirm } from "../../ui/dialog";
import { QrCode } from "../../ui/qr-code";
import { problemText } from "../problem-text";
import "./enrolment-sheet.css";

interface EnrolmentSheetProps {
  readonly result: OfferResult;
  readonly directory: Directory;
  readonly onClose: () => void;
}

/** Codes to print and hand over. They stand in this page and nowhere else. */
export const EnrolmentSheet = ({ result, directory, onClose }: EnrolmentSheetProps) => {
  const [closing, setClosing] = useState(false);
  const { links, outcome } = result;
  return (
    <div class="enrolment-sheet">
      <header class="office-head not-printed">
        <h1 tabIndex={-1}>{t("sheet")}</h1>
        <div class="publish-actions">
          <Button onPress={() => print()}>{t("print")}</Button>
          <Button kind="quiet" onPress={() => setClosing(true)}>
            {t("closeSheet")}
          </Button>
        </div>
      </header>
      {outcome.is !== "applied" && (
        <p class="office-note not-printed" role="alert">
          {outcome.is === "refused" ? problemText(outcome.code) : t("codesWaiting")}
        </p>
      )}
      <ul class="enrolment-cards">
        {outcome.is !== "refused" &&
          links.map((one) => <Card key={one.link} one={one} directory={directory} />)}
      </ul>
      {closing && (
        <Confirm
          title={t("closeSheetTitle")}
          text={t("closeSheetText")}
          yes={t("closeSheet")}
          no={core("cancel")}
          onYes={onClose}
          onNo={() => setClosing(false)}
        />
      )}
    </div>
  );
};

const Card = ({ one, directory }: { readonly one: EnrolmentLink; readonly directory: Directory }) => (
  <li class="enrolment-card">
    <QrCode text={one.link} label={t("codeFor", { name: one.member.name })} />
    <div>
      <h2>{one.member.name}</h2>
      <p>
        {directory.orgs.get(one.member.org)?.name}
        {one.role === "secretary" && ` · ${papers(directory.roles.get(one.member.id) ?? "secretary")}`}
      </p>
      <p class="enrolment-until">{t("useBefore", { day: longDay(dayOf(one.expires)) })}</p>
    </div>
    <div class="enrolment-steps">
      <p>{t("howTo1")}</p>
      <p>{t("howTo2")}</p>
      <p>{t("howTo3")}</p>
    </div>
  </li>
);
