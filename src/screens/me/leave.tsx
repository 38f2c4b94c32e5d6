import { useState } from "preact/hooks";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/me";
import { Button } from "../../ui/button";
import { Confirm } from "../../ui/dialog";
import { useDeviceState, useServices } from "../services";

/** Leaving revokes this phone's own key and wipes it; asked twice, and with what would be lost. */
export const Leave = () => {
  const { device, navigate, toast } = useServices();
  const { waiting, refused } = useDeviceState((state) => state.outbox);
  const [asking, setAsking] = useState(false);
  const unsent = waiting + refused;

  const leave = async () => {
    setAsking(false);
    try {
      await device.leave();
      navigate("/", { replace: true });
    } catch {
      toast(t("leaveFailed"));
    }
  };
  return (
    <section>
      <h2 class="list-title">{t("leave")}</h2>
      <div class="me-box">
        <p>{t("leaveText")}</p>
        <Button small kind="grave" onPress={() => setAsking(true)}>
          {t("leave")}
        </Button>
      </div>
      {asking && (
        <Confirm
          grave
          title={t("leaveAsk")}
          text={unsent ? t("leaveUnsent", { n: unsent }) : t("leaveText")}
          yes={t("leaveGo")}
          no={core("cancel")}
          onYes={() => void leave()}
          onNo={() => setAsking(false)}
        />
      )}
    </section>
  );
};
