import type { vi } from "../enrol";
import type { Translation } from "../messages";

export const enrol: Translation<typeof vi> = {
  title: "Enrolment",
  welcomeTitle: "Sổ Chi bộ",
  welcomeText: "Read the papers of your commune and your cell on your phone, also offline.",
  welcomeHow:
    "To begin you need an enrolment code from the commune's Party office or from your cell secretary.",
  scan: "Scan the code",
  paste: "Paste the enrolment link",
  pasteLabel: "The link you received (it begins with https://)",
  pasteGo: "Continue",
  ready: "This phone will be enrolled",
  step1: "The phone makes a key of its own that never leaves it.",
  step2: "The office knows your phone by that key; there is no password.",
  step3: "The papers of your commune and cell are loaded for reading offline.",
  once: "The code works once, for one phone.",
  go: "Enrol this phone",
  working: "Enrolling…",
  welcome: "Welcome, {name}",
  place: "{role} · {org}",
  done: "This phone is enrolled. Papers are loading by themselves.",
  simple: "Use the simple way: large text, three large buttons",
  open: "Open the notebook",
  already: "This phone is enrolled for {name}",
  alreadyText: "To enrol someone else, first choose “Leave this phone” under Me.",
  failedTitle: "Not enrolled",
  wiped: "This phone is no longer enrolled",
  wipedText:
    "The office revoked it, so its papers were deleted for safety. If you still use this phone, ask for a new code.",
  brokenTitle: "The phone's storage cannot be opened",
  brokenText:
    "The browser does not let Sổ Chi bộ open its saved data. Nothing is lost. Close its other tabs and open it again; in private mode, use a normal window.",
  reload: "Open again",
  inAppTitle: "Please open it in the phone's browser",
  inAppText:
    "You opened this inside another app (such as Zalo). Papers kept here are easily lost. Press the three dots and choose “Open in browser”, or copy the link and paste it there.",
  iosTitle: "On an iPhone, put it on the home screen first",
  iosText:
    "Copy this link. Press Share and choose “Add to Home Screen”. Open Sổ Chi bộ from the home screen and paste the link. That way the data is kept surely.",
  copy: "Copy the link",
  copied: "Link copied.",
};
