import { Html5QrcodeSupportedFormats } from "html5-qrcode/esm/core";
import { Html5Qrcode } from "html5-qrcode/esm/html5-qrcode";

/** Why there is no picture. */
export type CameraProblem =
  /** The person, or the phone's settings, said no. */
  | "denied"
  | "no-camera"
  /** Another app holds it. */
  | "in-use"
  /** The page came over plain HTTP, where browsers give no camera. */
  | "insecure"
  /** The picture runs, but what reads codes in it has not come to this phone yet. */
  | "incomplete"
  | "failed";

export interface CameraChoice {
  readonly id: string;
  readonly label: string;
}

export interface RunningCamera {
  readonly video: HTMLVideoElement;
  /** Cameras to choose from; their names are known only once one of them was allowed. */
  readonly choices: readonly CameraChoice[];
  /** The one that runs. */
  readonly current?: string;
  /** Switches the lamp; absent where there is none. */
  readonly torch?: (on: boolean) => Promise<void>;
  close(): Promise<void>;
}

const rememberedAs = "scan-camera";
/** The library looks at its own small picture this seldom: the looking is done elsewhere. */
const framesPerSecond = 0.01;

/** Opens the camera chosen last, else the one that looks away from the person: one question to the phone. */
export const openCamera = async (container: HTMLElement, choice?: string): Promise<RunningCamera> => {
  // The library works by id and writes styles into its element: it gets one of its own.
  const inner = document.createElement("div");
  inner.id = "scan-view";
  container.replaceChildren(inner);
  if (choice) remember(choice);
  const wanted = choice ?? remembered();
  const reader = new Html5Qrcode(inner.id, {
    verbose: false,
    formatsToSupport: [Html5QrcodeSupportedFormats.QR_CODE],
    useBarCodeDetectorIfSupported: false,
  });
  const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
  const constraints: MediaTrackConstraints = wanted
    ? { ...size, deviceId: { ideal: wanted }, facingMode: { ideal: "environment" } }
    : { ...size, facingMode: { ideal: "environment" } };
  await reader.start(
    { facingMode: "environment" },
    { fps: framesPerSecond, disableFlip: true, videoConstraints: constraints },
    () => undefined,
    () => undefined,
  );
  const video = inner.querySelector("video");
  if (!video) throw new Error("no picture");
  video.setAttribute("playsinline", "");
  video.removeAttribute("style");
  const current = reader.getRunningTrackSettings().deviceId;
  const torch = torchOf(reader);
  return {
    video,
    choices: await cameraChoices(),
    ...(current && { current }),
    ...(torch && { torch }),
    close: async () => {
      await reader.stop().catch(() => undefined);
      inner.remove();
    },
  };
};

const torchOf = (reader: Html5Qrcode): RunningCamera["torch"] => {
  try {
    const feature = reader.getRunningTrackCameraCapabilities().torchFeature();
    return feature.isSupported() ? (on) => feature.apply(on) : undefined;
  } catch {
    return undefined;
  }
};

const cameraChoices = async (): Promise<CameraChoice[]> =>
  (await navigator.mediaDevices.enumerateDevices())
    .filter(({ kind, deviceId }) => kind === "videoinput" && deviceId !== "")
    .map(({ deviceId, label }) => ({ id: deviceId, label }));

/** The library rejects with sentences; the browser's name of the failure stands in them. */
export const problemOf = (error: unknown): CameraProblem => {
  if (!globalThis.isSecureContext) return "insecure";
  const text = String(error);
  if (/NotAllowedError|PermissionDenied|SecurityError/.test(text)) return "denied";
  if (/NotFoundError|DevicesNotFound|OverconstrainedError/.test(text)) return "no-camera";
  if (/NotReadableError|TrackStartError|AbortError/.test(text)) return "in-use";
  return /not supported/.test(text) ? "no-camera" : "failed";
};

const remembered = (): string | undefined => {
  try {
    return localStorage.getItem(rememberedAs) ?? undefined;
  } catch {
    return undefined;
  }
};

const remember = (id: string) => {
  try {
    localStorage.setItem(rememberedAs, id);
  } catch {
    // Private windows: chosen again next time.
  }
};
