import { useState } from "preact/hooks";
import type { EnrolFailure, Identity } from "../../device/device";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/enrol";
import { t as papers } from "../../i18n/papers";
import { Button, ButtonLink } from "../../ui/button";
import { usePageTitle } from "../../ui/page-title";
import { Progress } from "../../ui/progress";
import { setSimple } from "../../ui/simple-mode";
import { TopBar } from "../../ui/top-bar";
import { problemText } from "../problem-text";
import { useDeviceState, useServices } from "../services";
import { linkOf } from "./enrol-link";
import "./enrol.css";
import { PasteLink } from "./paste-link";
import { RightBrowser } from "./right-browser";

type Step =
  | { readonly is: "ready" }
  | { readonly is: "working" }
  | { readonly is: "welcome"; readonly identity: Identity }
  | { readonly is: "failed"; readonly why: EnrolFailure };

/** Opened by an enrolment link: says what will happen, does it on one press, greets by name. */
export const EnrolScreen = ({ hash }: { readonly hash: string }) => {
  const { device, back } = useServices();
  const [step, setStep] = useState<Step>({ is: "ready" });
  const owner = useDeviceState(({ phase, identity }) => (phase === "ready" ? identity : undefined));
  usePageTitle(t("title"));

  const enrol = async () => {
    setStep({ is: "working" });
    const result = await device.enrol(linkOf(hash));
    setStep(result.ok ? { is: "welcome", identity: result.value } : { is: "failed", why: result.error });
  };

  if (step.is === "welcome") return <Welcome identity={step.identity} />;
  if (owner && step.is !== "working") return <AlreadyEnrolled name={owner.name} />;
  return (
    <div class="enrol">
      <TopBar backLabel={core("back")} onBack={() => back("/")} title={t("title")} />
      <div class="enrol-body">
        {hash ? (
          <>
            <RightBrowser link={linkOf(hash)} />
            <WhatHappens />
            {step.is === "failed" && (
              <div class="enrol-failed" role="alert">
                <h2>{t("failedTitle")}</h2>
                <p>{problemText(step.why)}</p>
              </div>
            )}
            {step.is === "working" && <Progress label={t("working")} done={0} of={0} />}
            <Button wide disabled={step.is === "working"} onPress={() => void enrol()}>
              {step.is === "working" ? t("working") : step.is === "failed" ? core("retry") : t("go")}
            </Button>
            {step.is === "failed" && <Ways />}
          </>
        ) : (
          <Ways />
        )}
      </div>
    </div>
  );
};

const WhatHappens = () => (
  <section>
    <h2>{t("ready")}</h2>
    <ol class="enrol-steps">
      <li>{t("step1")}</li>
      <li>{t("step2")}</li>
      <li>{t("step3")}</li>
    </ol>
    <p class="enrol-once">{t("once")}</p>
  </section>
);

/** Scanning first: that is how most will come. */
export const Ways = () => (
  <>
    <ButtonLink wide href="/quet">
      {t("scan")}
    </ButtonLink>
    <h2>{t("paste")}</h2>
    <PasteLink />
  </>
);

const Welcome = ({ identity }: { readonly identity: Identity }) => {
  const { navigate } = useServices();
  return (
    <div class="enrol enrol-welcome">
      <h1 tabIndex={-1}>{t("welcome", { name: identity.name })}</h1>
      <p>{t("place", { role: papers(identity.role), org: identity.orgName })}</p>
      <p class="enrol-once">{t("done")}</p>
      {/* Replaced, so that the spent link is not one step back. */}
      <Button wide onPress={() => navigate("/", { replace: true })}>
        {t("open")}
      </Button>
      <Button
        kind="quiet"
        wide
        onPress={() => {
          setSimple(true);
          navigate("/", { replace: true });
        }}
      >
        {t("simple")}
      </Button>
    </div>
  );
};

const AlreadyEnrolled = ({ name }: { readonly name: string }) => (
  <div class="enrol enrol-welcome">
    <h1 tabIndex={-1}>{t("already", { name })}</h1>
    <p>{t("alreadyText")}</p>
    <ButtonLink wide href="/">
      {t("open")}
    </ButtonLink>
  </div>
);
