import { useState } from "preact/hooks";
import type { DocumentDetail } from "../../device/device";
import { t as core } from "../../i18n/core";
import { longDay, moment } from "../../i18n/date";
import { t } from "../../i18n/reader";
import { Button } from "../../ui/button";
import { useDeviceState, useServices } from "../services";

/** The one main action: "Đã đọc", or "Tôi đã đọc và nắm nội dung" where the office asks for it. */
export const ReceiptFoot = ({ paper }: { readonly paper: DocumentDetail }) => {
  const { device, toast, holdReload } = useServices();
  const [writing, setWriting] = useState(false);
  const asked = paper.acknowledgeBy !== undefined;
  const doneAt = paper.acknowledgedAt ?? (asked ? undefined : paper.readAt);

  const press = async () => {
    const release = holdReload();
    setWriting(true);
    try {
      await (asked ? device.library.acknowledge(paper.id) : device.library.markRead(paper.id));
      toast(core("saved"));
    } catch {
      toast(t("notSaved"));
    } finally {
      setWriting(false);
      release();
    }
  };

  if (doneAt !== undefined) {
    const when = moment(doneAt, device.now());
    return (
      <div class="reader-foot">
        <p class="done">
          {paper.acknowledgedAt === undefined ? t("readDone", { when }) : t("acknowledgedDone", { when })}
        </p>
        <CellReceipts paper={paper} />
      </div>
    );
  }
  return (
    <div class="reader-foot">
      {paper.acknowledgeBy !== undefined && (
        <p>{t("acknowledgeBy", { day: longDay(paper.acknowledgeBy) })}</p>
      )}
      <CellReceipts paper={paper} />
      <Button wide disabled={writing} onPress={press}>
        {t(asked ? "acknowledge" : "read")}
      </Button>
    </div>
  );
};

/** For the cell's committee: how many of the cell are through. */
const CellReceipts = ({ paper: { id, receipts } }: { readonly paper: DocumentDetail }) => {
  const role = useDeviceState((state) => state.identity?.role);
  if (!receipts) return null;
  const text = t("receipts", { read: receipts.read.length, acknowledged: receipts.acknowledged.length });
  const seesNames = role === "secretary" || role === "deputy";
  return <p>{seesNames ? <a href={`/chi-bo/${id}`}>{text}</a> : text}</p>;
};
