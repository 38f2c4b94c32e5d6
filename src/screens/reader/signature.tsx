import { useState } from "preact/hooks";
import type { DocumentDetail } from "../../device/device";
import { t as core } from "../../i18n/core";
import { dayOf, longDay, timeOfDay } from "../../i18n/date";
import { t } from "../../i18n/reader";
import { Dialog } from "../../ui/dialog";

/**
 * A paper is on this phone only after its signature was checked here, whatever channel it came by
 * (`protocol/admit`): the line says so, and a press shows who signed.
 */
export const Signature = ({ paper }: { readonly paper: DocumentDetail }) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="verify" onClick={() => setOpen(true)}>
        <b>{t("signatureGood")}</b> <span>{t("checkedHere")}</span>
      </button>
      {open && <Facts paper={paper} onClose={() => setOpen(false)} />}
    </>
  );
};

const Facts = ({ paper, onClose }: { readonly paper: DocumentDetail; readonly onClose: () => void }) => {
  const { title, office, revoked, key } = paper.signedBy;
  return (
    <Dialog title={t("signatureTitle")} closeLabel={core("close")} onClose={onClose}>
      <p>{t("signatureMeaning")}</p>
      <dl class="facts">
        <dt>{t("signedBy")}</dt>
        <dd>{title || t(office ? "signedByOffice" : "signedByCell")}</dd>
        <dt>{t("signedAt")}</dt>
        <dd>
          {timeOfDay(paper.issuedAt)}, {longDay(dayOf(paper.issuedAt))}
        </dd>
        <dt>{t("declaredBy")}</dt>
        <dd>{paper.declaredBy}</dd>
        <dt>{t("keyState")}</dt>
        <dd>{t(revoked ? "keyRevoked" : "keyValid")}</dd>
        <dt>{t("keyName")}</dt>
        <dd class="mono">{key}</dd>
      </dl>
    </Dialog>
  );
};
