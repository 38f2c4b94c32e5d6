import { t as core } from "../../i18n/core";
import { t } from "../../i18n/reader-tools";
import { Dialog } from "../../ui/dialog";
import "./tools.css";

const steps = {
  android: ["voiceAndroid1", "voiceAndroid2", "voiceAndroid3"],
  ios: ["voiceIos1", "voiceIos2", "voiceIos3"],
} as const;

const system = (): keyof typeof steps | undefined => {
  if (/Android/.test(navigator.userAgent)) return "android";
  return /iPad|iPhone|iPod/.test(navigator.userAgent) ? "ios" : undefined;
};

/** Whoever heard of reading aloud and has no voice on his phone is told how to get one. */
export const NoVoice = ({ onClose }: { readonly onClose: () => void }) => {
  const on = system();
  return (
    <Dialog title={t("listen")} closeLabel={core("close")} onClose={onClose}>
      <div class="voice-steps">
        <p>{t("voiceMissing")}</p>
        {on ? (
          <>
            <ol>
              {steps[on].map((step) => (
                <li key={step}>{t(step)}</li>
              ))}
            </ol>
            <p>{t("voiceNames")}</p>
          </>
        ) : (
          <p>{t("voiceElsewhere")}</p>
        )}
      </div>
    </Dialog>
  );
};
