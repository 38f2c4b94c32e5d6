import { t } from "../../i18n/enrol";
import { Button } from "../../ui/button";
import { isInsideOtherApp, needsHomeScreenFirst } from "../../ui/install";
import { useServices } from "../services";

/**
 * A phone is enrolled in the browser that opened the link. Inside another app, or in Safari before the home
 * screen, that store is not the one the person will use tomorrow: so it is said before the link is spent.
 */
export const RightBrowser = ({ link }: { readonly link: string }) => {
  const { toast } = useServices();
  const inside = isInsideOtherApp();
  if (!inside && !needsHomeScreenFirst()) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    toast(t("copied"));
  };
  return (
    <div class="enrol-hint">
      <h2>{t(inside ? "inAppTitle" : "iosTitle")}</h2>
      <p>{t(inside ? "inAppText" : "iosText")}</p>
      <Button small kind="quiet" onPress={() => void copy()}>
        {t("copy")}
      </Button>
    </div>
  );
};
