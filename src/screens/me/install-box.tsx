import { useEffect, useState } from "preact/hooks";
import { t } from "../../i18n/me";
import { Button } from "../../ui/button";
import { type Installing, installing } from "../../ui/install";

/** Android's own prompt where it was offered; written steps elsewhere. */
export const InstallBox = () => {
  const [state, setState] = useState<Installing>(installing.getState());
  useEffect(() => installing.subscribe(setState), []);
  return (
    <section>
      <h2 class="list-title">{t("install")}</h2>
      <div class="me-box">
        <p>{t(state.state === "installed" ? "installed" : "installText")}</p>
        <Steps state={state} />
      </div>
    </section>
  );
};

const Steps = ({ state }: { readonly state: Installing }) => {
  switch (state.state) {
    case "installed":
      return null;
    case "offered":
      return (
        <Button small onPress={() => void state.prompt()}>
          {t("installGo")}
        </Button>
      );
    case "ios":
      return (
        <ol class="me-steps">
          <li>{t("installIos1")}</li>
          <li>{t("installIos2")}</li>
          <li>{t("installIos3")}</li>
        </ol>
      );
    case "by-hand":
      return <p>{t("installOther")}</p>;
  }
};
