import type { Translation } from "../messages";
import type { vi } from "../places";

export const places: Translation<typeof vi> = {
  meetingTitle: "Meeting",
  meetingSoon: "Meetings come in a later version",
  meetingText: "Roll call, minutes and meeting papers will be here. For now, papers are under Papers.",
  tasksTitle: "Tasks",
  tasksSoon: "Tasks come in a later version",
  tasksText: "What the cell assigns to you, and by when, will be here. For now, papers are under Papers.",
  goLibrary: "See papers",
  scanTitle: "Scan",
  scanText: "Hold the code in the frame. Enrolment codes of Sổ Chi bộ are recognised.",
  scanOpen: "Open the camera",
  scanOther: "This code is not from Sổ Chi bộ",
  scanOtherText: "Nothing changed on this phone. Check the code and scan again.",
  scanFailed: "The camera could not be opened",
  scanFailedText:
    "Allow Sổ Chi bộ to use the camera in the browser's settings, or paste the enrolment link instead.",
  scanPaste: "Paste the link",
};
