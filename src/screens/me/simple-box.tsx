import { useEffect, useState } from "preact/hooks";
import { t } from "../../i18n/me";
import { Button } from "../../ui/button";
import { displaySettings } from "../../ui/display-settings";
import { setSimple } from "../../ui/simple-mode";
import { useServices } from "../services";

/** The way into the simple way and out of it, the same button in the same place. */
export const SimpleBox = () => {
  const { navigate } = useServices();
  const [{ simple }, follow] = useState(displaySettings.getState());
  useEffect(() => displaySettings.subscribe(follow), []);
  const change = () => {
    setSimple(!simple);
    // Shows what was chosen.
    navigate("/");
  };
  return (
    <section>
      <h2 class="list-title">{t("simple")}</h2>
      <div class="me-box">
        <p>{t(simple ? "simpleIs" : "simpleText")}</p>
        <Button small={!simple} kind="quiet" onPress={change}>
          {t(simple ? "simpleOff" : "simpleOn")}
        </Button>
      </div>
    </section>
  );
};
