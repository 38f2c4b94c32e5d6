import { core } from "./en/core";
import { dates } from "./en/date-words";
import { display } from "./en/display";
import { enrol } from "./en/enrol";
import { library } from "./en/library";
import { me } from "./en/me";
import { meeting } from "./en/meeting";
import { meetingCall } from "./en/meeting-call";
import { meetingDoor } from "./en/meeting-door";
import { office } from "./en/office";
import { original } from "./en/original";
import { outbox } from "./en/outbox";
import { papers } from "./en/papers";
import { places } from "./en/places";
import { problems } from "./en/problems";
import { reader } from "./en/reader";
import { scan } from "./en/scan";

/** Everything in English, area by area: one lazy chunk. */
export const en = {
  core,
  dates,
  display,
  enrol,
  library,
  me,
  meeting,
  "meeting-call": meetingCall,
  "meeting-door": meetingDoor,
  office,
  original,
  outbox,
  papers,
  places,
  problems,
  reader,
  scan,
};
