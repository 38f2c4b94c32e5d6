import { useEffect, useRef, useState } from "preact/hooks";
import type { CameraProblem, RunningCamera } from "../../device/scan/camera";
import { type Code, classifyCode } from "../../device/scan/code";
import { createScanner, type Scanner } from "../../device/scan/scanner";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/scan";
import { Button } from "../../ui/button";
import { usePageTitle } from "../../ui/page-title";
import { TopBar } from "../../ui/top-bar";
import { useServices } from "../services";
import { OtherWays } from "./other-ways";
import "./scan.css";
import { Viewfinder } from "./viewfinder";

type Notice = Exclude<Code, { path: string }> | { readonly is: "no-code" };

/** The screen of the middle button: reads a code by camera, from a picture, or as a pasted link. */
export const ScanScreen = () => {
  const { navigate, back } = useServices();
  const view = useRef<HTMLDivElement>(null);
  const scanner = useRef<Scanner>(undefined);
  const [camera, setCamera] = useState<RunningCamera>();
  const [problem, setProblem] = useState<CameraProblem>();
  const [notice, setNotice] = useState<Notice>();
  usePageTitle(t("title"));

  const take = (text: string) => {
    const code = classifyCode(text, location.origin);
    if (!("path" in code)) return setNotice(code);
    // Browsers let a page buzz only after it was touched once, and complain otherwise.
    if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(60);
    void scanner.current?.stop();
    navigate(code.path);
  };
  useEffect(() => {
    if (!view.current) return;
    const made = createScanner(view.current, {
      onCode: take,
      onCamera: (running) => {
        setCamera(running);
        if (running) setProblem(undefined);
      },
      onProblem: setProblem,
    });
    scanner.current = made;
    void made.start();
    return () => void made.stop();
  }, []);
  const restart = (choice?: string) => {
    setProblem(undefined);
    void scanner.current?.start(choice);
  };
  const readPicture = async (file: Blob) => {
    try {
      const text = await scanner.current?.readPicture(file);
      if (text === undefined) setNotice({ is: "no-code" });
      else take(text);
    } catch {
      setNotice(undefined);
      setProblem("incomplete");
    }
  };

  return (
    <div class="scan">
      <TopBar backLabel={core("back")} onBack={() => back("/")} title={t("title")} />
      <Viewfinder view={view} camera={camera} problem={problem} onChoose={restart} />
      {problem && (
        <div class="scan-notice" role="alert">
          <h2>{t(problem)}</h2>
          <p>{t(`${problem}Text`)}</p>
          <Button kind="quiet" onPress={() => restart()}>
            {core("retry")}
          </Button>
        </div>
      )}
      <div aria-live="polite">{notice && <CodeNotice notice={notice} />}</div>
      <OtherWays onPicture={(file) => void readPicture(file)} onLink={take} />
    </div>
  );
};

const CodeNotice = ({ notice }: { readonly notice: Notice }) => {
  if (notice.is === "no-code") return <p class="scan-notice">{t("pictureNothing")}</p>;
  const [title, text] = noticeWords(notice);
  return (
    <div class="scan-notice">
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
  );
};

const noticeWords = (notice: Exclude<Notice, { is: "no-code" }>): readonly [string, string] => {
  switch (notice.is) {
    case "enrolment-elsewhere":
      return [t("elsewhere"), t("elsewhereText", { host: notice.host })];
    case "meeting-elsewhere":
      return [t("meetingElsewhere"), t("meetingElsewhereText", { host: notice.host })];
    case "foreign":
      return [t("foreign"), t("foreignText", { host: notice.host })];
    case "damaged":
      return [t("damaged"), t("damagedText")];
    case "meeting-damaged":
      return [t("meetingDamaged"), t("meetingDamagedText")];
    default:
      return [t("other"), t("otherText")];
  }
};
