import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Device } from "../device/device";
import { t } from "../i18n/core";
import { ServicesProvider, useDeviceState } from "../screens/services";
import { BottomBar } from "../ui/bottom-bar";
import { displaySettings } from "../ui/display-settings";
import { CrashGuard } from "./crash-page";
import { Floating } from "./floating";
import { WelcomeScreen } from "./lazy";
import { places } from "./places";
import type { Here, Router } from "./router";
import { type Routed, routeOf } from "./routes";
import "./shell.css";
import "./simple.css";
import type { UiStateOwner } from "./ui-state";
import { useStore } from "./use-store";

interface AppProps {
  readonly device: Device;
  readonly router: Router;
  readonly ui: UiStateOwner;
}

export const App = ({ device, router, ui }: AppProps) => {
  const here = useStore(router.here);
  const services = useMemo(
    () => ({
      device,
      navigate: router.navigate,
      back: router.back,
      toast: ui.toast,
      holdReload: ui.holdReload,
    }),
    [device, router, ui],
  );
  return (
    <ServicesProvider value={services}>
      <Shell here={here} />
      <Floating ui={ui} />
    </ServicesProvider>
  );
};

const Shell = ({ here }: { readonly here: Here }) => {
  const phase = useDeviceState((state) => state.phase);
  const { simple } = useStore(displaySettings);
  const routed = routeOf(here, simple);
  const bar = routed.bar && (phase === "ready" || phase === "starting");
  useFocusAfterStep(here.step);
  return (
    <>
      <main class={`shell-main${bar ? " with-bar" : ""}`} tabIndex={-1}>
        <CrashGuard step={here.step}>
          <Phase phase={phase} routed={routed} path={here.path} />
        </CrashGuard>
      </main>
      {bar && <BottomBar label={t("places")} places={places(simple)} current={here.path} />}
    </>
  );
};

interface PhaseProps {
  readonly phase: ReturnType<Device["state"]["getState"]>["phase"];
  readonly routed: Routed;
  readonly path: string;
}

const Phase = ({ phase, routed, path }: PhaseProps) => {
  // The list asks for its rows while the phone still finds out whose it is: a cold start waits for both at once.
  if (phase === "starting" && path !== "/") return null;
  if (phase === "ready" || phase === "starting" || routed.open) return <>{routed.screen}</>;
  return <WelcomeScreen phase={phase} />;
};

/** After a step a screen reader and the keyboard begin at the new page's title. */
const useFocusAfterStep = (step: number) => {
  const first = useRef(step);
  useEffect(() => {
    if (step === first.current) return;
    const main = document.querySelector("main");
    const toTitle = () => {
      const title = main?.querySelector("h1");
      title?.focus({ preventScroll: true });
      return title;
    };
    if (toTitle()) return;
    main?.focus({ preventScroll: true });
    // A page that is still on its way: its title follows, unless the person went elsewhere meanwhile.
    const coming = new MutationObserver(() => {
      if (document.activeElement !== main || toTitle()) coming.disconnect();
    });
    if (main) coming.observe(main, { childList: true, subtree: true });
    return () => coming.disconnect();
  }, [step]);
};
