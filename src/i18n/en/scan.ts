import type { Translation } from "../messages";
import type { vi } from "../scan";

export const scan: Translation<typeof vi> = {
  title: "Scan a code",
  hint: "Hold the code in the middle of the picture and keep the phone still for a moment.",
  starting: "Opening the camera…",
  torchOn: "Lamp on",
  torchOff: "Lamp off",
  camera: "Choose a camera",
  cameraNumber: "Camera {n}",
  picture: "Choose a picture of a code",
  pictureNothing:
    "No code was found in this picture. Choose a sharper one, taken straight, with all four corners.",
  paste: "Paste or type a link",
  link: "The link you were given",
  go: "Open",
  foreign: "This code leads to another site",
  foreignText:
    "It leads to {host}, which is not Sổ Chi bộ, and was not opened. Nothing changed on your phone.",
  other: "This code is not one of Sổ Chi bộ",
  otherText:
    "Nothing on your phone has changed. Sổ Chi bộ opens no strange codes. Check it and scan another.",
  elsewhere: "An enrolment code of another place",
  elsewhereText:
    "This code leads to {host}, not to the Sổ Chi bộ you have open. Nothing has changed. Ask the office before you use it.",
  damaged: "The enrolment code is incomplete or altered",
  damagedText:
    "Nothing on your phone has changed. Copy the whole link again, or scan the code on paper again.",
  meetingElsewhere: "A meeting's code of another place",
  meetingElsewhereText:
    "It leads to {host}, not to the notebook that is open here. Nothing was written. Ask your secretary.",
  meetingDamaged: "The meeting's code was cut short",
  meetingDamagedText:
    "Nothing was written. Scan the whole code again, or go to Meeting and type the 8 characters under it.",
  denied: "The camera is not allowed yet",
  deniedText:
    "Press the lock beside the page's address, choose “Permissions”, allow “Camera”, then press “Try again”. On an iPhone: Settings, Safari, Camera, “Allow”.",
  "no-camera": "This device has no camera",
  "no-cameraText": "Choose a picture of the code, or paste the enrolment link below.",
  "in-use": "The camera is busy",
  "in-useText": "Another app is using the camera. Close it, then press “Try again”.",
  insecure: "This page cannot open the camera",
  insecureText:
    "Browsers give the camera only to addresses that begin with https. Open the address the office gave you, or paste the enrolment link.",
  incomplete: "What reads codes is not complete on this phone",
  incompleteText:
    "The camera is fine, but the line broke before all had come. With a connection the rest is fetched and the camera opens again. Meanwhile use the phone's own camera, or go to Meeting, choose it and type the 8 characters under the code.",
  failed: "The camera could not be opened",
  failedText: "Nothing is lost. Press “Try again”; if that fails, paste the enrolment link instead.",
};
